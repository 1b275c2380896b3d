import type { Draft, Facts } from '../../../engine/draft.ts';
import { said, type Text, t } from '../../../kernel/reply.ts';
import { type CenterDebts, doneBy, dotsText, type Joined, reachedBy } from '../debts.ts';
import type { HouseholdsIntent, HouseholdWork } from '../intent.ts';
import { informalOwed, numberedLoans, totalsOf } from '../rules/contract.ts';
import { isUnclear } from '../rules/fundName.ts';
import type { Change, Work } from '../rules/household.ts';
import { isFromInformal, madeNewContract, movedInBy } from '../rules/method.ts';
import { proposedClasses } from '../rules/steps.ts';
import { planText } from '../text/form.ts';
import { centerOf, factText, householdOf, type Subject, subjectIn, yearOf } from './draft.ts';

type InformalMoved = { readonly no: number; readonly satang: number };
type What = 'plan' | 'step' | 'methods' | 'result' | 'edit' | 'close';

/** What a form about one household is, as in "… is parked". */
export const aboutHousehold =
  (what: What) =>
  (draft: Draft): Text =>
    t(`household:about.${what}`, { no: factText(draft, 'no'), head: said(factText(draft, 'head')) });

export const shortHousehold =
  (what: What) =>
  (draft: Draft): Text =>
    t(`household:short.${what}`, { no: factText(draft, 'no') });

export const subjectOf = ({ household }: Joined, { center, year }: CenterDebts): Subject => ({
  ...subjectIn(center, year),
  household: household.id,
});

/** What every form about a household has to know of it. */
export function factsOf(joined: Joined, debts: CenterDebts): Facts {
  const { household, work } = joined;
  return {
    no: household.place.no,
    head: household.head,
    rev: household.rev,
    joinedOn: work.joinedOn,
    resultDue: debts.resultDue ?? null,
    rateLimit: debts.limits.rateBasisPoints,
    reached: reachedBy(joined, debts),
    done: doneBy(joined, debts),
    dots: dotsText(joined, debts),
    hasPlan: work.plan !== undefined,
    plan: work.plan ? { ...work.plan } : null,
    classes: proposedClasses(work.before, work.outside),
    before: work.before.map((contract) => ({ ...contract })),
    debtBefore: totalsOf(work.before).outstandingSatang,
    informalBefore: informalOwed(work.outside),
    outside: numberedLoans(work.outside),
    movedIn: movedInBy(work.methods),
    informalMoved: movedOut(work),
    newContract: madeNewContract(work.methods),
    methods: work.methods.length,
    plannedMethods: work.plan?.methods ?? [],
    funds: known([...fundsOf(work), ...debts.center.memberFunds]),
  };
}

/** What was moved into funds of the debt to each informal lender, by its number in the household. */
const movedOut = ({ methods, outside }: Work): readonly InformalMoved[] =>
  numberedLoans(outside).flatMap((loan) => {
    const satang = movedInBy(methods.filter((method) => isFromInformal(method, [loan])));
    return satang > 0 ? [{ no: loan.no, satang }] : [];
  });

/** The funds that a correction takes without a question: a lender that stands as a fund by mistake is none of them. */
export const fundsToCorrect = ({ work }: Joined, { center }: CenterDebts): readonly string[] =>
  known([...fundsOf(work).filter((fund) => !isUnclear(fund, [])), ...center.memberFunds]);

const known = (funds: readonly string[]): readonly string[] => [...new Set(funds)];

/** The funds of the contracts that a household had at joining, and of those that its methods made. */
const fundsOf = ({ before, methods }: Work): readonly string[] => [
  ...before.map(({ fund }) => fund),
  ...methods.flatMap((method) => {
    if (method.kind === 'consolidation') return [method.fund];
    return method.kind === 'refinance' ? [method.toFund] : [];
  }),
];

/** What is wanted of the household that a draft is about. */
export const working = (draft: Draft, work: HouseholdWork): HouseholdsIntent => ({
  kind: 'workHousehold',
  center: centerOf(draft),
  year: yearOf(draft),
  household: householdOf(draft),
  work,
});

/** A change of fields, on the ground of what the draft was begun with. */
export const changing = (draft: Draft, ...changes: readonly Change[]): HouseholdsIntent =>
  working(draft, { kind: 'change', based: Number(draft.facts.rev ?? 0), changes });

/** The plan of a household in words, where it has one. */
export const planOf = ({ work }: Joined): Text | undefined => work.plan && planText(work.plan);
