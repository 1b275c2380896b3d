import { describe, expect, test } from 'vitest';
import { presentSlot } from '../../../../src/engine/advance.ts';
import type { Facts } from '../../../../src/engine/draft.ts';
import type { EventId, Json } from '../../../../src/engine/ids.ts';
import { type Given, newDraft } from '../../../../src/features/household/talk/draft.ts';
import { planTalk } from '../../../../src/features/household/talk/plan.ts';
import { specOf } from '../../../../src/kernel/form/talk.ts';
import type { CenterId, HouseholdId, IsoDate } from '../../../../src/programme/ids.ts';
import { now, officerOf, year } from '../../../support/flowWorld.ts';
import { context } from '../../../support/turn.ts';

const { id: who } = officerOf('นาดี');
const event = {
  id: 'e1' as EventId,
  who,
  lineUser: 'U1',
  at: now,
  receivedAt: now,
  redelivered: false,
} as const;
const subject = {
  unit: { kind: 'center', province: 'ปราจีนบุรี', district: 'นาดี', center: 'CAAAAA1' as CenterId },
  year,
  household: 'H1' as HouseholdId,
} as const;
const answered = [
  ['aim', 'reduce'],
  ['methods', ['consolidation']],
  ['occupation', undefined],
  ['together', undefined],
  ['who', 'คณะกรรมการ ศจก.'],
] as const satisfies readonly (readonly [string, Json | undefined])[];

/** What is suggested at the first question that the answers leave open. */
function suggestedTo(given: Given, known: Facts, today: string) {
  const facts = { joinedOn: '2022-06-01', ...known };
  const sent = { ...event, kind: 'text', text: '' } as const;
  const draft = newDraft(planTalk.form, subject, facts, given, sent);
  const slot = presentSlot(specOf(planTalk, context), draft);
  return slot && planTalk.suggestion?.(draft, slot, today as IsoDate);
}

describe('by when a household reaches its aim', () => {
  test.each([
    ['a week before the result is due', '2022-08-09', '2022-08-01', '2022-08-02'],
    ['the day before, where less than a week is left', '2022-08-09', '2022-08-03', '2022-08-08'],
    ['the day before, where a week before would be today', '2022-08-09', '2022-08-02', '2022-08-08'],
    ['today, where the result is due tomorrow', '2022-08-09', '2022-08-08', '2022-08-08'],
    ['today, where the result is due today', '2022-08-09', '2022-08-09', '2022-08-09'],
    ['a week ahead, once the result is overdue', '2022-08-09', '2022-08-10', '2022-08-17'],
    ['the end of the year, where no date is set', null, '2022-08-01', '2022-09-30'],
    ['a week ahead, once the year is over', '2022-08-09', '2022-12-01', '2022-12-08'],
  ])('is suggested as %s', (_what, resultDue, today, day) => {
    expect(suggestedTo(answered, { resultDue }, today)).toEqual({ kind: 'value', value: day });
  });
});

const loan = (rateBasisPoints: number, overdue: boolean, no = 1) => ({
  ...{ no, fund: `กองทุนที่ ${no}`, outstandingSatang: 2_500_000, rateBasisPoints, overdue },
});

describe('the methods that a plan suggests', () => {
  test.each([
    ['overdue: its default interest', [loan(600, true)], ['waiver']],
    ['on time: a lower interest', [loan(600, false)], ['lowerInterest']],
    ['on time without interest: a longer term', [loan(0, false)], ['longerTerm']],
    ['on time above the limit: a lower interest', [loan(1800, false)], ['lowerInterest']],
    ['overdue above the limit: both', [loan(1800, true)], ['lowerInterest', 'waiver']],
    ['several on time: one contract', [loan(600, false), loan(600, false, 2)], ['consolidation']],
    [
      'several, one above the limit and one overdue',
      [loan(1800, false), loan(600, true, 2)],
      ['consolidation', 'lowerInterest', 'waiver'],
    ],
  ])('for a contract %s', (_what, before, methods) => {
    expect(suggestedTo([['aim', 'reduce']], { before }, '2022-08-01')).toEqual({
      kind: 'value',
      value: methods,
    });
  });

  test('are none where nothing is owed to a fund', () => {
    expect(suggestedTo([['aim', 'reduce']], { before: [] }, '2022-08-01')).toBeUndefined();
  });

  test('hold an interest to the limit that the office works with', () => {
    const known = { before: [loan(1000, true)], rateLimit: 900 };
    expect(suggestedTo([['aim', 'reduce']], known, '2022-08-01')).toEqual({
      kind: 'value',
      value: ['lowerInterest', 'waiver'],
    });
  });
});
