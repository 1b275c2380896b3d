import { expect, test } from 'vitest';
import { receiptAlone } from '../../../src/features/household/round/outcome.ts';
import { wordsOf } from '../../support/conversation.ts';
import { now, officerOf } from '../../support/flowWorld.ts';

test('who handed the area over while a round was submitted gets its receipt, with the center named', () => {
  const outcome = {
    ...{ of: 'submitRound', center: 'C000001', year: 2565, round: 1 },
    result: { kind: 'submitted', receipt: 'FL65-TEST0000-0', revision: 1, kept: [] },
    sent: { households: 3, flags: [], centerName: 'ศจก.บ้านหนอง' },
  } as unknown as Parameters<typeof receiptAlone>[1];
  const { reply } = receiptAlone(officerOf('นาดี'), outcome, { now });
  const words = reply ? wordsOf(reply, 'th') : '';
  expect(words).toContain('เลขที่รับ FL65-TEST0000-0');
  expect(words).toContain('ศจก.บ้านหนอง แล้ว รวม 3 ครัวเรือน');
  expect(words).not.toContain('นาย');
});
