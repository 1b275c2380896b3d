import type { FiscalYear, HouseholdId, IsoDate } from '../../../programme/ids.ts';
import { type Contract, totalsOf } from './contract.ts';
import type { Aim, DebtPlan } from './debtPlan.ts';
import type { CenterArea, ClosingKind, Household, Work } from './household.ts';
import type { MethodKind, UsedMethod } from './method.ts';
import { type DebtResult, resultIn } from './result.ts';

/** 1 names the households that joined in a year, 2 tells what came of each. */
export type RoundNo = 1 | 2;

/** What a report says of a household in figures; no names, so that everybody may see it who sees the report. */
export type RoundRow = {
  readonly household: HouseholdId;
  /** The household's `rev` that was reported; of two rows about one household the higher one is newer. */
  readonly rev: number;
  readonly no: number;
  readonly joinedOn: IsoDate;
  readonly members: number;
  readonly contractsBefore: number;
  readonly beforeSatang: number;
  readonly overdueBefore: number;
  readonly plan?: { readonly aim: Aim; readonly methods: readonly MethodKind[]; readonly by: IsoDate };
  readonly closed?: ClosingKind;
  /** It lives in another center by now; the row stands as it was last reported. */
  readonly moved?: true;
  /** Centers in which it was before, which it leaves with this report. */
  readonly from: readonly CenterArea[];
  /** In round 2; absent where the household was closed without one. */
  readonly result?: RowResult;
};

/** A result as it was computed when it was reported. */
export type RowResult = DebtResult & { readonly on: IsoDate; readonly methods: readonly MethodKind[] };

/** What only those see who may see names. */
export type RowDetails = {
  readonly head: string;
  readonly houseNo: string;
  readonly before: readonly Contract[];
  readonly plan?: DebtPlan;
  /** In round 2. */
  readonly methods?: readonly UsedMethod[];
  readonly after?: readonly Contract[];
  readonly reason?: string;
};

/** Whether a round tells of a household: round 1 of each that joined, round 2 of those with a result or an end. */
export const isReported = (round: RoundNo, { closed }: Household, work: Work): boolean =>
  round === 1 || work.result !== undefined || closed !== undefined;

/** A household's row in a report of a year; nothing when it did not join in that year. */
export function rowOf(
  household: Household,
  year: FiscalYear,
  round: RoundNo,
): { readonly row: RoundRow; readonly details: RowDetails } | undefined {
  const work = household.work[year];
  return work && { row: figuresOf(household, work, round), details: detailsOf(household, work, round) };
}

function figuresOf(household: Household, work: Work, round: RoundNo): RoundRow {
  const { id, rev, place, earlier, members, closed } = household;
  const then = totalsOf(work.before);
  const { plan } = work;
  return {
    household: id,
    rev,
    no: place.no,
    joinedOn: work.joinedOn,
    members,
    contractsBefore: then.contracts,
    beforeSatang: then.outstandingSatang,
    overdueBefore: then.overdue,
    ...(plan && { plan: { aim: plan.aim, methods: plan.methods, by: plan.by } }),
    ...(closed && { closed: closed.why }),
    from: leftCenters(place, earlier),
    ...(round === 2 && work.result && { result: resultRow(work, work.result) }),
  };
}

function resultRow(work: Work, stated: NonNullable<Work['result']>): RowResult {
  const { on } = stated;
  return { ...resultIn(work, stated), on, methods: work.methods.map(({ kind }) => kind) };
}

function detailsOf({ head, houseNo }: Household, work: Work, round: RoundNo): RowDetails {
  const { before, plan, methods, result } = work;
  return {
    head,
    houseNo,
    before: before.map(({ no: _no, ...contract }) => contract),
    ...(plan && { plan }),
    ...(round === 2 && { methods }),
    ...(round === 2 && result && { after: result.after }),
    ...(round === 2 && result?.reason !== undefined && { reason: result.reason }),
  };
}

/** Each center once, and not the one where it came back to. */
function leftCenters(place: CenterArea, earlier: readonly CenterArea[]): readonly CenterArea[] {
  const left = earlier.filter(
    ({ center }, at) =>
      center !== place.center && earlier.findIndex((other) => other.center === center) === at,
  );
  return left.map(({ center, province, district }) => ({ center, province, district }));
}
