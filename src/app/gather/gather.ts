import type { DraftId } from '../../engine/ids.ts';
import type { DebtReport } from '../../features/household/rules/round.ts';
import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { type Gathered, type Needs, nothingGathered } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CenterId, FiscalYear } from '../../programme/ids.ts';
import { capacities, holds, may } from '../../programme/people/actor.ts';
import type { Store } from '../ports.ts';
import { readAnnounced } from './announced.ts';
import { readOwed } from './duties.ts';
import { readForecast } from './forecast.ts';
import { readLateWork } from './late.ts';
import { readJoinings } from './roundContent.ts';

export type Gather = (needs: Needs, person: Person, year: FiscalYear) => Promise<Gathered>;

type Reading = Pick<
  Store,
  | 'centers'
  | 'cases'
  | 'persons'
  | 'standings'
  | 'households'
  | 'books'
  | 'debtReports'
  | 'deadlines'
  | 'years'
  | 'announcements'
  | 'reminders'
>;

/** Reads what a flow declared, at once. Scope is the first argument of every query. */
export function createGather(store: Reading): Gather {
  return async (needs, person, year) => {
    const lastYear = (year - 1) as FiscalYear;
    const [centers, within, history, received, standings, ofHouseholds, debtReports, holders, owed, rules] =
      await Promise.all([
        needs.centersIn ? store.centers.within(needs.centersIn) : [],
        needs.casesIn ? store.cases.within(needs.casesIn, [year, lastYear]) : [],
        needs.history ? store.cases.ofCenter(needs.history) : [],
        needs.receipt ? store.cases.byReceipt(needs.receipt.receipt, needs.receipt.within) : undefined,
        needs.standings ? store.standings.of(needs.standings, year) : [],
        householdsOf(needs, person, year),
        debtReportsOf(needs, year),
        holdersOf(needs, person),
        readOwed(store, needs, year),
        needs.rules ? store.deadlines.rules(year) : [],
      ]);
    const cases = [...within, ...history, ...(received ? [received] : [])];
    return {
      ...nothingGathered,
      ...ofHouseholds,
      centers,
      confirmations: await confirmationsOf(needs),
      cases,
      standings,
      holders,
      ...owed,
      rules,
      forecasts: await forecastsOf(needs, year),
      late: needs.late ? await readLateWork(store, needs.late.areas, { year, today: needs.late.today }) : [],
      ...(await readAnnounced(store, needs)),
      debtReports: debtReports.flatMap((report) => asSeenBy(person, report)),
      progress: needs.progress ? await progressOf(cases) : new Map(),
    };
  };

  async function confirmationsOf({ confirmationsIn: areas }: Needs): Promise<Gathered['confirmations']> {
    const records = areas ? await store.centers.records(areas) : [];
    return new Map(records.map(({ center, confirmations }) => [center.id, confirmations]));
  }

  async function forecastsOf({ forecasts }: Needs, year: FiscalYear): Promise<Gathered['forecasts']> {
    if (!forecasts) return [];
    const { areas, today } = forecasts;
    const found = await Promise.all(areas.map((area) => readForecast(store, area, year, today)));
    return found.flatMap((one) => one ?? []);
  }

  async function progressOf(cases: Gathered['cases']): Promise<Gathered['progress']> {
    const held = cases.flatMap(({ holder }) =>
      holder ? [{ person: holder.person, draft: holder.draft }] : [],
    );
    const progress = held.length > 0 ? await store.persons.progress(held) : new Map<string, number>();
    return new Map([...progress].map(([draft, answered]) => [draft as DraftId, answered]));
  }

  async function householdsOf(
    needs: Needs,
    person: Person,
    year: FiscalYear,
  ): Promise<Partial<Pick<Gathered, 'households' | 'book' | 'joinings'>>> {
    const wanted = needs.households ?? needs.household;
    const center = wanted && (await seenCenter(person, wanted.center));
    if (!center) return {};
    const [all, book] = await Promise.all([
      needs.households ? store.households.within([scopeOfCenter(center)]) : readOne(needs, center.id),
      store.books.read(center.id),
    ]);
    const joinings = await readJoinings(store, all, year);
    return { households: all, joinings, ...(book ? { book } : {}) };
  }

  async function readOne({ household: wanted }: Needs, center: CenterId) {
    const found = wanted && (await store.households.read(wanted.household));
    return found?.place.center === center ? [found] : [];
  }

  /** A center whose households this person may see by name. */
  async function seenCenter(person: Person, id: CenterId): Promise<Center | undefined> {
    if (capacities(person.bindings, 'seeHouseholds').length === 0) return undefined;
    const center = (await store.centers.read(id))?.center;
    return center && may(person.bindings, 'seeHouseholds', scopeOfCenter(center)) ? center : undefined;
  }

  async function holdersOf({ holders: asked }: Needs, { bindings }: Person): Promise<Gathered['holders']> {
    if (!asked || !may(bindings, 'invite', asked.scope)) return [];
    const records = await store.persons.read(await store.persons.holding([asked.role], asked.scope));
    return records.flatMap(({ person }) =>
      holds(person.bindings, asked.role, asked.scope) ? [{ person: person.id, name: person.name ?? '' }] : [],
    );
  }

  async function debtReportsOf(needs: Needs, year: FiscalYear): Promise<readonly DebtReport[]> {
    const [ofCenter, within, received] = await Promise.all([
      needs.debtReports ? reportsOfCenter(needs.debtReports) : [],
      needs.debtReportsIn ? store.debtReports.within(needs.debtReportsIn, [year]) : [],
      needs.receipt ? store.debtReports.byReceipt(needs.receipt.receipt, needs.receipt.within) : undefined,
    ]);
    return [...ofCenter, ...within, ...(received ? [received] : [])];
  }

  async function reportsOfCenter({ center: id, year }: NonNullable<Needs['debtReports']>) {
    const center = (await store.centers.read(id))?.center;
    return center ? store.debtReports.within([scopeOfCenter(center)], [year]) : [];
  }
}

/** A debt report; without the names for those who see only figures, and not at all for those outside its area. */
function asSeenBy({ bindings }: Person, report: DebtReport): readonly DebtReport[] {
  const { province, district, center } = report;
  const where: Scope = { kind: 'center', province, district, center };
  if (may(bindings, 'seeHouseholds', where)) return [report];
  if (!may(bindings, 'seeSummary', where)) return [];
  return [{ ...report, revisions: report.revisions.map((revision) => ({ ...revision, details: {} })) }];
}
