import { expect, test } from 'vitest';
import { freezeOutcome } from '../../../src/features/freeze/outcome.ts';
import type { FreezeOutcome } from '../../../src/programme/report/freeze.ts';
import { wordsOf } from '../../support/conversation.ts';
import { inProvince, personAs } from '../../support/flowWorld.ts';

const provincial = personAs({ role: 'province', scope: inProvince });
const area = { kind: 'district', province: 'ปราจีนบุรี', district: 'นาดี' } as const;

test.each<[Exclude<FreezeOutcome['kind'], 'set' | 'lifted' | 'frozen'>, string]>([
  ['notEntitled', 'พื้นที่นี้ระงับได้เฉพาะจังหวัดของพื้นที่และกรมการพัฒนาชุมชน'],
  ['reasonMissing', 'กรุณาพิมพ์เหตุผล'],
  ['datesAreWrong', 'วันเริ่มผ่านไปแล้ว กรุณาระงับใหม่โดยเลือกวันที่อีกครั้ง'],
  ['notFrozen', 'พื้นที่นี้ไม่ได้ระงับอยู่'],
])('what changed between question and answer is said: %s', (kind, text) => {
  const { reply, audits } = freezeOutcome(provincial, { of: 'liftFreeze', area, result: { kind }, told: 0 });
  expect(reply && wordsOf(reply)).toMatch(new RegExp(`^${text}$`, 'm'));
  expect(audits).toBeUndefined();
});
