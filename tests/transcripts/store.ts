import type { ProgrammeYear, Store } from '../../src/app/ports.ts';
import type { Announcement } from '../../src/domain/announcement/announcement.ts';
import { covers, type Scope } from '../../src/domain/area/areas.ts';
import type { CenterRecord } from '../../src/domain/center/record.ts';
import { type Deadline, ruleOf } from '../../src/domain/deadline/deadline.ts';
import { nationalDeadlines2565, prachinBuriDeadlines2565 } from '../../src/domain/deadline/deadlines2565.ts';
import type { HouseholdBook } from '../../src/domain/household/book.ts';
import type { Household } from '../../src/domain/household/household.ts';
import type { DebtReport } from '../../src/domain/household/round.ts';
import type { FiscalYear } from '../../src/domain/ids.ts';
import type { Invite } from '../../src/domain/people/invite.ts';
import type { Seat } from '../../src/domain/people/seat.ts';
import type { MonthQuota } from '../../src/domain/quota/monthQuota.ts';
import type { ReportCase } from '../../src/domain/report/reportCase.ts';
import { type Contribution, figuresOfParts } from '../../src/domain/report/standing.ts';
import { answeredPoints } from '../../src/flows/assess/report.ts';
import type { Person } from '../../src/flows/person.ts';
import { gatherFrom } from '../support/flowWorld.ts';
import { memoryRuns } from './sending.ts';
import type { World } from './world.ts';

/** As much of the store as turns and their effects use, in memory. */
export function memoryStore(people: Map<string, Person>, years: World['years']) {
  const cases = records<ReportCase>(({ id }) => id);
  const centers = records<CenterRecord>(({ center }) => center.id);
  const invites = records<Invite>(({ code }) => code);
  const seats = records<Seat>(({ id }) => id);
  const households = records<Household>(({ id }) => id);
  const books = records<HouseholdBook>(({ center }) => center);
  const debtReports = records<DebtReport>(({ id }) => id);
  const announcements = records<Announcement>(({ id }) => id);
  const deadlines = records<Deadline>(
    ({ id }) => id,
    [...nationalDeadlines2565, ...prachinBuriDeadlines2565],
  );

  const office = () => ({ centers: centers.all().map(({ center }) => center), cases: cases.all() });
  const caseStore: Store['cases'] = {
    ...cases,
    within: async (scopes, of) =>
      gatherFrom(office(), { casesIn: scopes }).cases.filter((one) => of.includes(one.year)),
    ofCenter: async (center) => office().cases.filter((one) => one.center === center),
    byReceipt: async (receipt, within) => gatherFrom(office(), { receipt: { receipt, within } }).cases[0],
    heldBy: async (person) => cases.all().filter(({ holder }) => holder?.person === person),
  };
  const centerStore: Store['centers'] = {
    ...centers,
    within: async (scopes) => gatherFrom(office(), { centersIn: scopes }).centers,
    records: async (scopes) =>
      centers.all().filter(({ center }) => within(scopes, { ...center, center: center.id })),
  };
  const deadlineStore: Store['deadlines'] = {
    ...deadlines,
    rules: async (year) =>
      deadlines.all().flatMap((deadline) => (deadline.year === year ? (ruleOf(deadline) ?? []) : [])),
  };
  const householdStore: Store['households'] = {
    ...households,
    within: async (scopes) =>
      households
        .all()
        .filter(({ place }) => within(scopes, place))
        .toSorted((a, b) => a.place.no - b.place.no),
  };
  const debtReportStore: Store['debtReports'] = {
    ...debtReports,
    within: async (scopes, years) =>
      debtReports.all().filter((report) => years.includes(report.year) && within(scopes, report)),
    byReceipt: async (receipt, scopes) =>
      debtReports
        .all()
        .find(
          (report) =>
            within(scopes, report) && report.revisions.some((revision) => revision.receipt === receipt),
        ),
  };
  const parts = {
    cases: caseStore,
    centers: centerStore,
    invites,
    seats: {
      ...seats,
      heldBy: async (person: string) => seats.all().filter(({ holder }) => holder?.person === person),
    },
    households: householdStore,
    books,
    debtReports: debtReportStore,
    deadlines: deadlineStore,
    standings: standings((scopes) => gatherFrom(office(), { standings: scopes }).standings),
    persons: persons(people),
    years: { list: async () => [yearOf(years)] },
    quotas: records<MonthQuota>(({ month }) => month),
    announcements: {
      ...announcements,
      underWay: async (by?: string) =>
        announcements
          .all()
          .filter(
            (one) => ['scheduled', 'sending', 'stopping'].includes(one.state) && (!by || one.by === by),
          ),
    },
    ...memoryRuns(),
    lacksKey: async () => false,
  };
  return { store: parts as unknown as Store, centers, invites, households };
}

