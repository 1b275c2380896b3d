import type { Scope } from '../../programme/area/areas.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import type { OwingUnit } from '../../programme/duty/owed.ts';
import type { Situation } from '../../programme/duty/situation.ts';
import type { FiscalYear, IsoDate } from '../../programme/ids.ts';
import type { CaseRow } from '../../programme/report/row.ts';
import type { UnitStanding } from '../../programme/standing.ts';
import type { Due } from '../due.ts';
import type { Kept } from '../store.ts';
import { owedIn } from './owedIn.ts';
import { provincesAround, readSeats } from './readSeats.ts';
import type { SituationStore } from './situationStore.ts';

/** What has to be known to say who owes what. */
export type DutyParts = { readonly store: SituationStore; readonly dues: readonly Due[] };

/** The day of which it is said who owes what, and the year that new reports belong to, which is open while none was ever opened. */
export type When = { readonly year: FiscalYear; readonly today: IsoDate };

/**
 * Who owes what in these areas, as it is now, of every year that is open: a duty belongs to its year until that is
 * closed.
 */
export async function readDuties(
  parts: DutyParts,
  areas: readonly Scope[],
  { year: newest, today }: When,
): Promise<readonly Duty[]> {
  const years = await openYears(parts.store, newest);
  const all = await Promise.all(years.map((year) => readDutiesOf(parts, areas, { year, today })));
  return all.flat();
}

/** The years whose reports are still taken, the oldest first. */
export async function openYears(
  { years }: Pick<Kept, 'years'>,
  newest: FiscalYear,
): Promise<readonly FiscalYear[]> {
  const all = await years.list();
  if (all.length === 0) return [newest];
  return all.flatMap(({ year, closedAt }) => (closedAt ? [] : [year])).sort((a, b) => a - b);
}

async function readDutiesOf(
  { store, dues }: DutyParts,
  areas: readonly Scope[],
  when: When,
): Promise<readonly Duty[]> {
  const { situation, units } = await readOwing({ store, dues }, areas, when);
  return owedIn(dues, { ...situation, answered: await answeredIn(store, situation.units) }, units);
}

/** What says who owes what of a year, with the units that kinds read themselves; nothing of how far drafts are. */
export type Owing = {
  readonly situation: Situation;
  readonly units: ReadonlyMap<string, readonly OwingUnit[]>;
};

export async function readOwing(
  { store, dues }: DutyParts,
  areas: readonly Scope[],
  when: When,
): Promise<Owing> {
  const [situation, ...units] = await Promise.all([
    readUnanswered(store, areas, when),
    ...dues.map(async ({ id, duty }) => [id, (await duty?.unitsIn?.(store, areas)) ?? []] as const),
  ]);
  return { situation, units: new Map(units) };
}

/** All that says who owes what in these areas, as it is now. */
export async function readSituation(
  store: SituationStore,
  areas: readonly Scope[],
  when: When,
): Promise<Situation> {
  const situation = await readUnanswered(store, areas, when);
  return { ...situation, answered: await answeredIn(store, situation.units) };
}

async function readUnanswered(
  store: SituationStore,
  areas: readonly Scope[],
  { year, today }: When,
): Promise<Situation> {
  const [centers, rules, units, frozen] = await Promise.all([
    store.centers.rows(areas),
    store.deadlines.rules(year),
    store.standings.within(areas, year),
    store.freezes.within(provincesAround(areas)),
  ]);
  const seats = await readSeats(store, areas, units);
  const freezes = new Map(frozen.map((one) => [one.id, one]));
  return { year, today, rules, centers, units, ...seats, freezes, answered: new Map() };
}

/** Answered questions of the drafts that somebody has in hand. */
async function answeredIn(
  { persons }: Pick<SituationStore, 'persons'>,
  units: readonly UnitStanding[],
): Promise<ReadonlyMap<string, number>> {
  const held: NonNullable<CaseRow['holder']>[] = [];
  for (const { rows } of units) for (const { holder } of rows) if (holder) held.push(holder);
  return held.length === 0 ? new Map() : persons.progress(held);
}
