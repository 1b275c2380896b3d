import {
  type Contract,
  type InformalAfter,
  type InformalLeft,
  type KeptLoan,
  numberedLoans,
  totalsOf,
} from './contract.ts';
import { movedInBy, type UsedMethod } from './method.ts';

/** What the work of a year came to for a household, by the programme's definitions. */
export type DebtResult = {
  /** No contract is left; one of a consolidation or refinance would be. */
  readonly cleared: boolean;
  /** Less in baht than at joining, but something is left. */
  readonly reduced: boolean;
  /** At least one method was used, contracts alone became fewer, or an informal debt was closed; stands beside the two. */
  readonly restructured: boolean;
  /** None of the three. */
  readonly notYet: boolean;
  readonly contractsBefore: number;
  readonly contractsAfter: number;
  readonly beforeSatang: number;
  readonly afterSatang: number;
  /** By how much the debt fell, or 0. */
  readonly reducedSatang: number;
  /** By how much it grew, or 0; never set against what fell elsewhere. */
  readonly grownSatang: number;
  /** What was moved in from lenders outside, where anything was; no part of what grew. */
  readonly movedInSatang?: number;
  /** Where anything was owed to informal lenders; no part of the amounts above. */
  readonly informal?: InformalDebt;
};

/** What is compared. */
type Compared = {
  readonly before: readonly Contract[];
  readonly after: readonly Contract[];
  /** Whether any method was used. */
  readonly managed: boolean;
  readonly movedInSatang: number;
  /** Lender by lender. */
  readonly informal: readonly InformalDebt[];
};

/** What is owed to informal lenders, at joining and afterwards, in satang. */
export type InformalDebt = { readonly before: number; readonly after: number };
/** The same of one of them. */
export type LenderDebt = InformalDebt & { readonly lender: string };

/**
 * Compares the contracts at joining with all that the household has afterwards, without what was moved in from lenders
 * outside. Paid contracts are none. Who owed no fund is never reduced or cleared: closing or moving an informal debt,
 * be it one of several, is restructured.
 */
export function compareDebts({ before, after, managed, movedInSatang, informal }: Compared): DebtResult {
  const then = totalsOf(before);
  const now = totalsOf(after);
  const owed = then.contracts > 0;
  const fall = then.outstandingSatang - Math.max(0, now.outstandingSatang - movedInSatang);
  const cleared = owed && now.contracts === 0;
  const reduced = owed && !cleared && fall > 0;
  const isClosed = informal.some((debt) => debt.before > 0 && debt.after === 0);
  // As much debt as before in fewer contracts has been restructured, whether or not the method was told.
  const fewerAlone = fall === 0 && now.contracts > 0 && now.contracts < then.contracts;
  const restructured = managed || fewerAlone || isClosed;
  return {
    cleared,
    reduced,
    restructured,
    notYet: !cleared && !reduced && !restructured,
    contractsBefore: then.contracts,
    contractsAfter: now.contracts,
    beforeSatang: then.outstandingSatang,
    afterSatang: now.outstandingSatang,
    reducedSatang: Math.max(fall, 0),
    grownSatang: Math.max(-fall, 0),
    ...(movedInSatang > 0 && { movedInSatang }),
    ...(informal.length > 0 && { informal: inAll(informal) }),
  };
}

const inAll = (debts: readonly InformalDebt[]): InformalDebt => ({
  before: debts.reduce((sum, { before }) => sum + before, 0),
  after: debts.reduce((sum, { after }) => sum + after, 0),
});

/** The contracts and lenders outside at joining, and the methods used since. */
type Worked = {
  readonly before: readonly Contract[];
  readonly outside: readonly KeptLoan[];
  readonly methods: readonly UsedMethod[];
};
type Left = InformalAfter & { readonly after: readonly Contract[] };

/** What became of the debt to each informal lender; of one of whom nothing is told, all is left. */
export const informalDebts = (
  outside: readonly KeptLoan[],
  left: readonly InformalLeft[] = [],
): readonly LenderDebt[] =>
  numberedLoans(outside).flatMap(({ no, lender, informal, outstandingSatang: before = 0 }) =>
    informal && before > 0
      ? [{ lender, before, after: left.find((one) => one.no === no)?.satang ?? before }]
      : [],
  );

/** Of each lender where the result tells it. */
export const lendersIn = (
  outside: readonly KeptLoan[],
  { informalLeft }: InformalAfter,
): readonly LenderDebt[] => (informalLeft ? informalDebts(outside, informalLeft) : []);

/** An older result tells only what is left in all, as if it were one debt. */
function informalIn(
  outside: readonly KeptLoan[],
  { informalLeft, informalLeftSatang }: InformalAfter,
): readonly InformalDebt[] {
  const debts = informalDebts(outside, informalLeft);
  const isTotal = informalLeft === undefined && informalLeftSatang !== undefined && debts.length > 0;
  return isTotal ? [{ before: inAll(debts).before, after: informalLeftSatang }] : debts;
}

/** The result of a household's work in a year, of which informal debts are part. */
export function resultIn({ before, outside, methods }: Worked, { after, ...informal }: Left): DebtResult {
  return compareDebts({
    before,
    after,
    managed: methods.length > 0,
    movedInSatang: movedInBy(methods),
    informal: informalIn(outside, informal),
  });
}

/** What the target counts: less in baht, or nothing left. */
export const isReducedOrCleared = ({ reduced, cleared }: Pick<DebtResult, 'reduced' | 'cleared'>): boolean =>
  reduced || cleared;

/** The programme's ideal, one household one contract (1 ครัวเรือน 1 สัญญา). */
export const isOneContract = ({ contractsAfter }: DebtResult): boolean => contractsAfter === 1;
