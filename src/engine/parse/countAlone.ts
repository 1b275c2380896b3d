import { bare } from './clean.ts';
import { readNumber } from './number.ts';
import { arabicDigits } from './thaiMarks.ts';

const UNIT = '(?:กองทุน|กลุ่ม|ฝ่าย|แผนก|สถาบัน|องค์กร|แห่ง|ชื่อ|อย่าง|ข้อ|คน|funds?|groups?|divisions?|members?|names?)';
const COUNT = new RegExp(
  `^(?:(?:มี|รวม|ทั้งหมด|ทั้งสิ้น|จำนวน|สมาชิก|there are|total(?: of)?|${UNIT}(?=.*${UNIT})) ?)*(?<count>.+?) ?${UNIT}*(?: ?(?:ทั้งหมด|รวม|in total))?$`,
);

/** Whether a text says how many there are and names none of them: `3`, `มี 3 กองทุน`, or holds figures and no letter. */
export function isCountAlone(text: string): boolean {
  const line = arabicDigits(bare(text));
  if (/\d/.test(line) && !/\p{L}/u.test(line)) return true;
  const count = COUNT.exec(line)?.groups?.count;
  return count !== undefined && readNumber(count).kind !== 'unreadable';
}
