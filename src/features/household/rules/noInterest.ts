import { wordKey } from '../../../engine/parse/clean.ts';
import { ambiguous, type Reading, read, unreadable } from '../../../engine/parse/reading.ts';

const interest = '(?:อัตรา)?(?:ดอกเบี้ย|ดอก)(?:เงินกู้)?';
const THAI = new RegExp(
  `^(?:(?:ไม่มี|ไม่(?:ได้)?(?:มีการ|ต้อง)?(?:คิด|เก็บ|เสีย|จ่าย|เรียกเก็บ)|ปลอด|ฟรี|ไร้)${interest}|${interest}(?:ไม่มี|ไม่(?:ได้)?(?:คิด|เก็บ)|ฟรี))(?:เลย|แล้ว|ใดๆ)?$`,
);
const ENGLISH =
  /^(?:(?:no|without|zero|freeof)interest(?:atall|charged)?|interest-?free|(?:interest)?notcharged)$/;

/** What may mean it, or that the interest is not known, or stopped for a while. */
const PERHAPS = new RegExp(
  `^(?:ไม่มี|ไม่(?:ได้)?(?:คิด|เก็บ|เสีย)|none|no|nothing|free|ฟรี|[\\p{Pd}]|(?:หยุด|งด|พัก|ยก|ยกเว้น)(?:คิด|เก็บ|เว้น)?${interest})(?:เลย|แล้ว)?$`,
  'u',
);

/** Reads that no interest is taken, which is 0 percent: `ไม่มีดอกเบี้ย`, `ไม่คิดดอกเบี้ย`. */
export function readNoInterest(text: string): Reading<number> {
  const key = wordKey(text);
  if (THAI.test(key) || ENGLISH.test(key)) return read(0);
  return PERHAPS.test(key) ? ambiguous(0) : unreadable;
}

const FOR_A_TIME = new RegExp(
  `^(?:ไม่(?:มี|คิด|เก็บ)|ปลอด|ฟรี|พัก|no|free)(?:${interest}|interest)(?:for)?\\d+(?:เดือน|ปี|งวด|วัน|month|year)s?(?:แรก)?$`,
);

/** An interest that is free for some time is not that of the year. */
export const isFreeForATime = (text: string): boolean => FOR_A_TIME.test(wordKey(text));
