import type { Store } from '../../src/app/ports.ts';
import type { Announcement } from '../../src/features/announce/record/announcement.ts';
import type { HouseholdBook } from '../../src/features/household/rules/book.ts';
import type { Household } from '../../src/features/household/rules/household.ts';
import { features } from '../../src/features/index.ts';
import type { Wording } from '../../src/kernel/form/wording.ts';
import { answeredOf, findForms } from '../../src/kernel/forms.ts';
import type { Person } from '../../src/kernel/person.ts';
import type { AnyCase, Cases, CasesOf } from '../../src/kernel/report/cases.ts';
import type { ProgrammeYear } from '../../src/kernel/store.ts';
import { covers, type Scope } from '../../src/programme/area/areas.ts';
import type { Center } from '../../src/programme/center/center.ts';
import { type CenterRecord, type CenterRow, doubtedYears } from '../../src/programme/center/record.ts';
import { type Deadline, ruleOf } from '../../src/programme/deadline/deadline.ts';
import type { FiscalYear } from '../../src/programme/ids.ts';
import type { Role } from '../../src/programme/people/actor.ts';
import type { Invite } from '../../src/programme/people/invite.ts';
import type { Seat } from '../../src/programme/people/seat.ts';
import type { MonthQuota } from '../../src/programme/quota/monthQuota.ts';
import { receiptsOf } from '../../src/programme/report/case.ts';
import type { AreaFreeze } from '../../src/programme/report/freeze.ts';
import { scopeOfUnit, unitId } from '../../src/programme/report/unit.ts';
import {
  areaStandings,
  type Contribution,
  sumFigures,
  type UnitStanding,
} from '../../src/programme/standing.ts';
import { memoryRuns } from './memoryRuns.ts';

const answered = answeredOf(findForms(features));

/** Who there is, by any name; what becomes of them is written back. */
export type People = Map<string, Person>;
export type OfficeStore = ReturnType<typeof officeStore>;

/** As much of the store as turns and their effects use, in memory; `years` are those that were ever opened. */
export function officeStore(people: People, years: () => readonly ProgrammeYear[] = () => []) {
  const cases = records<AnyCase>(({ id }) => id);
  const centers = records<CenterRecord>(({ center }) => center.id);
  const invites = records<Invite>(({ code }) => code);
  const seats = records<Seat>(({ id }) => id);
  const freezes = records<AreaFreeze>(({ id }) => id);
  const households = records<Household>(({ id }) => id);
  const books = records<HouseholdBook>(({ center }) => center);
  const announcements = records<Announcement>(({ id }) => id);
  const deadlines = records<Deadline>(({ id }) => id);
  const wordings = records<Wording>(({ id }) => id);

  const recordsIn = (scopes: readonly Scope[]) =>
    centers.all().filter(({ center }) => within(scopes, { ...center, center: center.id }));
  const centersIn = (scopes: readonly Scope[]) => recordsIn(scopes).map(({ center }) => center);
  const rowsIn = (scopes: readonly Scope[]) =>
    recordsIn(scopes).map((record) => ({
      ...record.center,
      confirmations: record.confirmations,
      ...doubtedYears(record),
    }));
  const store = {
    cases: casesIn(cases),
    centers: {
      ...centers,
      within: async (scopes) => centersIn(scopes),
      records: async (scopes) => recordsIn(scopes),
      rows: async (scopes) => rowsIn(scopes),
    },
    invites: {
      ...invites,
      open: async (areas, by, at) =>
        invites
          .all()
          .filter(({ usedBy, withdrawnBy, expiresAt }) => !usedBy && !withdrawnBy && expiresAt > at)
          .filter(({ scope, issuedBy }) => issuedBy === by || areas.some((area) => covers(area, scope))),
    },
    seats: {
      ...seats,
      heldBy: async (person) => seats.all().filter(({ holder }) => holder?.person === person),
      deputisedBy: async (person) =>
        seats.all().filter(({ deputies = [] }) => deputies.some(({ to }) => to === person)),
      deputisedIn: async (areas) =>
        seats
          .all()
          .filter(({ deputies = [] }) =>
            deputies.some(({ scope }) => areas.some((area) => covers(area, scope))),
          ),
    },
    freezes: {
      ...freezes,
      within: async (areas) => freezes.all().filter(({ area }) => areas.some((one) => covers(one, area))),
    },
    households: {
      ...households,
      within: async (scopes) =>
        households
          .all()
          .filter(({ place }) => within(scopes, place))
          .toSorted((a, b) => a.place.no - b.place.no),
    },
    books,
    deadlines: {
      ...deadlines,
      rules: async (year) =>
        deadlines.all().flatMap((deadline) => (deadline.year === year ? (ruleOf(deadline) ?? []) : [])),
    },
    wordings,
    standings: standings(rowsIn),
    persons: persons(people),
    years: { list: async () => years() },
    quotas: records<MonthQuota>(({ month }) => month),
    announcements: {
      ...announcements,
      underWay: async (by) =>
        announcements
          .all()
          .filter(
            (one) => ['scheduled', 'sending', 'stopping'].includes(one.state) && (!by || one.by === by),
          ),
    },
    ...memoryRuns(),
    lacksKey: async () => false,
  } satisfies Partial<{ [K in keyof Store]: Partial<Store[K]> }>;
  // What no turn uses is not there.
  return {
    store: store as unknown as Store,
    centers,
    cases,
    deadlines,
    invites,
    seats,
    households,
    books,
    wordings,
  };
}