type Place = { readonly province: string; readonly district: string; readonly center: string };

const within = (scopes: readonly Scope[], { province, district, center }: Place): boolean =>
  scopes.some((scope) => covers(scope, { kind: 'center', province, district, center } as Scope));

/** The figures of areas as the sums of what was contributed; how many centers there are is the registry's to say. */
function standings(
  areasOf: (scopes: readonly Scope[]) => ReturnType<typeof gatherFrom>['standings'],
): Store['standings'] {
  const said = new Map<string, Contribution & { readonly year: FiscalYear }>();
  const partsIn = (scopes: readonly Scope[], year: FiscalYear) =>
    [...said.values()].filter((each) => each.year === year && within(scopes, each.place));
  return {
    contribute: async (year, contributions) => {
      for (const each of contributions) {
        const key = `${year} ${each.place.center} ${each.source}`;
        if ((said.get(key)?.rev ?? -1) < each.rev) said.set(key, { ...each, year });
      }
    },
    of: async (scopes, year) =>
      areasOf(scopes).map((area) => ({
        ...area,
        ...figuresOfParts(partsIn([area.scope], year).flatMap(({ part }) => part ?? [])),
      })),
    ofCenters: async (scopes, year) => {
      const inside = partsIn(scopes, year);
      const ids = new Set(inside.map(({ place }) => place.center));
      return new Map(
        [...ids].map((id) => {
          const own = inside.filter(({ place }) => place.center === id);
          return [id, figuresOfParts(own.flatMap(({ part }) => part ?? []))];
        }),
      );
    },
  };
}

function persons(
  people: Map<string, Person>,
): Pick<Store['persons'], 'read' | 'commit' | 'holding' | 'progress'> {
  return {
    read: async (ids) =>
      [...people.values()]
        .filter(({ id }) => ids.includes(id))
        .map((person) => ({ person, rev: 1, handled: [], outbox: [], pending: [] })),
    commit: async (writes) =>
      writes.map(({ record: { person } }) => {
        for (const [name, { id }] of people) if (id === person.id) people.set(name, person);
        return 'committed';
      }),
    holding: async (roles, where) =>
      [...people.values()]
        .filter(({ bindings }) =>
          bindings.some(({ role, scope }) => roles.includes(role) && covers(where, scope)),
        )
        .map(({ id }) => id),
    progress: async (drafts) => {
      const all = [...people.values()].flatMap((one) => Object.values(one.drafts));
      const held = all.filter(({ id }) => drafts.some(({ draft }) => draft === id));
      return new Map(held.map((draft) => [draft.id, answeredPoints(draft)]));
    },
  };
}

/** Shared records in memory, with the compare-and-swap that they rely on. */
function records<R extends { readonly rev: number }>(idOf: (record: R) => string, known: readonly R[] = []) {
  const kept = new Map(known.map((record) => [idOf(record), record]));
  return {
    all: () => [...kept.values()],
    read: async (id: string) => kept.get(id),
    write: async (record: R, expected: number) => {
      if ((kept.get(idOf(record))?.rev ?? 0) !== expected) return 'lost' as const;
      kept.set(idOf(record), record);
      return 'committed' as const;
    },
  };
}

const yearOf = ({ present: year, closed }: World['years']): ProgrammeYear => ({
  ...{ year, openedAt: new Date(0), forms: {} },
  ...(closed && { closedAt: new Date(0) }),
});
