import { noSuchDay, readDateTowards } from '../../../engine/parse/date.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { firstDayTold } from '../../../programme/calendar/calendar.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { type CenterDebts, centerStepsOf, joinedIn } from '../debts.ts';
import type { BatchWork, HouseholdWork } from '../intent.ts';
import { type Batch, type Days, judgeBatch, type Listed, sameFor, type Understood } from '../rules/batch.ts';
import { linesIn } from './text.ts';

/** A message about several households against the center's list as it is now. */
export function batchOf(text: string, debts: CenterDebts, today: IsoDate, mayJoinEarlier = false): Batch {
  return judgeBatch(linesIn(text), listOf(debts), daysOf(debts, today), mayJoinEarlier);
}

/** A day that can be read in two ways is asked about. */
const daysOf = ({ year }: CenterDebts, today: IsoDate): Days => ({
  read: (words) => {
    const reading = readDateTowards(words, today, 'past');
    return reading.kind === 'read' ? toIsoDate(reading.value) : undefined;
  },
  noSuchDay: (words) => noSuchDay(words, today),
  from: firstDayTold(year, today),
  today,
});

const listOf = (debts: CenterDebts): readonly Listed[] =>
  joinedIn(debts).map(({ household, work }) => ({
    no: household.place.no,
    household: household.id,
    joinedOn: work.joinedOn,
    own: work.steps,
    center: centerStepsOf(debts),
    hasPlan: work.plan !== undefined,
    isOpen: household.closed === undefined,
  }));

/** What a line that was understood wants of its household, on the day that it tells or else today. */
export function workOfLine(line: Understood, { alike }: Pick<Batch, 'alike'>, today: IsoDate): BatchWork {
  const { no, household } = line;
  return { no, household, work: workOf(line, line.on ?? today, sameFor(alike, line)) };
}

function workOf({ said, joinsEarlier }: Understood, on: IsoDate, same?: number): HouseholdWork {
  switch (said.kind) {
    case 'step':
      return {
        kind: 'logStep',
        step: said.step,
        told: { on, ...(said.together !== undefined && { together: said.together }), photos: [] },
        ...(joinsEarlier && { joinedOn: on }),
        ...(same !== undefined && { sameFor: same }),
      };
    case 'notFound':
      return { kind: 'notFound', on };
    case 'moved':
    case 'died':
      return { kind: 'close', closing: { why: said.kind, on } };
    default:
      return said satisfies never;
  }
}
