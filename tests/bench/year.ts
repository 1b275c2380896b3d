import { summaryAreas } from '../../src/features/clock/morning.ts';
import {
  nationalDeadlines2565,
  prachinBuriDeadlines2565,
} from '../../src/features/deadline/deadlines2565.ts';
import { owedIn } from '../../src/kernel/duty/owedIn.ts';
import { districtsOf, provinces, type Scope } from '../../src/programme/area/areas.ts';
import { addDays, endOfFiscalYear, startOfFiscalYear } from '../../src/programme/calendar/calendar.ts';
import { usualMorningOf } from '../../src/programme/calendar/clockHours.ts';
import { isClosedDay } from '../../src/programme/calendar/closedDays.ts';
import { confirmers } from '../../src/programme/center/record.ts';
import { ruleOf } from '../../src/programme/deadline/deadline.ts';
import { closesOn, isWeeklySummaryDay } from '../../src/programme/deadline/summaryDays.ts';
import { byProvince } from '../../src/programme/duty/byProvince.ts';
import { callsAt, callsFor } from '../../src/programme/duty/calls.ts';
import type { Situation } from '../../src/programme/duty/situation.ts';
import type { CenterId, FiscalYear, IsoDate, PersonId } from '../../src/programme/ids.ts';
import type { Binding } from '../../src/programme/people/actor.ts';
import { createDice } from '../chaos/dice.ts';
import { dues } from '../support/dues.ts';

/** A year of the clock: how many pushes each person gets in each month. */
export type YearFigures = {
  readonly people: number;
  readonly pushes: number;
  /** Of a person in a month. */
  readonly mean: number;
  readonly most: number;
  /** How long the slowest morning took to find out who is told what, in milliseconds. */
  readonly slowestMs: number;
  readonly byMonth: readonly { readonly month: string; readonly mean: number; readonly most: number }[];
};

const year = 2565 as FiscalYear;
const centersInAll = 1138;
/** Of the centers that owe debt rounds. */
const withTarget = 924;

type Someone = { readonly id: PersonId; readonly bindings: readonly Binding[] };
/** A center with the days on which its reports are submitted and its entry is confirmed by each in turn. */
type SimCenter = {
  readonly center: Omit<Situation['centers'][number], 'confirmations'>;
  readonly done: { readonly [K in 'assessment' | 'debt1' | 'debt2']: IsoDate };
  readonly confirmed: readonly IsoDate[];
};

/**
 * FY2565 in 878 districts with two officers and a head each, and three people in each province: most finish in the
 * last days before a date, some early, a fifth up to two weeks late. What falls on one morning is one push.
 */
export function simulateYear(seed: number): YearFigures {
  const rules = [...nationalDeadlines2565, ...prachinBuriDeadlines2565].flatMap((one) => ruleOf(one) ?? []);
  const centers = makeCenters(seed);
  const people = makePeople();
  const counts = new Map<string, Map<string, number>>();
  let slowestMs = 0;
  for (let day = startOfFiscalYear(year); day <= endOfFiscalYear(year); day = addDays(day, 1)) {
    if (isClosedDay(day)) continue;
    const began = performance.now();
    const calls = callsAt(owedIn(dues, situationOn(day, centers, rules)), usualMorningOf(day));
    const near = byProvince(calls, ({ duty }) => duty);
    const weekly = isWeeklySummaryDay(day);
    for (const person of people) {
      const areas = summaryAreas(person);
      const isTold =
        (weekly && areas.length > 0) ||
        areas.some((area) => closesOn(dues, rules, area, day)) ||
        callsFor(person, near(person)).length > 0;
      if (!isTold) continue;
      const month = counts.get(day.slice(0, 7)) ?? new Map<string, number>();
      month.set(person.id, (month.get(person.id) ?? 0) + 1);
      counts.set(day.slice(0, 7), month);
    }
    slowestMs = Math.max(slowestMs, performance.now() - began);
  }
  return { ...figuresOf(counts, people.length), slowestMs: Math.round(slowestMs) };
}

function makePeople(): readonly Someone[] {
  const since = new Date(0);
  const someone = (role: Binding['role'], scope: Scope, no: number): Someone => ({
    id: `${role}${no}${JSON.stringify(scope)}` as PersonId,
    bindings: [{ role, scope, since }],
  });
  return provinces.flatMap((province) => [
    ...(['province', 'director', 'provinceHead'] as const).map((role) =>
      someone(role, { kind: 'province', province }, 1),
    ),
    ...districtsOf(province).flatMap((district) => {
      const scope: Scope = { kind: 'district', province, district };
      return [someone('officer', scope, 1), someone('officer', scope, 2), someone('districtHead', scope, 1)];
    }),
  ]);
}

function makeCenters(seed: number): readonly SimCenter[] {
  const dice = createDice(seed);
  const districts = provinces.flatMap((province) =>
    districtsOf(province).map((district) => ({ province, district })),
  );
  const around = (due: string): IsoDate => {
    const kind = dice(10);
    const days = kind < 2 ? -20 - dice(60) : kind < 8 ? -dice(14) : 1 + dice(14);
    return addDays(due as IsoDate, days);
  };
  return Array.from({ length: centersInAll }, (_, no): SimCenter => {
    const { province, district } = districts[no % districts.length] ?? { province: '', district: '' };
    const due = province === 'ปราจีนบุรี' ? '2022-08-09' : '2022-05-31';
    const first = around('2021-12-20');
    return {
      center: {
        id: `C${no}` as CenterId,
        name: `ศจก.${no}`,
        province,
        district,
        householdTarget: no < withTarget ? 5 : 0,
      },
      done: { assessment: around(due), debt1: around(due), debt2: around('2022-08-09') },
      confirmed: [first, addDays(first, 3 + dice(5)), addDays(first, 8 + dice(10))],
    };
  });
}

function situationOn(day: IsoDate, centers: readonly SimCenter[], rules: Situation['rules']): Situation {
  return {
    year,
    rules,
    centers: centers.map(({ center, confirmed }) => ({
      ...center,
      confirmations: confirmers
        .filter((_, turn) => (confirmed[turn] ?? day) < day)
        .map((as) => ({ year, as })),
    })),
    units: centers.map(({ center: { id, province, district }, done }) => ({
      unit: { kind: 'center', province, district, center: id },
      figures: {},
      rows: (['assessment', 'debt1', 'debt2'] as const)
        .filter((kind) => done[kind] < day)
        .map((kind) => ({ kind, period: { year }, stage: 'done', revision: 1 })),
    })),
    answered: new Map(),
    today: day,
    // Nothing waits for a signature here.
    ...{ holders: new Map(), deputies: new Map(), freezes: new Map() },
  };
}

function figuresOf(
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  people: number,
): Omit<YearFigures, 'slowestMs'> {
  const byMonth = [...counts].map(([month, each]) => {
    const pushes = [...each.values()];
    return { month, mean: sum(pushes) / people, most: Math.max(0, ...pushes) };
  });
  const pushes = sum([...counts.values()].map((each) => sum([...each.values()])));
  return {
    people,
    pushes,
    mean: pushes / people / 12,
    most: Math.max(...byMonth.map(({ most }) => most)),
    byMonth,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((so, number) => so + number, 0);
