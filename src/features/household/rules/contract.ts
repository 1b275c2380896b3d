import type { DebtLimits } from '../../../programme/debtLimits.ts';
import { nameKey } from '../../../programme/spelling.ts';
import { firstProblem, type HouseholdProblem, longest, problem, textProblem } from './problem.ts';

/** A loan of a household from a fund or group of the village or community. */
export type Contract = {
  readonly fund: string;
  readonly outstandingSatang: number;
  /** Interest a year in hundredths of a percent: 650 is 6.5 %. */
  readonly rateBasisPoints: number;
  readonly overdue: boolean;
};

/** A contract at joining, with the number that it has in its household. */
export type NumberedContract = Contract & { readonly no: number };

/**
 * A loan of a lender outside, never counted as debt: of a bank or another institution by name alone, of an informal
 * lender with what is owed.
 */
export type OutsideLoan = {
  readonly lender: string;
  readonly informal?: true;
  readonly outstandingSatang?: number;
};

/** The number of a loan outside in its household; where none is kept yet, its place. */
export type KeptLoan = OutsideLoan & { readonly no?: number };

export const numberedLoans = (loans: readonly KeptLoan[]) =>
  loans.map((loan, place) => ({ ...loan, no: loan.no ?? place + 1 }));

/** What is owed to informal lenders, in satang; apart from the funds' outstanding. */
export const informalOwed = (outside: readonly OutsideLoan[]): number =>
  outside.reduce((sum, { informal, outstandingSatang = 0 }) => sum + (informal ? outstandingSatang : 0), 0);

/** What is left of the debt to an informal lender, by the loan's number in the household. */
export type InformalLeft = { readonly no: number; readonly lender: string; readonly satang: number };

/** What is still owed to informal lenders, where anything was at joining. */
export type InformalAfter = {
  readonly informalLeft?: readonly InformalLeft[];
  /** In all, where it was stated before each lender was asked about. */
  readonly informalLeftSatang?: number;
};

/** 15 % a year: the most that the Civil and Commercial Code (section 654) lets a lender take. */
export const legalLimits: DebtLimits = { rateBasisPoints: 1500 };

/** A hundred million baht, in satang; beyond it an amount is a slip. */
export const mostOwed = 100_000_000 * 100;
export const mostContracts = 100;
/** The highest interest a year that is no slip, in percent; who lends by the day takes hundreds. */
export const mostPercent = 1000;

export const toBasisPoints = (percent: number): number => Math.round(percent * 100);

export type Totals = {
  readonly contracts: number;
  readonly outstandingSatang: number;
  readonly overdue: number;
};

/** What a household owes in all. A contract that is paid off is none any more. */
export function totalsOf(contracts: readonly Contract[]): Totals {
  const owed = contracts.filter(isOwed);
  return {
    contracts: owed.length,
    outstandingSatang: owed.reduce((sum, { outstandingSatang }) => sum + outstandingSatang, 0),
    overdue: owed.filter(({ overdue }) => overdue).length,
  };
}

export const isOwed = ({ outstandingSatang }: Contract): boolean => outstandingSatang > 0;

/** Contracts with their numbers, from 1. */
export const numbered = (contracts: readonly Contract[]): readonly NumberedContract[] =>
  contracts.map((contract, place) => ({ ...contract, no: place + 1 }));

/**
 * What is wrong with the contracts with which a household joins: each owes something, and there is one at least,
 * unless it owes to informal lenders. They are recorded as they are found, whatever their interest.
 */
export function joiningProblem(
  contracts: readonly Contract[],
  outside: readonly OutsideLoan[] = [],
): HouseholdProblem | undefined {
  if (contracts.length === 0 && informalOwed(outside) === 0) return problem('noContracts');
  return (
    contractsProblem(contracts) ??
    firstProblem(contracts, ({ fund, outstandingSatang }) =>
      outstandingSatang === 0 ? problem('nothingOwed', { fund }) : undefined,
    )
  );
}

/** What is wrong with a household's contracts; none and paid ones are right here. */
export function contractsProblem(contracts: readonly Contract[]): HouseholdProblem | undefined {
  if (contracts.length > mostContracts) return problem('tooManyContracts', { max: mostContracts });
  return firstProblem(
    contracts,
    ({ fund, outstandingSatang, rateBasisPoints }) =>
      textProblem('fund', fund, longest.name) ??
      amountProblem(outstandingSatang) ??
      rateProblem(rateBasisPoints),
  );
}

/** What is wrong with the contracts that a household has afterwards: only a new one is held to the law's limit. */
export function afterwardsProblem(
  after: readonly Contract[],
  before: readonly Contract[],
  limits: DebtLimits,
): HouseholdProblem | undefined {
  return (
    contractsProblem(after) ??
    firstProblem(after, (contract) =>
      isAsFound(contract, before) ? undefined : newRateProblem(contract.rateBasisPoints, limits),
    )
  );
}

type Terms = Pick<Contract, 'fund' | 'rateBasisPoints'>;

/** Whether a contract afterwards is one of those at joining, by its fund and its interest. */
export const isAsFound = ({ fund, rateBasisPoints }: Terms, before: readonly Terms[]): boolean =>
  before.some((found) => nameKey(found.fund) === nameKey(fund) && found.rateBasisPoints === rateBasisPoints);

/** Whether an interest is more than the law lets a lender take. */
export const isAboveLimit = (basisPoints: number, limits: DebtLimits): boolean =>
  basisPoints > limits.rateBasisPoints;

export function outsideProblem(loans: readonly OutsideLoan[]): HouseholdProblem | undefined {
  if (loans.length > mostContracts) return problem('tooManyContracts', { max: mostContracts });
  return firstProblem(
    loans,
    ({ lender, informal, outstandingSatang = 0 }) =>
      textProblem('lender', lender, longest.name) ??
      amountProblem(outstandingSatang) ??
      (informal && outstandingSatang === 0 ? problem('nothingOwed', { fund: lender }) : undefined),
  );
}

/** What is wrong with an amount in satang. */
export function amountProblem(satang: number): HouseholdProblem | undefined {
  return Number.isInteger(satang) && satang >= 0 && satang <= mostOwed
    ? undefined
    : problem('amountOutOfRange', { maxBaht: mostOwed / 100 });
}

/** What is wrong with an interest a year. */
const rateProblem = (basisPoints: number): HouseholdProblem | undefined =>
  Number.isInteger(basisPoints) && basisPoints >= 0 && basisPoints <= mostPercent * 100
    ? undefined
    : problem('rateOutOfRange');

/** What is wrong with an interest that is agreed on anew, which has to be within the law. */
export const newRateProblem = (basisPoints: number, limits: DebtLimits): HouseholdProblem | undefined =>
  rateProblem(basisPoints) ??
  (isAboveLimit(basisPoints, limits)
    ? problem('rateAboveLimit', { maxPercent: limits.rateBasisPoints / 100 })
    : undefined);
