import { wordKey } from './clean.ts';
import { type Reading, read, unreadable } from './reading.ts';

const YES = new Set(['ใช่', 'ยืนยัน', 'ตกลง', 'yes', 'confirm', 'ok', 'okay', 'โอเค']);
const NO = new Set(['ไม่', 'ไม่ใช่', 'no']);
const HAVE = new Set(['มี', 'มีแล้ว', 'มีอยู่', 'มีอยู่แล้ว', 'มีครบ', 'มีครบแล้ว', 'have']);
const NONE = new Set(['ไม่มี', 'ไม่มีเลย', 'ยังไม่มี', 'ยังไม่มีเลย', 'none']);

const oneOf = (text: string, yes: ReadonlySet<string>, no: ReadonlySet<string>): Reading<boolean> => {
  // Glued to a short word they are not always cut off as the courtesy that they are: มีคะ.
  for (const key of [wordKey(text), wordKey(text).replace(/(?:นะ|คะ)$/, '')]) {
    if (yes.has(key)) return read(true);
    if (no.has(key)) return read(false);
  }
  return unreadable;
};

/** Reads the answer to a question that asks once; only the fixed words count. */
export const readYesNo = (text: string): Reading<boolean> => oneOf(text, YES, NO);

/** Reads มี or ไม่มี. */
export const readHave = (text: string): Reading<boolean> => oneOf(text, HAVE, NONE);
