import { ruleFor } from '../deadline/dueFor.ts';
import type { DeadlineKind, DueKind } from '../deadline/kind.ts';
import { scopeKindOf } from '../people/actor.ts';
import { type Period, periodKey, periodsOf } from '../report/period.ts';
import type { SignStep } from '../report/rules.ts';
import { scopeOfUnit, type Unit, unitId } from '../report/unit.ts';
import { type Figures, findStandings, type UnitStanding } from '../standing.ts';
import type { ChainStep, Duty, Step } from './duty.ts';
import type { Situation } from './situation.ts';
import { stepAt } from './step.ts';
import { dateOfStep } from './stepDate.ts';

/** A unit that owes a report, with what another list than the standings says of it in figures. */
export type OwingUnit = { readonly unit: Unit; readonly name: string; readonly figures?: Figures };

/** The one step that somebody has to take for a unit, and in which period. */
export type Owed = Period & { readonly of: OwingUnit; readonly step: Step } & Partial<
    Pick<Duty['state'], 'answered'>
  >;

/**
 * What the units of an area owe of a kind of report: for each of them the one step that it waits for. Of a report
 * about a part of the year nothing is owed until its date is set.
 */
export function owedReports(
  { id, every }: Pick<DueKind, 'id' | 'every'>,
  chain: readonly SignStep[],
  units: readonly OwingUnit[],
  situation: Situation,
): readonly Owed[] {
  const { year, rules, answered } = situation;
  const standingOf = findStandings(situation.units);
  const periods = periodsOf(every, year).filter(
    (period) => every === 'year' || rules.some((rule) => rule.kind === id && rule.part === period.part),
  );
  const owed: Owed[] = [];
  for (const of of units) {
    const standing = standingOf(of.unit);
    for (const period of periods) {
      const row = rowOf(standing, id, period);
      const step = stepAt(row, of.unit, chain, situation);
      const draft = row?.holder?.draft;
      if (step) owed.push({ ...period, of, step, answered: (draft && answered.get(draft)) || 0 });
    }
  }
  return owed;
}

const rowOf = (standing: UnitStanding | undefined, kind: string, { part }: Period) =>
  standing?.rows.find((row) => row.kind === kind && row.period.part === part);

/** What is owed of a kind of due date. */
export type OwedOfKind = { readonly due: DueKind; readonly all: readonly Owed[] };
type OneOwed = { readonly due: DueKind; readonly one: Owed };

/** What is owed of the kinds of due dates, with the dates that hold. */
export function dutiesIn(situation: Situation, owed: readonly OwedOfKind[]): readonly Duty[] {
  const all = eachOf(owed);
  const ofProvinces = all.filter(({ due, one }) => isForProvince(due, one));
  const others = all.filter(({ due, one }) => !isForProvince(due, one));
  return [...dutiesOfUnits(situation, others), ...provinceRounds(situation, ofProvinces)];
}

/** What waits for a signature, report by report: also where somebody signs them together. */
export const signaturesIn = (situation: Situation, owed: readonly OwedOfKind[]): readonly Duty[] =>
  dutiesOfUnits(
    situation,
    eachOf(owed).filter(({ one }) => one.step.chain),
  );

const eachOf = (owed: readonly OwedOfKind[]): readonly OneOwed[] =>
  owed.flatMap(({ due, all }) => all.map((one) => ({ due, one })));

function dutiesOfUnits(situation: Situation, all: readonly OneOwed[]): readonly Duty[] {
  const standingOf = findStandings(situation.units);
  return all.map(({ due, one: { of, step, answered = 0, year, part } }) =>
    dutyOf(situation, due.id, of, step, part === undefined ? { year } : { year, part }, {
      figures: standingOf(of.unit)?.figures ?? {},
      listed: of.figures ?? {},
      answered,
      reports: 1,
    }),
  );
}

/**
 * What a district owes its province is met once the district has signed it; then it is the province's, as a part of
 * its own round.
 */
const isForProvince = ({ next }: DueKind, { of, step: { chain } }: Owed): boolean =>
  next !== undefined &&
  chain !== undefined &&
  scopeKindOf[chain.step.role] === 'province' &&
  of.unit.kind !== 'province';

/** Reports that only the province has still to sign, by province and round. */
function provinceRounds(situation: Situation, all: readonly OneOwed[]): readonly Duty[] {
  const rounds = new Map<string, { kind: DeadlineKind; of: OwingUnit; step: Step; reports: number }>();
  for (const { due, one } of all) {
    const { province } = one.of.unit;
    if (!due.next) continue;
    const key = `${due.next}:${province}`;
    const unit: Unit = { kind: 'province', province };
    const known = rounds.get(key);
    rounds.set(key, {
      ...{ kind: due.next, of: { unit, name: province } },
      step: known ? together(known.step, one.step) : one.step,
      reports: (known?.reports ?? 0) + 1,
    });
  }
  return [...rounds.values()].map(({ kind, of, step, reports }) =>
    dutyOf(
      situation,
      kind,
      of,
      step,
      { year: situation.year },
      { figures: {}, listed: {}, answered: 0, reports },
    ),
  );
}

/** One step of several reports: it waits since the first of them, for all who can take it in one at least. */
function together(one: Step, other: Step): Step {
  if (!one.chain || !other.chain) return one;
  const { barred, ...chain } = one.chain;
  const { since } = one.chain.since < other.chain.since ? one.chain : other.chain;
  const inBoth = barred.filter((person) => other.chain?.barred.includes(person));
  return { ...one, chain: { ...chain, since, barred: inBoth } };
}

function dutyOf(
  { rules }: Situation,
  kind: DeadlineKind,
  { unit, name }: OwingUnit,
  step: Step,
  period: Period,
  state: Duty['state'],
): Duty {
  const about = scopeOfUnit(unit);
  const deadline = step.chain ? dateOf(step, step.chain) : ruleFor(rules, kind, period, about);
  const key = `${unitId(unit)}:${kind}:${periodKey(period)}`;
  return { key, kind, ...period, unit, about, name, step, state, ...(deadline && { deadline }) };
}

/** A step of a chain has a date of its own, however early or late the report was. */
const dateOf = ({ act, roles: [by] }: Step, { step, since }: ChainStep) =>
  dateOfStep(since, by ?? step.role, act === 'delegate');
