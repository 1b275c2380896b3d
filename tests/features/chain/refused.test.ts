import { expect, test } from 'vitest';
import { refusedText } from '../../../src/features/chain/refused.ts';
import type { IsoDate, Receipt } from '../../../src/programme/ids.ts';
import type { CaseOutcome } from '../../../src/programme/report/outcome.ts';
import { createTexts } from '../../../src/text/texts.ts';

const texts = createTexts();
const said = (outcome: CaseOutcome): string | undefined => {
  const text = refusedText(outcome);
  return text && texts.render(text, 'th');
};

test.each<[CaseOutcome, string]>([
  [{ kind: 'alreadySigned', step: 'district', name: 'ธนา' }, 'ธนา ลงนามขั้นนี้ไปแล้ว'],
  [
    { kind: 'signedAnotherStep', step: 'chair', name: 'ธนา' },
    'ธนา ลงนามขั้นอื่นของรายงานนี้ไปแล้ว ผู้ลงนามแต่ละขั้นต้องเป็นคนละคน',
  ],
  [
    { kind: 'locked', receipt: 'FL65-8A3P6ZKZ-A' as Receipt },
    'รายงานนี้รับรองครบทุกขั้นและล็อกแล้ว เลขที่รับ FL65-8A3P6ZKZ-A',
  ],
  [{ kind: 'notInChain' }, 'รายงานนี้อยู่กับพัฒนากร จึงยังลงนามไม่ได้'],
  [{ kind: 'notYet', waitsFor: 'chair' }, 'รายงานนี้รอลงนามขั้นก่อนหน้าอยู่'],
  [{ kind: 'notEntitled' }, 'ขั้นนี้ลงนามได้เฉพาะผู้ดำรงตำแหน่งหรือผู้ที่ได้รับมอบหมาย'],
  [{ kind: 'nothingToTakeBack' }, 'ลายมือชื่อล่าสุดไม่ใช่ของคุณ จึงเรียกคืนไม่ได้'],
  [{ kind: 'reasonMissing' }, 'กรุณาพิมพ์เหตุผล'],
  [{ kind: 'photoMissing' }, 'กรุณาส่งรูปหน้าที่ลงนาม'],
  [{ kind: 'changed' }, 'รายงานนี้เปลี่ยนไปหลังจากที่แสดงการ์ด จึงยังไม่ได้ลงนามหรือส่งกลับ กรุณาดูฉบับปัจจุบัน'],
  [
    {
      ...{ kind: 'frozen', from: '2022-08-01' as IsoDate, until: '2022-08-05' as IsoDate },
      ...{ reason: 'ตรวจสอบบัญชี', byName: 'อารี' },
    },
    'อารี ระงับรายงานในพื้นที่นี้ตั้งแต่ 1 ส.ค. 2565 ถึง 5 ส.ค. 2565 จึงดูได้ แต่ส่ง ลงนาม หรือแก้ไขไม่ได้ เหตุผล: ตรวจสอบบัญชี',
  ],
])('what another did between card and tap is said: %o', (outcome, text) => {
  expect(said(outcome)).toBe(text);
});

test('what was done is no refusal', () => {
  expect(said({ kind: 'takenBack', step: 'chair', revision: 1 })).toBeUndefined();
});
