import { addDays } from '../../../programme/calendar/calendar.ts';
import type { DebtLimits } from '../../../programme/debtLimits.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { nameKey } from '../../../programme/spelling.ts';
import { amountProblem, type Contract, isOwed, newRateProblem, type OutsideLoan } from './contract.ts';
import { firstProblem, type HouseholdProblem, longest, problem, textProblem } from './problem.ts';

/** The seven ways of restructuring, in the programme's order; any one counts as debt management. */
export const methodKinds = [
  'consolidation',
  'longerTerm',
  'lowerInterest',
  'pause',
  'freeze',
  'waiver',
  'refinance',
] as const;
export type MethodKind = (typeof methodKinds)[number];

/** A method that was used, and what it changed. */
export type UsedMethod =
  /** So many contracts became one. */
  | { readonly kind: 'consolidation'; readonly joined: number; readonly fund: string }
  /** The day on which it was to be paid, and the later one. */
  | { readonly kind: 'longerTerm'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'lowerInterest'; readonly fromBasisPoints: number; readonly toBasisPoints: number }
  /** Interest runs on: nothing is paid for now, or only the interest as agreed. */
  | { readonly kind: 'pause'; readonly variant: PauseVariant; readonly until: IsoDate }
  /** Nothing is paid and interest stops. */
  | { readonly kind: 'freeze'; readonly until: IsoDate }
  /** Default interest that was waived or relaxed; relaxing may have no amount. */
  | { readonly kind: 'waiver'; readonly satang?: number }
  | {
      readonly kind: 'refinance';
      readonly from: OldLender;
      /** What was moved in from a lender outside, which is no growth of the debt. */
      readonly movedInSatang?: number;
      readonly toFund: string;
      readonly until?: IsoDate;
    };

export const pauseVariants = ['nothingPaid', 'interestPaid'] as const;
export type PauseVariant = (typeof pauseVariants)[number];

/** Whose contract a refinance closed; a lender outside is noted and not counted. */
export type OldLender = { readonly kind: 'fund' | 'outside'; readonly name: string };

/** What a method is checked against. */
export type MethodGround = {
  readonly joinedOn: IsoDate;
  /** The contracts at joining. */
  readonly before: readonly Contract[];
  readonly limits: DebtLimits;
};

/** What is wrong with the methods of a household; each may be named once, and none may be. */
export function methodsProblem(
  methods: readonly UsedMethod[],
  ground: MethodGround,
): HouseholdProblem | undefined {
  const kinds = methods.map(({ kind }) => kind);
  const twice = kinds.find((kind, place) => kinds.indexOf(kind) < place);
  return twice
    ? problem('methodTwice', { method: twice })
    : firstProblem(methods, (method) => methodProblem(method, ground));
}

/** What is wrong with what a method is said to have changed. */
export function methodProblem(method: UsedMethod, ground: MethodGround): HouseholdProblem | undefined {
  const { joinedOn, before, limits } = ground;
  switch (method.kind) {
    case 'consolidation':
      return joinedProblem(method.joined, before.length) ?? textProblem('fund', method.fund, longest.name);
    case 'longerTerm':
      return method.to <= method.from ? notLater(method.from) : undefined;
    case 'lowerInterest':
      if (method.toBasisPoints >= method.fromBasisPoints)
        return problem('rateNotLower', { lowerPercent: lowerPercent(method.fromBasisPoints, limits) });
      return newRateProblem(method.toBasisPoints, limits);
    case 'pause':
    case 'freeze':
      return method.until <= joinedOn ? notLater(joinedOn) : undefined;
    case 'waiver':
      return method.satang === 0 ? problem('nothingWaived') : amountProblem(method.satang ?? 0);
    case 'refinance':
      return (
        textProblem('lender', method.from.name, longest.name) ??
        amountProblem(method.movedInSatang ?? 0) ??
        textProblem('fund', method.toFund, longest.name) ??
        (method.until !== undefined && method.until <= joinedOn ? notLater(joinedOn) : undefined)
      );
    default:
      return method satisfies never;
  }
}

/** The first day that is later than one. */
export const firstLater = (than: IsoDate): IsoDate => addDays(than, 1);
/** The last day that is earlier than one. */
export const lastEarlier = (than: IsoDate): IsoDate => addDays(than, -1);

/** With a day that would do, as an example. */
const notLater = (than: IsoDate): HouseholdProblem =>
  problem('notLater', { than, later: addDays(than, 365) });

/** The next whole percent below an interest that the law allows as a new one, as an example. */
export const lowerPercent = (basisPoints: number, limits: DebtLimits): number =>
  Math.max(0, Math.min(Math.ceil(basisPoints / 100) - 1, Math.floor(limits.rateBasisPoints / 100)));

function joinedProblem(joined: number, contracts: number): HouseholdProblem | undefined {
  if (!Number.isInteger(joined) || joined < 2) return problem('tooFewJoined');
  return joined > contracts ? problem('tooManyJoined', { contracts }) : undefined;
}

/** What the methods moved into funds from lenders outside, in satang; what a fund took from a fund was debt before. */
export const movedInBy = (methods: readonly UsedMethod[]): number =>
  methods.reduce(
    (sum, method) =>
      sum + (method.kind === 'refinance' && method.from.kind === 'outside' ? (method.movedInSatang ?? 0) : 0),
    0,
  );

/** Whether a method closed the debt to an informal lender that was noted. */
export const isFromInformal = (method: UsedMethod, outside: readonly OutsideLoan[]): boolean =>
  method.kind === 'refinance' &&
  method.from.kind === 'outside' &&
  outside.some(({ lender, informal }) => informal && nameKey(lender) === nameKey(method.from.name));

/** Whether the methods made a new contract in the village, which then counts as what is left. */
export const madeNewContract = (methods: readonly UsedMethod[]): boolean =>
  methods.some(({ kind }) => kind === 'consolidation' || kind === 'refinance');

/** Whether so many contracts as are left can be: of those that were joined, one remains; a refinance adds its own. */
export function oneRemains(
  methods: readonly UsedMethod[],
  before: readonly Contract[],
  after: readonly Contract[],
): boolean {
  const consolidation = methods.find((method) => method.kind === 'consolidation');
  const refinanced = methods.some(({ kind }) => kind === 'refinance') ? 1 : 0;
  const left = after.filter(isOwed).length;
  return !consolidation || left <= before.length - consolidation.joined + 1 + refinanced;
}
