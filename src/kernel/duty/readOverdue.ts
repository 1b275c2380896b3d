import { covers, type Scope } from '../../programme/area/areas.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { urgencyOf } from '../../programme/duty/urgency.ts';
import type { FiscalYear, IsoDate } from '../../programme/ids.ts';
import type { Due } from '../due.ts';
import { owedIn } from './owedIn.ts';
import { type DutyParts, type Owing, openYears, readOwing } from './readDuties.ts';

/** Reads what is overdue in some areas, of every open year; how far its drafts are is not known of it. */
export async function readOverdue(
  { store, dues }: DutyParts,
  areas: readonly Scope[],
  { year, today }: { readonly year: FiscalYear; readonly today: IsoDate },
  workOut = overdueIn,
): Promise<readonly Duty[]> {
  const years = await openYears(store, year);
  const owing = await Promise.all(years.map((each) => readOwing({ store, dues }, areas, each)));
  return workOut(dues, owing, areas, today);
}

export const overdueIn = (
  dues: readonly Due[],
  owing: readonly Owing[],
  areas: readonly Scope[],
  today: IsoDate,
): readonly Duty[] =>
  owing
    .flatMap(({ situation, units }) => owedIn(dues, situation, units))
    .filter((duty) => urgencyOf(duty, today) === 'overdue' && areas.some((area) => covers(area, duty.about)));
