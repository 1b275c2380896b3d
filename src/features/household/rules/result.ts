import { type Contract, totalsOf } from './contract.ts';
import type { UsedMethod } from './method.ts';

/** What the work of a year came to for a household, by the programme's definitions. */
export type DebtResult = {
  /** No contract is left; one of a consolidation or refinance would be. */
  readonly cleared: boolean;
  /** Less in baht than at joining, but something is left. */
  readonly reduced: boolean;
  /** At least one method was used; stands beside the two. */
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
};

/** Compares the contracts at joining with all that the household has afterwards. Paid contracts are none. */
export function resultOf(
  before: readonly Contract[],
  after: readonly Contract[],
  methods: readonly UsedMethod[],
): DebtResult {
  const then = totalsOf(before);
  const now = totalsOf(after);
  const fall = then.outstandingSatang - now.outstandingSatang;
  const cleared = now.contracts === 0;
  const reduced = !cleared && fall > 0;
  const restructured = methods.length > 0;
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
  };
}

/** What the target counts: less in baht, or nothing left. */
export const isReducedOrCleared = ({ reduced, cleared }: Pick<DebtResult, 'reduced' | 'cleared'>): boolean =>
  reduced || cleared;

/** The programme's ideal, one household one contract (1 ครัวเรือน 1 สัญญา). */
export const isOneContract = ({ contractsAfter }: DebtResult): boolean => contractsAfter === 1;
