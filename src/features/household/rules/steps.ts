import type { CenterId, IsoDate, PersonId } from '../../../programme/ids.ts';
import { nameKey } from '../../../programme/spelling.ts';
import { type Contract, type OutsideLoan, totalsOf } from './contract.ts';

/**
 * The six steps of the work with a household's debts: survey, analysis, negotiation, managing the debt,
 * supporting the occupation, follow-up.
 */
export const debtSteps = [1, 2, 3, 4, 5, 6] as const;
export type DebtStep = (typeof debtSteps)[number];

/** The steps that may be logged once for the center and then count for all its households. */
export const centerSteps = [1, 2] as const;
export type CenterStepNo = (typeof centerSteps)[number];

/** From this step on a household needs its plan, and after it a result can be stated. */
export const managingStep = 4;

/** What step 2 may class a household's debts as; the papers name no classes. */
export const debtorClasses = ['severalSources', 'severalContracts', 'overdue', 'ableToPay'] as const;
export type DebtorClass = (typeof debtorClasses)[number];

/** What is told of a step. */
export type ToldStep = {
  readonly on: IsoDate;
  readonly together?: string;
  readonly note?: string;
  /** File ids. */
  readonly photos: readonly string[];
};

/** A step of all the households of a center. */
export type CenterStep = ToldStep & {
  readonly step: CenterStepNo;
  readonly at: Date;
  readonly by: PersonId;
};

/** A step of one household. */
export type LoggedStep = ToldStep & {
  readonly step: DebtStep;
  readonly classes?: readonly DebtorClass[];
  /** How it follows the step reached before; a jump and a step back have a reason. */
  readonly turn: Turn;
  readonly reason?: string;
  /** Of how many households one message said the same, where they were many. */
  readonly sameFor?: number;
  /** The center that logged it for all its households, when this one was among them and before it moved. */
  readonly ofCenter?: CenterId;
  readonly at: Date;
  readonly by: PersonId;
};

/**
 * The steps of a household that leaves a center: what was logged there for all goes with it, and what it once
 * brought from the center where it goes stands in that center's book.
 */
export const stepsTaken = (
  own: readonly LoggedStep[],
  logged: readonly CenterStep[],
  { from, to }: { readonly from: CenterId; readonly to: CenterId },
): readonly LoggedStep[] => [
  ...logged.map((step): LoggedStep => ({ ...step, turn: 'next', ofCenter: from })),
  ...own.filter(({ ofCenter }) => ofCenter !== to),
];

type Own = Pick<LoggedStep, 'step' | 'ofCenter'>;
type Dated = Own & { readonly on: IsoDate };

const isOwn = ({ ofCenter }: Pick<LoggedStep, 'ofCenter'>): boolean => ofCenter === undefined;

/** The step where a household stands: its own latest by date, at least as far as its centers'; 0 before the first. */
export function reachedStep(
  own: readonly Dated[],
  center: readonly { readonly step: CenterStepNo }[],
): 0 | DebtStep {
  const [latest] = own
    .filter(isOwn)
    .reverse()
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const shared = [...center, ...own.filter((each) => !isOwn(each))];
  const steps = [...shared, ...(latest ? [latest] : [])].map(({ step }) => step);
  return steps.sort((a, b) => b - a)[0] ?? 0;
}

/** The steps that are done, by the household or for its whole center, in the order of the six. */
export function doneSteps(
  own: readonly Own[],
  center: readonly { readonly step: CenterStepNo }[],
): readonly DebtStep[] {
  const done = new Set<DebtStep>([...center, ...own].map(({ step }) => step));
  return debtSteps.filter((step) => done.has(step));
}

/** How far a household is: where it stands, and what it did, which is more after a step back. */
export type Standing = { readonly reached: 0 | DebtStep; readonly done: readonly DebtStep[] };

/** The steps between the one reached and a later one that are not done. */
export const leftOut = ({ reached, done }: Standing, step: DebtStep): readonly DebtStep[] =>
  debtSteps.filter((one) => one > reached && one < step && !done.includes(one));

/** How a step follows the one reached: next in line, the same once more, over a step left out, or back. */
export type Turn = 'next' | 'same' | 'jump' | 'back';

export function turnOf(standing: Standing, step: DebtStep): Turn {
  if (step < standing.reached) return 'back';
  if (step === standing.reached) return 'same';
  return leftOut(standing, step).length > 0 ? 'jump' : 'next';
}

/** A jump and a step back are asked about. */
export const needsReason = (turn: Turn): boolean => turn === 'jump' || turn === 'back';

/** A step as it is shown: logged, logged for the whole center, left out before a later one, or still to come. */
export type Dot = 'done' | 'centerwide' | 'gap' | 'open';

/** The six dots of a household. */
export function dotsOf(
  own: readonly Own[],
  center: readonly { readonly step: CenterStepNo }[],
): readonly Dot[] {
  const done = new Set(own.filter(isOwn).map(({ step }) => step));
  const shared = new Set([...center, ...own].map(({ step }) => step));
  const last = Math.max(0, ...done, ...shared);
  return debtSteps.map((step) => {
    if (done.has(step)) return 'done';
    if (shared.has(step)) return 'centerwide';
    return step < last ? 'gap' : 'open';
  });
}

/**
 * The classes that a household's debts speak for; of what it is able to pay they say nothing. A lender outside is a
 * source of debt as a fund is; contracts, and what is overdue, are those with funds.
 */
export function proposedClasses(
  contracts: readonly Contract[],
  outside: readonly OutsideLoan[],
): readonly DebtorClass[] {
  const { overdue } = totalsOf(contracts);
  const lenders = [...contracts.map(({ fund }) => fund), ...outside.map(({ lender }) => lender)];
  const sources = new Set(lenders.map(nameKey));
  return [
    ...(sources.size > 1 ? ['severalSources' as const] : []),
    ...(contracts.length > 1 ? ['severalContracts' as const] : []),
    ...(overdue > 0 ? ['overdue' as const] : []),
  ];
}
