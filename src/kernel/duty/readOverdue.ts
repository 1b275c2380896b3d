import { covers, type Scope } from '../../programme/area/areas.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { urgencyOf } from '../../programme/duty/urgency.ts';
import type { IsoDate } from '../../programme/ids.ts';
import type { Due } from '../due.ts';
import { owedIn } from './owedIn.ts';
import { type DutyParts, type Owing, openYears, readOwing, type When } from './readDuties.ts';

/** Something worked out of what is owed in some areas in every open year. */
export type WorkOut<T> = (
  dues: readonly Due[],
  owing: readonly Owing[],
  areas: readonly Scope[],
  today: IsoDate,
) => T;

/** Reads what is overdue in some areas, of every open year; how far its drafts are is not known of it. */
export const readOverdue = (
  parts: DutyParts,
  areas: readonly Scope[],
  when: When,
): Promise<readonly Duty[]> => readOwed(parts, areas, when, overdueIn);

const overdueIn: WorkOut<readonly Duty[]> = (dues, owing, areas, today) =>
  owing
    .flatMap(({ situation, units }) => owedIn(dues, situation, units))
    .filter((duty) => isOverdueIn(areas, duty, today));

export const isOverdueIn = (areas: readonly Scope[], duty: Duty, today: IsoDate): boolean =>
  urgencyOf(duty, today) === 'overdue' && areas.some((area) => covers(area, duty.about));

/** Reads what is owed in some areas, of every open year, to work something out of it. */
export async function readOwed<T>(
  { store, dues }: DutyParts,
  areas: readonly Scope[],
  { year, today }: When,
  workOut: WorkOut<T>,
): Promise<T> {
  const years = await openYears(store, year);
  const owing = await Promise.all(
    years.map((each) => readOwing({ store, dues }, areas, { year: each, today })),
  );
  return workOut(dues, owing, areas, today);
}
