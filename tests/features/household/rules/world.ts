import { type Contract, legalLimits } from '../../../../src/features/household/rules/contract.ts';
import type { DebtPlan } from '../../../../src/features/household/rules/debtPlan.ts';
import { decideHousehold } from '../../../../src/features/household/rules/decideHousehold.ts';
import type {
  CenterArea,
  Household,
  HouseholdIntent,
  HouseholdOutcome,
  Join,
} from '../../../../src/features/household/rules/household.ts';
import { decideJoin } from '../../../../src/features/household/rules/join.ts';
import {
  type DebtReport,
  decideRound,
  newDebtReport,
  type RoundIntent,
  type RoundMaterial,
} from '../../../../src/features/household/rules/round.ts';
import type { RoundNo } from '../../../../src/features/household/rules/roundRow.ts';
import type { DebtStep } from '../../../../src/features/household/rules/steps.ts';
import type { DebtLimits } from '../../../../src/programme/debtLimits.ts';
import type { CenterId, FiscalYear, IntentId, IsoDate, PersonId } from '../../../../src/programme/ids.ts';
import { makeReceipt } from '../../../../src/programme/report/receipt.ts';
import { unitId } from '../../../../src/programme/report/unit.ts';
import { nothingAround } from '../../../support/around.ts';

export const year = 2565 as FiscalYear;
export const today = '2022-08-01' as IsoDate;
export const at = new Date('2022-08-01T09:00:00+07:00');
export const officer = 'P0000000000000000000000AA' as PersonId;
export const day = (text: string): IsoDate => text as IsoDate;
export const intentId = (text: string): IntentId => text as IntentId;
export const limits = legalLimits;

const area = (center: string, district: string): CenterArea => ({
  center: center as CenterId,
  province: 'ปราจีนบุรี',
  district,
});
/** Two centers in one district, and one in another. */
export const centers = [
  area('CAAAAA1', 'นาดี'),
  area('CAAAAA2', 'นาดี'),
  area('CBBBBB1', 'ประจันตคาม'),
] as const;
export const [here, there] = centers;

export const contract = (baht: number, more: Partial<Contract> = {}): Contract => ({
  fund: 'กลุ่มออมทรัพย์',
  outstandingSatang: baht * 100,
  rateBasisPoints: 600,
  overdue: false,
  ...more,
});

export const plan: DebtPlan = {
  aim: 'reduce',
  methods: ['consolidation'],
  occupation: 'ปลูกผัก',
  who: 'คณะกรรมการ ศจก.',
  by: day('2022-09-30'),
};

let events = 0;
/** An intent id that was never used before. */
export const fresh = (): IntentId => intentId(`event${++events}`);

const acting = () => ({ id: fresh(), by: officer, name: 'วิชัย', at, center: here.center, year });

export const joining = (more: Partial<Join> = {}): Join => ({
  ...acting(),
  on: day('2022-06-01'),
  head: 'นายสมชาย ใจดี',
  houseNo: '12/3',
  members: 4,
  contracts: [contract(30_000), contract(20_000, { fund: 'กทบ.', overdue: true })],
  outside: [],
  ...more,
});

/** A household that joined, by default on 1 June with 50,000 baht in two contracts. */
export function joined(more: Partial<Join> = {}, no = 1): Household {
  const join = joining(more);
  const place = { ...(centers.find(({ center }) => center === join.center) ?? here), no };
  return decideJoin(undefined, join, place).record;
}

export type Bare = HouseholdIntent extends infer I
  ? I extends HouseholdIntent
    ? Omit<I, keyof ReturnType<typeof acting>>
    : never
  : never;

/** Decides as an officer of the center where the household is, unless told otherwise. */
export function decide(
  household: Household,
  intent: Bare,
  more: Partial<ReturnType<typeof acting>> = {},
  within: DebtLimits = limits,
): { record: Household; outcome: HouseholdOutcome } {
  const who = { ...acting(), center: household.place.center, ...more };
  return decideHousehold(household, { ...who, ...intent }, within);
}

/** What several intents leave, each of which must be accepted. */
export function after(household: Household, ...intents: readonly Bare[]): Household {
  return intents.reduce((present, intent) => {
    const { record, outcome } = decide(present, intent);
    if (outcome.kind === 'refused' || outcome.kind === 'elsewhere') throw new Error(JSON.stringify(outcome));
    return record;
  }, household);
}

export const planned = {
  kind: 'change' as const,
  based: 99,
  changes: [{ field: 'plan' as const, value: plan }],
};
export const step = (no: DebtStep, on = '2022-07-01', reason = 'ทำพร้อมกัน') => ({
  kind: 'logStep' as const,
  step: no,
  told: { on: day(on), photos: [] },
  reason,
  centerSteps: [],
});
export const result = (contracts: readonly Contract[], reason?: string) => ({
  kind: 'stateResult' as const,
  on: today,
  after: contracts,
  ...(reason === undefined ? {} : { reason }),
});
export const move = (to: CenterArea, no = 1) => ({ kind: 'move' as const, to: { ...to, no } });

/** A household that is managed, so that a result can be stated. */
export const managed = (more: Partial<Join> = {}, no = 1): Household =>
  after(joined(more, no), planned, step(4));

/** A round submitted with the households that are in its center. */
export function submit(
  report: DebtReport,
  households: readonly Household[],
  { id = fresh(), by = officer, ...more }: Partial<RoundMaterial & Pick<RoundIntent, 'id' | 'by'>> = {},
): ReturnType<typeof decideRound> {
  const here = households.filter(({ place }) => place.center === unitId(report.unit));
  return decideRound(
    report,
    {
      kind: 'submit',
      id,
      by,
      name: 'วิชัย',
      at,
      receipt: makeReceipt(year, Buffer.from(id.padEnd(8)), 0),
      material: { households: here, declined: 0, joinings: [], ...more },
    },
    nothingAround,
  );
}

export const emptyReport = (round: RoundNo, of: CenterArea = here): DebtReport =>
  newDebtReport(of, round, year);
