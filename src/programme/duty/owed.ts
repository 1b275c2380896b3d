import { ruleFor } from '../deadline/dueFor.ts';
import type { DeadlineKind, DueKind } from '../deadline/kind.ts';
import { scopeKindOf } from '../people/actor.ts';
import { type FrozenDays, freezableAround, freezeId, freezeOn, frozenDays } from '../report/freeze.ts';
import { type Period, periodKey, periodsOf } from '../report/period.ts';
import { scopeOfUnit, type Unit, unitId } from '../report/unit.ts';
import { type Figures, findStandings, type UnitStanding } from '../standing.ts';
import type { ChainStep, Duty, Step } from './duty.ts';
import type { Situation } from './situation.ts';
import { type OwedRules, stepAt } from './step.ts';
import { dateOfStep, pausedBy } from './stepDate.ts';

/** A unit that owes a report, with what another list than the standings says of it in figures. */
export type OwingUnit = { readonly unit: Unit; readonly name: string; readonly figures?: Figures };

/** The one step that somebody has to take for a unit, and in which period. */
export type Owed = Period & { readonly of: OwingUnit; readonly step: Step } & Partial<
    Pick<Duty['state'], 'answered'>
  > &
  WhenFrozen;

/** On which days nothing could be done about it, and why nothing can be done now. */
type WhenFrozen = Pick<Duty, 'frozen'> & { readonly frozenDays?: readonly FrozenDays[] };

/**
 * What the units of an area owe of a kind of report: for each of them the one step that it waits for. Of a report
 * about a part of the year nothing is owed until its date is set.
 */
export function owedReports(
  { id, every }: Pick<DueKind, 'id' | 'every'>,
  rules: OwedRules,
  units: readonly OwingUnit[],
  situation: Situation,
): readonly Owed[] {
  const { year, answered } = situation;
  const standingOf = findStandings(situation.units);
  const periods = periodsOf(every, year).filter(
    (period) =>
      every === 'year' || situation.rules.some((rule) => rule.kind === id && rule.part === period.part),
  );
  const owed: Owed[] = [];
  for (const of of units) {
    const standing = standingOf(of.unit);
    const when = whenFrozen(of.unit, situation);
    for (const period of periods) {
      const row = rowOf(standing, id, period);
      const step = stepAt(row, of.unit, rules, situation);
      const draft = row?.holder?.draft;
      if (step) owed.push({ ...period, of, step, answered: (draft && answered.get(draft)) || 0, ...when });
    }
  }
  return owed;
}

function whenFrozen(unit: Unit, { freezes, today }: Situation): WhenFrozen {
  if (freezes.size === 0) return {};
  const around = freezableAround(unit).flatMap((area) => freezes.get(freezeId(area)) ?? []);
  const frozen = freezeOn(
    around.flatMap(({ freeze }) => freeze ?? []),
    today,
  );
  return { ...(frozen && { frozen }), frozenDays: around.flatMap(frozenDays) };
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
  return all.map(({ due, one: { answered = 0, ...one } }) =>
    dutyOf(situation, due.id, one, {
      figures: standingOf(one.of.unit)?.figures ?? {},
      listed: one.of.figures ?? {},
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

type Round = {
  readonly kind: DeadlineKind;
  readonly one: Owed;
  readonly reports: number;
  readonly apart: string;
};

/**
 * Reports that only the province has still to sign, by province and round; apart those for which somebody has to be
 * named first, and those that are frozen.
 */
function provinceRounds(situation: Situation, all: readonly OneOwed[]): readonly Duty[] {
  const rounds = new Map<string, Round>();
  for (const { due, one } of all) {
    const { province } = one.of.unit;
    if (!due.next) continue;
    const apart = apartIn(one);
    const key = `${due.next}:${province}${apart}`;
    const known = rounds.get(key);
    rounds.set(key, {
      ...{ kind: due.next, apart, reports: (known?.reports ?? 0) + 1 },
      one: known
        ? { ...known.one, step: together(known.one.step, one.step) }
        : { ...one, year: situation.year, of: { unit: { kind: 'province', province }, name: province } },
    });
  }
  return [...rounds.values()].map(({ kind, one, reports, apart }) =>
    dutyOf(situation, kind, one, { figures: {}, listed: {}, answered: 0, reports }, apart),
  );
}

const apartIn = ({ step, frozen }: Owed): string =>
  [
    ...(step.act === 'delegate' ? [':delegate'] : []),
    ...(frozen ? [`:frozen:${frozen.from}:${frozen.until}`] : []),
  ].join('');

/** One step of several reports: it waits since the first of them, for all who can take it in one at least. */
function together(one: Step, other: Step): Step {
  if (!one.chain || !other.chain) return one;
  const { barred, deputies, ...chain } = one.chain;
  const { since } = one.chain.since < other.chain.since ? one.chain : other.chain;
  const inBoth = barred.filter((person) => other.chain?.barred.includes(person));
  const inEither = new Map([...deputies, ...other.chain.deputies].map((one) => [one.person, one]));
  return { ...one, chain: { ...chain, since, barred: inBoth, deputies: [...inEither.values()] } };
}

function dutyOf(
  { rules }: Situation,
  kind: DeadlineKind,
  { of: { unit, name }, step, year, part, frozen, frozenDays = [] }: Owed,
  state: Duty['state'],
  apart = '',
): Duty {
  const about = scopeOfUnit(unit);
  const period = part === undefined ? { year } : { year, part };
  const deadline = step.chain
    ? dateOf(step, step.chain, frozenDays)
    : pausedBy(ruleFor(rules, kind, period, about), frozenDays);
  const key = `${unitId(unit)}:${kind}:${periodKey(period)}${apart}`;
  return {
    ...{ key, kind, ...period, unit, about, name, step, state },
    ...(deadline && { deadline }),
    ...(frozen && { frozen }),
  };
}

/** A step of a chain has a date of its own, however early or late the report was. */
const dateOf = ({ act, roles: [by] }: Step, { step, since }: ChainStep, frozen: readonly FrozenDays[]) =>
  dateOfStep(since, by ?? step.role, act === 'delegate', frozen);
