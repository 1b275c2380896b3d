import type { IsoDate } from '../../../programme/ids.ts';
import { type CenterDebts, doneBy, joinedIn, reachedBy } from '../debts.ts';
import type { BatchWork, HouseholdWork } from '../intent.ts';
import { type Batch, judgeBatch, type Listed, type Understood } from '../rules/batch.ts';
import { linesIn } from './text.ts';

/** A message about several households against the center's list as it is now. */
export function batchOf(text: string, debts: CenterDebts): Batch {
  return judgeBatch(linesIn(text), listOf(debts));
}

const listOf = (debts: CenterDebts): readonly Listed[] =>
  joinedIn(debts).map((joined) => ({
    no: joined.household.place.no,
    household: joined.household.id,
    reached: reachedBy(joined, debts),
    done: doneBy(joined, debts),
    hasPlan: joined.work.plan !== undefined,
    isOpen: joined.household.closed === undefined,
  }));

/** What a line that was understood wants of its household, on the day it is told. */
export function workOfLine(
  line: Understood,
  { alike }: Pick<Batch, 'alike'>,
  on: IsoDate,
  reason?: string,
): BatchWork {
  const same = alike.find(({ nos }) => nos.includes(line.no))?.nos.length;
  return { no: line.no, household: line.household, work: workOf(line, on, reason, same) };
}

function workOf({ said }: Understood, on: IsoDate, reason?: string, sameFor?: number): HouseholdWork {
  switch (said.kind) {
    case 'step':
      return {
        kind: 'logStep',
        step: said.step,
        told: { on, photos: [] },
        ...(reason !== undefined && { reason }),
        ...(sameFor !== undefined && { sameFor }),
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
