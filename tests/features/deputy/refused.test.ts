import { expect, test } from 'vitest';
import { namedOutcome } from '../../../src/features/deputy/outcome.ts';
import type { DeputyOutcome } from '../../../src/programme/people/deputy.ts';
import { wordsOf } from '../../support/conversation.ts';
import { inDistrict, inProvince, personAs } from '../../support/flowWorld.ts';

const provinceHead = personAs({ role: 'provinceHead', scope: inProvince });
const seat = { role: 'districtHead', scope: inDistrict('นาดี') } as const;

test.each<[Exclude<DeputyOutcome['kind'], 'named'>, string]>([
  ['notEntitled', 'ตำแหน่งนี้มอบหมายได้เฉพาะผู้ดำรงตำแหน่ง หรือระดับเหนือขึ้นไปเมื่อตำแหน่งว่าง'],
  ['seatTaken', 'มีผู้ดำรงตำแหน่งนี้แล้ว จึงไม่ได้มอบหมาย'],
  ['dateIsPast', 'วันที่เลือกผ่านไปแล้ว กรุณามอบหมายใหม่'],
  ['nothingWaits', 'รายงานเหล่านั้นมีผู้ลงนามแล้ว จึงไม่ได้มอบหมาย'],
])('what changed between question and answer is said: %s', (kind, text) => {
  const { reply, audits } = namedOutcome(provinceHead, { of: 'nameDeputy', seat, result: { kind } });
  expect(reply && wordsOf(reply)).toMatch(new RegExp(`^${text}$`, 'm'));
  expect(audits).toBeUndefined();
});
