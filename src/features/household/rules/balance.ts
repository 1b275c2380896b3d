import { unsure } from '../../../engine/parse/candidates.ts';
import { bare, wordKey } from '../../../engine/parse/clean.ts';
import { readMoney } from '../../../engine/parse/money.ts';
import { ambiguous, type Reading, read, unreadable } from '../../../engine/parse/reading.ts';

const SAME = [
  /^(?:ยอดหนี้|ยอด|หนี้)?(?:ก็|ยังคง|ยัง|คง)?(?:เหลือ|ค้าง|มี)?(?:อยู่)?(?:เท่าเดิม|เหมือนเดิม|คงเดิม|เท่าเก่า|เหมือนเก่า|เท่าครั้งก่อน|เหมือนครั้งก่อน)(?:อยู่|เลย)?$/,
  /^(?:ยอดหนี้|ยอด|หนี้)?(?:ยังคง|ยัง|คง)?ไม่(?:มี|ได้)?(?:การ)?เปลี่ยน(?:แปลง)?(?:จากเดิม|อะไร|เลย)*$/,
  /^(?:itis|still)?(?:the)?same(?:asbefore|aslasttime|amount)?$|^(?:itis|still)?unchanged$|^(?:hasnot|not)changed$|^nochanges?$|^asbefore$/,
];
const PERHAPS_SAME = new Set(['เดิม', 'ยอดเดิม', 'ของเดิม', 'ไม่ลด', 'ไม่ลดลง']);

const debt = '(?:หนี้|คืน|เงินคืน|เงิน|ชำระ|เงินกู้)';
const PAID_OFF = [
  new RegExp(
    `^(?:หนี้|สัญญานี้|ยอดนี้)?(?:ได้)?(?:ชำระ|จ่าย|ผ่อน|(?:ใช้|ส่ง)(?=${debt}))${debt}*(?:ไป)?หมด(?:ทั้งหมด|ทั้งสัญญา|หนี้|สิ้น|ไป)*(?:เรียบร้อย)?(?:แล้ว)?$`,
  ),
  /^(?:ได้)?ปิด(?:บัญชีเงินกู้|บัญชี|ยอดหนี้|หนี้|ยอด|สัญญา|เงินกู้)(?:นี้)?(?:ได้|หมด|ไป)*(?:เรียบร้อย)?แล้ว(?:เรียบร้อย)?$/,
  /^(?:itis|is)?(?:now|already)?(?:(?:all|fully|completely)(?:re)?paid(?:off|back)?|(?:re)?paidinfull|paiditoff|paidoff(?:already|now)|(?:the)?account(?:is|was|has been)?closed)$/,
];
const PERHAPS_PAID_OFF = [
  new RegExp(`^(?:ได้)?(?:ชำระ|จ่าย|ผ่อน|ใช้|ส่ง|คืน)${debt}*(?:ไป)?(?:ครบ|หมด|จบ)(?:แล้ว)?$`),
  /^(?:ปิด(?:บัญชีเงินกู้|บัญชี|ยอดหนี้|หนี้|ยอด|สัญญา|เงินกู้)(?:นี้)?(?:ได้|หมด)?|ปลดหนี้(?:ได้)?(?:แล้ว)?|หนี้หมดแล้ว|เคลียร์(?:หนี้|หมด)*แล้ว|จบแล้ว)$/,
  /^(?:ไม่เหลือ|ไม่มี|ไม่ค้าง)(?:หนี้|เหลือ|ค้าง|ยอด|ชำระ)*(?:เลย|แล้ว)*$/,
  /^(?:none|nothing(?:left|owed)?|nodebt|cleared|closed|settled|nothinglefttopay)$/,
];

/** What an officer may say of what is owed now: as it was, all paid, or the balance in a sentence. */
export function readBalance(text: string, before: number | undefined): Reading<number> {
  const key = wordKey(text);
  if (before !== undefined && SAME.some((one) => one.test(key))) return read(before);
  if (before !== undefined && PERHAPS_SAME.has(key)) return ambiguous(before);
  if (before !== undefined && PAID_OFF.some((one) => one.test(key))) return read(0);
  if (before !== undefined && PERHAPS_PAID_OFF.some((one) => one.test(key))) return ambiguous(0);
  return readSentence(bare(text));
}

const now = '(?:(?:ตอนนี้|ขณะนี้|ปัจจุบัน|ปัจจุบันนี้|ล่าสุด|เวลานี้|เดี๋ยวนี้|ณ ?(?:วันนี้|ตอนนี้|ปัจจุบัน|ขณะนี้)) ?)';
const left = '(?:ยัง|คง|ก็)*(?:เหลือ|ค้าง)';
const changed = '(?:ลด|เพิ่ม)(?:ลง|ขึ้น)?(?:มา)?(?:จน)?(?:คง)?(?:เหลือ|เป็น|อยู่ที่)';
const rest = '(?:อยู่ที่|อยู่|หนี้|ยอด|เงินต้น|เงิน|อีก|แค่|เพียง|แต่|ชำระ|คือ|เป็น| )*';
const THAI = new RegExp(
  `^(?:${now}+(?:ยอดหนี้|ยอด|หนี้)? ?(?:${left}|${changed}|เป็น)?|(?:ยอดหนี้|ยอด|หนี้)? ?(?:${left}|${changed}))${rest}(?=\\S)`,
);
const ENGLISH =
  /^(?:(?:it is |is |they |he |she )?(?:now|currently|at present|still|today) ?(?:owes?|at|is|has|down to|only)? ?|(?:it is |is )?(?:down|reduced|decreased|lowered|increased|up) to |(?:still )?(?:owes?|owing|left|remaining|remains)(?: is)? |(?:the )?balance(?: is| of| now)* )(?:only |just )?(?=\S)/;
const ENGLISH_BEHIND = / (?:is |are )?(?:still )?(?:left|remaining|outstanding|owed|to go)$/;

/** What was paid, told before what is left. */
const PAID_BEFORE = /^(?:ได้)?(?:ชำระ|จ่าย|ผ่อน|ใช้|คืน|ส่ง)\D*[\d,.]+(?: ?บาท)? ?(?=\D*(?:เหลือ|ค้าง))/;

/** `ตอนนี้เหลือ 20,000`, `ลดเหลือ 15000`, `20,000 left`: the amount behind such words. Of two amounts the last is asked about. */
function readSentence(line: string): Reading<number> {
  const paid = line.replace(PAID_BEFORE, '');
  if (paid !== line) return unsure(readSentence(paid));
  const amount = line.replace(THAI, '').replace(ENGLISH, '').replace(ENGLISH_BEHIND, '');
  return amount === line ? unreadable : readMoney(amount);
}
