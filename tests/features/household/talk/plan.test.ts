import { describe, expect, test } from 'vitest';
import { presentSlot } from '../../../../src/engine/advance.ts';
import type { EventId, Json } from '../../../../src/engine/ids.ts';
import { newDraft } from '../../../../src/features/household/talk/draft.ts';
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
const subject = { center: 'CAAAAA1' as CenterId, year, household: 'H1' as HouseholdId };
const answered = [
  ['aim', 'reduce'],
  ['methods', ['consolidation']],
  ['occupation', undefined],
  ['together', undefined],
  ['who', 'คณะกรรมการ ศจก.'],
] as const satisfies readonly (readonly [string, Json | undefined])[];

/** What is suggested as the day of a plan whose result is due on a day. */
function suggested(resultDue: string | null, today: string) {
  const facts = { joinedOn: '2022-06-01', resultDue };
  const sent = { ...event, kind: 'text', text: '' } as const;
  const draft = newDraft(planTalk.form, subject, facts, answered, sent);
  const slot = presentSlot(specOf(planTalk, context), draft);
  return slot && planTalk.suggestion?.(draft, slot, today as IsoDate);
}

describe('by when a household reaches its aim', () => {
  test.each([
    ['a week before the result is due', '2022-08-09', '2022-08-01', '2022-08-02'],
    ['the day before, where less than a week is left', '2022-08-09', '2022-08-03', '2022-08-08'],
    ['a week before, also where that is today', '2022-08-09', '2022-08-02', '2022-08-02'],
    ['today, where the result is due tomorrow', '2022-08-09', '2022-08-08', '2022-08-08'],
    ['today, where the result is due today', '2022-08-09', '2022-08-09', '2022-08-09'],
    ['the end of the year, once the result is overdue', '2022-08-09', '2022-08-10', '2022-09-30'],
    ['the end of the year, where no date is set', null, '2022-08-01', '2022-09-30'],
    ['the next 30 September, once the year is over', '2022-08-09', '2022-12-01', '2023-09-30'],
  ])('is suggested as %s', (_what, due, today, day) => {
    expect(suggested(due, today)).toEqual({ kind: 'value', value: day });
  });
});
