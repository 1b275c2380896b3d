import type { Json } from '../../../engine/ids.ts';
import { type RevisionRecord, revisionRecord } from '../../../kernel/report/paper.ts';
import type { ListedCenter } from '../../../kernel/report/paperList.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { Revision } from '../../../programme/report/revision.ts';
import type { Contract } from '../rules/contract.ts';
import type { MethodKind } from '../rules/method.ts';
import type { DebtReport, RoundContent } from '../rules/round.ts';
import type { RoundRow, RowDetails } from '../rules/roundRow.ts';

/** What the paper of a round's report of a center says, as plain data. */
export type RoundRecord = RevisionRecord & {
  readonly case: string;
  readonly year: number;
  readonly center: ListedCenter;
  readonly declined: number;
  readonly households: readonly HouseholdRecord[];
};

/** A household without its names where they are not to be shown. */
export type HouseholdRecord = {
  readonly no: number;
  readonly moved: boolean;
  readonly closed: string | null;
  readonly joinedOn: string;
  readonly members: number;
  readonly contractsBefore: number;
  readonly beforeSatang: number;
  readonly overdueBefore: number;
  readonly head: string | null;
  readonly houseNo: string | null;
  readonly contracts: readonly ContractRecord[];
  readonly plan: PlanRecord | null;
  readonly result: ResultRecord | null;
};

export type ContractRecord = {
  readonly fund: string;
  readonly outstandingSatang: number;
  readonly rateBasisPoints: number;
  readonly overdue: boolean;
};

type PlanRecord = {
  readonly aim: 'reduce' | 'clear';
  readonly methods: readonly MethodKind[];
  readonly by: string;
  readonly who: string | null;
  readonly together: string | null;
  readonly occupation: string | null;
};

type ResultRecord = {
  readonly on: string;
  readonly contractsAfter: number;
  readonly afterSatang: number;
  readonly reducedSatang: number;
  readonly grownSatang: number;
  readonly movedInSatang: number;
  readonly cleared: boolean;
  readonly reduced: boolean;
  readonly restructured: boolean;
  readonly notYet: boolean;
  readonly methods: readonly MethodKind[];
  readonly contracts: readonly ContractRecord[];
  readonly reason: string | null;
};

/** A revision as its paper says it, with the households' names or without them. */
export function roundRecord(
  { id, period }: DebtReport,
  revision: Revision<RoundContent>,
  center: Center,
  names: boolean,
): RoundRecord {
  const { rows, details, declined } = revision.content;
  const { name, moo, subdistrict, district, province } = center;
  return {
    ...revisionRecord(revision),
    case: id,
    year: period.year,
    center: { id: center.id, name, moo, subdistrict, district, province },
    declined,
    households: rows.map((row) => householdRecord(row, names ? details[row.household] : undefined)),
  };
}

function householdRecord(row: RoundRow, details: RowDetails | undefined): HouseholdRecord {
  return {
    no: row.no,
    moved: row.moved ?? false,
    closed: row.closed ?? null,
    joinedOn: row.joinedOn,
    members: row.members,
    contractsBefore: row.contractsBefore,
    beforeSatang: row.beforeSatang,
    overdueBefore: row.overdueBefore,
    head: details?.head ?? null,
    houseNo: details?.houseNo ?? null,
    contracts: contractRecords(details?.before),
    plan: planRecord(row, details),
    result: resultRecord(row, details),
  };
}

const contractRecords = (contracts: readonly Contract[] = []): readonly ContractRecord[] =>
  contracts.map(({ fund, outstandingSatang, rateBasisPoints, overdue }) => ({
    ...{ fund, outstandingSatang, rateBasisPoints, overdue },
  }));

const planRecord = ({ plan }: RoundRow, details: RowDetails | undefined): PlanRecord | null =>
  plan === undefined
    ? null
    : {
        ...{ aim: plan.aim, methods: plan.methods, by: plan.by },
        who: details?.plan?.who ?? null,
        together: details?.plan?.together ?? null,
        occupation: details?.plan?.occupation ?? null,
      };

const resultRecord = ({ result }: RoundRow, details: RowDetails | undefined): ResultRecord | null =>
  result === undefined
    ? null
    : {
        on: result.on,
        contractsAfter: result.contractsAfter,
        afterSatang: result.afterSatang,
        reducedSatang: result.reducedSatang,
        grownSatang: result.grownSatang,
        movedInSatang: result.movedInSatang ?? 0,
        ...{ cleared: result.cleared, reduced: result.reduced, restructured: result.restructured },
        notYet: result.notYet,
        methods: result.methods,
        contracts: contractRecords(details?.after),
        reason: details?.reason ?? null,
      };

/** As it goes along with the paper. */
export const roundJson = (round: 1 | 2, year: number, records: readonly RoundRecord[]): Json => ({
  document: `debt${round}`,
  year,
  reports: records,
});
