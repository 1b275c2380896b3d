import { wordKey } from '../../../engine/parse/clean.ts';
import { ambiguous, type Reading, read, unreadable } from '../../../engine/parse/reading.ts';

/** Whether a contract is overdue, as its question calls the answers. */
export type Overdue = 'overdue' | 'onTime';

const thing = '(?:หนี้นี้|หนี้|สัญญานี้|สัญญา|ลูกหนี้|ครัวเรือน)?';
/** What is paid late, or not at all. */
const late = '(?:เกินกำหนด|เลยกำหนด|พ้นกำหนด|ผิดนัด|ค้างชำระ|ขาดชำระ|ขาดส่ง)';
const ofWhat = '(?:เวลา|การ|ชำระ|จ่าย|คืน|หนี้|ส่ง)*';
const untilNow = '(?:อยู่|แล้ว|มานาน|มา|ไป)*';
/** For so long, or so many times. */
const howLong = '(?:\\d+(?:งวด|เดือน|ปี|ครั้ง|วัน|สัปดาห์)(?:แล้ว)?)?';
const pays = '(?:ยัง)?(?:จ่าย|ชำระ|ส่ง|ผ่อน)(?:หนี้|เงิน|คืน|ชำระ)*(?:ได้)?';
const always = '(?:ดี|อยู่|ตลอด|มาตลอด|เสมอ|ทุกงวด|ทุกเดือน|ทุกครั้ง|ทุกปี)*';

const OVERDUE = new RegExp(`^${thing}(?:เป็น|มี)?${late}${ofWhat}${untilNow}${howLong}$`);
const ON_TIME = [
  `^${thing}(?:ยัง)?ไม่(?:ได้|เคย|มี)*${late}${ofWhat}(?:เลย)?$`,
  `^${thing}(?:ยัง)?ไม่(?:เกิน|ค้าง|ขาด)(?:เลย)?$`,
  `^${thing}(?:ยัง)?ไม่(?:ครบ|ถึง)กำหนด${ofWhat}$`,
  `^${thing}(?:ยัง)?(?:${pays})?(?:เป็น|ยัง)?(?:ปกติ|ตรงเวลา|ตรงกำหนด|ตามกำหนด|ทันกำหนด|อยู่ในกำหนด|ในกำหนด)${ofWhat}${always}$`,
  `^${pays}(?:ตรง|ครบ)ทุก(?:งวด|เดือน|ครั้ง|ปี)$`,
].map((pattern) => new RegExp(pattern));

const english = '(?:overdue|pastdue|late|inarrears|indefault|delinquent|behind)';
const ENGLISH_OVERDUE = new RegExp(
  `^(?:itis|is)?(?:already|still|now)?(?:${english}|defaulted)(?:already|now)?(?:(?:by|for)?\\d+(?:day|week|month|year|instal?lment)s?)?$`,
);
const ENGLISH_ON_TIME = new RegExp(
  `^(?:itis|is)?(?:(?:not|never)(?:yet)?(?:${english}|defaulted|dueyet|due)(?:yet)?|(?:paid|paying|pays)?(?:ontime|onschedule|uptodate|normal(?:ly)?|asagreed)|noarrears|current)$`,
);

/** What leans to one side, and is asked about. */
const perhaps: ReadonlyMap<string, Overdue> = new Map([
  ...[
    'ใช่',
    'yes',
    'มี',
    'เกิน',
    'ค้าง',
    'ค้างอยู่',
    'ครบกำหนด',
    'ครบกำหนดแล้ว',
    'ถึงกำหนด',
    'ถึงกำหนดแล้ว',
    'หนี้เสีย',
    'npl',
    'due',
  ].map((word) => [word, 'overdue'] as const),
  ...['ไม่', 'ไม่ใช่', 'no', 'ไม่มี', 'none', 'ใกล้ครบกำหนด', 'ใกล้ถึงกำหนด'].map(
    (word) => [word, 'onTime'] as const,
  ),
]);

/** Reads whether a contract is overdue, as officers say it: `ค้างชำระ`, `ผิดนัด`, `ปกติ`, `ยังไม่ครบกำหนด`. */
export function readOverdue(text: string): Reading<Overdue> {
  const key = wordKey(text);
  if (OVERDUE.test(key) || ENGLISH_OVERDUE.test(key)) return read('overdue');
  if (ON_TIME.some((pattern) => pattern.test(key)) || ENGLISH_ON_TIME.test(key)) return read('onTime');
  const leaning = perhaps.get(key);
  return leaning === undefined ? unreadable : ambiguous(leaning);
}

const CLEAR = /(?:เกินกำหนด|เลยกำหนด|พ้นกำหนด|ผิดนัด|ไม่เกิน|ไม่ค้าง|ไม่ครบกำหนด|overdue|on time)/i;

/** Whether such words stand among others, so that the others are no part of the same answer. */
export const holdsOverdue = (text: string): boolean => CLEAR.test(text);
