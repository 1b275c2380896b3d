import { openYears } from '../../kernel/duty/readDuties.ts';
import type { Parts } from '../../kernel/effects.ts';
import type { Person } from '../../kernel/person.ts';
import type { Readers } from '../../kernel/reads.ts';
import { aroundOf } from '../../kernel/report/around.ts';
import type { AnyCase } from '../../kernel/report/cases.ts';
import { readDeputyships } from '../../kernel/report/deputyships.ts';
import type { FiledReport } from '../../kernel/report/filed.ts';
import { kindOfCase, type ReportKind } from '../../kernel/report/kind.ts';
import { readSeatNow } from '../../kernel/report/seatNow.ts';
import { covers, type Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CaseId, FiscalYear } from '../../programme/ids.ts';
import { areasFor, may } from '../../programme/people/actor.ts';
import { type Deputy, signsFor } from '../../programme/people/deputy.ts';
import { caseIdOf } from '../../programme/report/case.ts';
import type { AreaFreeze } from '../../programme/report/freeze.ts';
import { scopeOfUnit, unitId } from '../../programme/report/unit.ts';
import { followReports } from './deeds.ts';

type Needed = Pick<Parts, 'store' | 'reports' | 'clock'>;

/** What is known of the areas of some reports. */
type Known = {
  readonly centers: readonly Center[];
  readonly freezes: readonly AreaFreeze[];
  readonly deputies: readonly Deputy[];
};

/** Reports that go through a chain, to those who see them or were named to sign them. */
export function chainReaders({
  store,
  reports,
  clock,
}: Needed): Pick<Readers, 'reportsInChain' | 'filedReport'> {
  const chained = [...reports.values()].filter(({ rules }) => rules.chain.length > 0);

  return {
    reportsInChain: async ({ person, year }) => {
      const [years, deputies] = await Promise.all([
        openYears(store, year),
        readDeputyships(store, person.id),
      ]);
      const areas = [...areasFor(person.bindings, followReports), ...deputies.flatMap(areasOfTerm)];
      const [named, ...own] = await Promise.all([
        Promise.all(deputies.flatMap(reportsOfTerm).map(read)),
        ...chained.map(({ rules }) => store.cases.of<unknown>(rules).within(areas, years)),
      ]);
      const found = [...own.flat(), ...named.flatMap((one) => one?.record ?? [])];
      const all = new Map(found.map((record) => [record.id, record]));
      const seen = [...all.values()].filter((record) => maySee(person, record, deputies));
      const known = { ...(await knownOf(seen)), deputies };
      return seen.map((record) => filedOf(record, known));
    },

    filedReport: async ({ person }, id) => {
      const [found, deputies] = await Promise.all([read(id), readDeputyships(store, person.id)]);
      if (!found || !maySee(person, found.record, deputies)) return undefined;
      const { record, kind } = found;
      const [known, seat, earlier] = await Promise.all([
        knownOf([record]),
        readSeatNow(store, record, kind.rules, clock.now()),
        before(kind, record),
      ]);
      return {
        ...filedOf(record, { ...known, deputies }),
        ...(seat && { seat }),
        ...(earlier && { earlier }),
      };
    },
  };

  async function read(id: CaseId) {
    const kind = kindOfCase(reports, id);
    const record = kind && (await store.cases.of<unknown>(kind.rules).read(id));
    return record && { kind, record };
  }

  /** The same report of the year before; what is reported more often is not compared. */
  async function before({ rules }: ReportKind, { unit, period }: AnyCase): Promise<AnyCase | undefined> {
    if (rules.every !== 'year') return undefined;
    const year = (period.year - 1) as FiscalYear;
    return store.cases.of<unknown>(rules).read(caseIdOf(unitId(unit), rules.form, { year }));
  }

  function maySee({ bindings }: Person, { id, kind, unit }: AnyCase, deputies: readonly Deputy[]): boolean {
    const scope = scopeOfUnit(unit);
    const seenBy = reports.get(kind)?.seenBy ?? [];
    return (
      seenBy.some((deed) => may(bindings, deed, scope)) ||
      deputies.some((one) => covers(one.scope, scope) && signsFor(one, id, clock.now()))
    );
  }

  async function knownOf(records: readonly AnyCase[]): Promise<Omit<Known, 'deputies'>> {
    const areas = records.flatMap(({ unit }): readonly Scope[] =>
      unit.kind === 'center' ? [scopeOfUnit(unit)] : [],
    );
    const provinces = [...new Set(records.map(({ unit }) => unit.province))];
    const [centers, freezes] = await Promise.all([
      areas.length === 0 ? [] : store.centers.within(areas),
      store.freezes.within(provinces.map((province) => ({ kind: 'province', province }))),
    ]);
    return { centers, freezes };
  }
}

function filedOf(record: AnyCase, { centers, freezes, deputies }: Known): FiledReport {
  const { unit } = record;
  const center = unit.kind === 'center' ? centers.find(({ id }) => id === unit.center) : undefined;
  return {
    ...{ record, name: center?.name ?? unitId(unit), around: aroundOf(unit, freezes, deputies) },
    ...(center && { center }),
  };
}

const areasOfTerm = ({ term, scope }: Deputy): readonly Scope[] => (term.kind === 'until' ? [scope] : []);

const reportsOfTerm = ({ term }: Deputy): readonly CaseId[] => (term.kind === 'reports' ? term.reports : []);