type Place = { readonly province: string; readonly district: string; readonly center: Center['id'] };

const within = (scopes: readonly Scope[], { province, district, center }: Place): boolean =>
  scopes.some((scope) => covers(scope, { kind: 'center', province, district, center }));

/** The cases of all kinds, those of one by area, unit and receipt. */
function casesIn(cases: ReturnType<typeof records<AnyCase>>): Cases {
  const isWithin = (areas: readonly Scope[], { unit }: AnyCase) =>
    areas.some((area) => covers(area, scopeOfUnit(unit)));
  const ofKind = ({ id }: { readonly id: string }): CasesOf<AnyCase> => {
    const all = () => cases.all().filter(({ kind }) => kind === id);
    return {
      ...cases,
      within: async (areas, years) =>
        all().filter((one) => years.includes(one.period.year) && isWithin(areas, one)),
      ofUnit: async (unit) => all().filter((one) => unitId(one.unit) === unit),
    };
  };
  return {
    of: ofKind as Cases['of'],
    heldBy: async (person) => cases.all().filter(({ holder }) => holder?.person === person),
    byReceipt: async (receipt, areas) =>
      cases.all().find((one) => isWithin(areas, one) && receiptsOf(one).includes(receipt)),
  };
}

/** The figures of areas as the sums of what was contributed for their units. */
function standings(
  rowsIn: (scopes: readonly Scope[]) => readonly CenterRow[],
): Pick<Store['standings'], 'contribute' | 'of' | 'within'> {
  const said = new Map<string, Contribution & { readonly year: FiscalYear }>();
  const within = (scopes: readonly Scope[], year: FiscalYear): readonly UnitStanding[] => {
    const own = [...said.values()].filter(
      (each) => each.year === year && scopes.some((scope) => covers(scope, scopeOfUnit(each.unit))),
    );
    const units = new Map(own.map(({ unit }) => [unitId(unit), unit]));
    return [...units.values()].map((unit) => {
      const ofUnit = own.filter((each) => unitId(each.unit) === unitId(unit));
      return {
        unit,
        figures: sumFigures(ofUnit.map(({ figures = {} }) => figures)),
        rows: ofUnit.flatMap(({ row }) => row ?? []),
      };
    });
  };
  return {
    contribute: async (year, contributions) => {
      for (const each of contributions) {
        const key = `${year} ${unitId(each.unit)} ${each.source}`;
        if ((said.get(key)?.rev ?? -1) < each.rev) said.set(key, { ...each, year });
      }
    },
    within: async (scopes, year) => within(scopes, year),
    of: async (scopes, year) =>
      scopes.flatMap((scope) => areaStandings(scope, rowsIn([scope]), within([scope], year))),
  };
}

function persons(
  people: People,
): Pick<Store['persons'], 'read' | 'commit' | 'holding' | 'areasOf' | 'holders' | 'progress'> {
  const found = (role: Role, where: Scope) =>
    [...people.values()].flatMap(({ id, away, bindings }) =>
      bindings
        .filter((own) => own.role === role && covers(where, own.scope))
        .map(({ scope }) => ({ person: id, scope, away })),
    );
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
    areasOf: async (role, where) => found(role, where).map(({ scope }) => scope),
    holders: async (role, where) => found(role, where),
    progress: async (drafts) => {
      const all = [...people.values()].flatMap((one) => Object.values(one.drafts));
      const held = all.filter(({ id }) => drafts.some(({ draft }) => draft === id));
      return new Map(held.map((draft) => [draft.id, answered(draft)]));
    },
  };
}

/** Shared records in memory, with the compare-and-swap that they rely on. */
function records<R extends { readonly rev: number }>(idOf: (record: R) => string) {
  const kept = new Map<string, R>();
  return {
    all: () => [...kept.values()],
    /** Puts a record there as it is. */
    put: (record: R) => void kept.set(idOf(record), record),
    read: async (id: string) => kept.get(id),
    write: async (record: R, expected: number) => {
      if ((kept.get(idOf(record))?.rev ?? 0) !== expected) return 'lost' as const;
      kept.set(idOf(record), record);
      return 'committed' as const;
    },
  };
}
