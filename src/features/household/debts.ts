import { centerYearKey } from '../../kernel/centerYear.ts';
import { ofYear } from '../../kernel/ofYear.ts';
import { said, type Text, t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import type { DebtLimits } from '../../programme/debtLimits.ts';
import type { FiscalYear, HouseholdId, IsoDate } from '../../programme/ids.ts';
import type { Freeze } from '../../programme/report/freeze.ts';
import type { HouseholdBook } from './rules/book.ts';
import type { Household, Work } from './rules/household.ts';
import type { RoundRow } from './rules/roundRow.ts';
import {
  type DebtStep,
  type Dot,
  debtSteps,
  doneSteps,
  dotsOf,
  managingStep,
  reachedStep,
} from './rules/steps.ts';

/** The households of a center in a year, as they were read. */
export type CenterDebts = {
  readonly center: Center;
  readonly year: FiscalYear;
  /** Cards say their year where it is another. */
  readonly newest: FiscalYear;
  readonly limits: DebtLimits;
  readonly book: HouseholdBook;
  readonly households: readonly Household[];
  /** What the newest round 1 of each center where one of the households ever was says of it. */
  readonly joinings: readonly RoundRow[];
  /** By when the results are reported, where a date is set. */
  readonly resultDue?: IsoDate;
  /** Why nothing of it can be changed at present. */
  readonly freeze?: Freeze;
};

/** What buttons and open questions about them carry. */
export const placeKey = ({ center, year }: Pick<CenterDebts, 'center' | 'year'>): string =>
  centerYearKey(center.id, year);

/** A heading or question about them. */
export const inTheirYear = (what: Text, { year, newest }: Pick<CenterDebts, 'year' | 'newest'>): Text =>
  ofYear(what, year, newest);

/** A household that joined in the year. */
export type Joined = { readonly household: Household; readonly work: Work };

/** The households of the year that are in the center now, by their numbers. */
export function joinedIn({ center, year, households }: CenterDebts): readonly Joined[] {
  return households
    .flatMap((household) => {
      const work = household.place.center === center.id ? household.work[year] : undefined;
      return work ? [{ household, work }] : [];
    })
    .toSorted((a, b) => a.household.place.no - b.household.place.no);
}

export const joinedAs = (debts: CenterDebts, id: HouseholdId | string | undefined): Joined | undefined =>
  joinedIn(debts).find(({ household }) => household.id === id);

export const centerStepsOf = ({ book, year }: CenterDebts) => book.steps[year] ?? [];
export const declinedIn = ({ book, year }: CenterDebts): number => book.declined[year] ?? 0;

/** The step that a household reached, the center's own included. */
export const reachedBy = ({ work }: Joined, debts: CenterDebts) =>
  reachedStep(work.steps, centerStepsOf(debts));

/** The steps of it that are done, the center's own included. */
export const doneBy = ({ work }: Joined, debts: CenterDebts): readonly DebtStep[] =>
  doneSteps(work.steps, centerStepsOf(debts));

/** Whether step 4, or a later one, was reached. */
export const isManaged = (joined: Joined, debts: CenterDebts): boolean =>
  reachedBy(joined, debts) >= managingStep || joined.work.steps.some(({ step }) => step >= managingStep);

const marks: { readonly [D in Dot]: string } = { done: '●', centerwide: '●', gap: '○', open: '○' };

/** The six steps of a household, such as `●●○○○○`. */
export const dotsText = ({ work }: Joined, debts: CenterDebts): string =>
  dotsOf(work.steps, centerStepsOf(debts))
    .map((dot) => marks[dot])
    .join('');

/** The steps that were left out before a later one. */
export const gapsOf = ({ work }: Joined, debts: CenterDebts): readonly number[] =>
  dotsOf(work.steps, centerStepsOf(debts)).flatMap((dot, place) => (dot === 'gap' ? [place + 1] : []));

/** The steps that are not done, in the order of the six. */
const openSteps = ({ work }: Joined, debts: CenterDebts): readonly number[] =>
  dotsOf(work.steps, centerStepsOf(debts)).flatMap((dot, place) =>
    dot === 'open' || dot === 'gap' ? [place + 1] : [],
  );

/** The first step that is not done after the one reached; what was left out before it is told apart. */
export const nextStep = (joined: Joined, debts: CenterDebts): DebtStep | undefined =>
  debtSteps.find((step) => step > reachedBy(joined, debts) && openSteps(joined, debts).includes(step));

export const bahtText = (satang: number): Text => t('common:baht', { amount: { baht: satang } });
export const headText = ({ household }: Joined): Text => said(household.head);
