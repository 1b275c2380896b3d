import { assessmentCases } from '../../../src/features/assessment/cases.ts';
import { centerAssessment2565 } from '../../../src/features/assessment/forms/centerAssessment2565.ts';
import { indicatorsOf } from '../../../src/features/assessment/rules/assessment.ts';
import { roundCases } from '../../../src/features/household/cases.ts';
import type { Household } from '../../../src/features/household/rules/household.ts';
import type { RoundNo } from '../../../src/features/household/rules/roundRow.ts';
import { debtSteps } from '../../../src/features/household/rules/steps.ts';
import type { CenterId, FiscalYear } from '../../../src/programme/ids.ts';
import type { Office } from './office.ts';

/**
 * What a walk should have left in the database and did not, in words; nothing where it was a whole one. `heard` is all
 * that the bot answered.
 */
export type Missing = (store: Office['store'], heard: string) => Promise<readonly string[]>;

const year = 2565 as FiscalYear;
const begin = '2022-08-01';
const district = { kind: 'district', province: 'ปราจีนบุรี', district: 'กบินทร์บุรี' } as const;
const centerName = 'ศจก.บ้านโคกตัวอย่าง';
const householdsInAll = 5;
const entriesInAll = 8;

const unless = (holds: boolean, complaint: string): readonly string[] => (holds ? [] : [complaint]);

async function centerId(store: Office['store']): Promise<CenterId> {
  const found = (await store.centers.within([district])).find(({ name }) => name === centerName);
  if (!found) throw new Error(`the registry has no ${centerName}`);
  return found.id;
}

/** 14 points below 3; for each of them what, who and until when; the receipt that was shown. */
export const missingOfAssessment: Missing = async (store, heard) => {
  const [found] = await assessmentCases(store).ofUnit(await centerId(store));
  const sent = found?.revisions.at(-1);
  if (!sent) return ['the assessment was not submitted'];
  const { points, plan } = sent.content;
  const indicators = indicatorsOf(centerAssessment2565.scoring);
  return [
    ...unless(indicators.length === 14, 'the form has not 14 indicators'),
    ...unless(heard.includes(sent.receipt), 'the receipt was not shown'),
    ...indicators.flatMap((no) => {
      const line = plan.find(({ indicator }) => indicator === no);
      return [
        ...unless(points[no] === 1 || points[no] === 2, `indicator ${no} has no points below 3`),
        ...unless(line !== undefined && line.aim !== '', `indicator ${no} has no line in the plan`),
        ...unless(line !== undefined && line.who !== '', `nobody carries out the plan for ${no}`),
        ...unless(line !== undefined && line.by >= begin, `the plan for ${no} has no date`),
      ];
    }),
  ];
};

/** Five households with all that is to be told of each, and both rounds submitted with all of them. */
export const missingOfHouseholds: Missing = async (store, heard) => {
  const id = await centerId(store);
  const all = (await store.households.within([district])).filter(({ place }) => place.center === id);
  const ofAll = (await store.books.read(id))?.steps[year] ?? [];
  const missingOfRound = async (round: RoundNo) => {
    const [found] = await roundCases(store, round).ofUnit(id);
    const sent = found?.revisions.at(-1);
    if (!sent) return [`round ${round} was not submitted`];
    const told = sent.content.rows.filter(({ result }) => round === 1 || result !== undefined);
    return [
      ...unless(told.length === householdsInAll, `round ${round} tells of ${told.length} households`),
      ...unless(heard.includes(sent.receipt), `the receipt of round ${round} was not shown`),
    ];
  };
  return [
    ...unless(all.length === householdsInAll, `${all.length} households joined`),
    ...all.flatMap((household) =>
      missingOfHousehold(household, ofAll).map((what) => `household ${household.place.no} has ${what}`),
    ),
    ...(await missingOfRound(1)),
    ...(await missingOfRound(2)),
  ];
};

/** What is told of a step, by a household or for the whole center. */
type Step = { readonly step: number; readonly on: string; readonly together?: string };

function missingOfHousehold(
  { head, houseNo, members, work }: Household,
  ofAll: readonly Step[],
): readonly string[] {
  const { before = [], plan, steps = [], methods = [], result } = work[year] ?? {};
  const [contract] = before;
  const told: readonly Step[] = [...ofAll, ...steps];
  return [
    ...unless(head !== '' && houseNo !== '' && members > 0, 'no head, house number or members'),
    ...unless(before.length === 1, `${before.length} contracts`),
    ...unless(contract !== undefined && contract.outstandingSatang > 0, 'a contract that owes nothing'),
    ...unless(contract !== undefined && contract.fund !== '', 'a contract of no fund'),
    ...unless(contract !== undefined && contract.rateBasisPoints > 0, 'a contract without its interest'),
    ...unless((plan?.methods.length ?? 0) > 0, 'no plan with a method'),
    ...unless(Boolean(plan?.occupation && plan.together), 'a plan without occupation or company'),
    ...unless(Boolean(plan?.who && plan.by >= begin), 'a plan without who or until when'),
    ...debtSteps.flatMap((step) =>
      unless(
        told.some((one) => one.step === step && one.on >= begin && one.together),
        `no step ${step} with its date and company`,
      ),
    ),
    ...unless(methods.length > 0, 'no methods in step 4'),
    ...unless(result?.after.length === 1, 'no result of its contract'),
  ];
}

/** The officer's confirmation of this year for each of the eight entries of the district. */
export const missingOfRegistry: Missing = async (store) => {
  const all = await store.centers.records([district]);
  const confirmed = all.filter(({ confirmations }) =>
    confirmations.some((one) => one.year === year && one.as === 'officer'),
  );
  return [
    ...unless(all.length === entriesInAll, `the district has ${all.length} entries`),
    ...unless(confirmed.length === entriesInAll, `${confirmed.length} entries are confirmed`),
  ];
};
