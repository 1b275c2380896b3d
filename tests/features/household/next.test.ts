import { describe, expect, test } from 'vitest';
import type { CenterDebts } from '../../../src/features/household/debts.ts';
import { nextButton, nextInCenter } from '../../../src/features/household/next.ts';
import { newBook } from '../../../src/features/household/rules/book.ts';
import { legalLimits } from '../../../src/features/household/rules/contract.ts';
import type { DebtPlan } from '../../../src/features/household/rules/debtPlan.ts';
import type { Household } from '../../../src/features/household/rules/household.ts';
import { rowOf } from '../../../src/features/household/rules/roundRow.ts';
import type { IsoDate } from '../../../src/programme/ids.ts';
import { chat } from '../../support/chat.ts';
import { debtOffice } from '../../support/debtOffice.ts';
import { centerNamed, officerOf, year } from '../../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');

/** Two households, the first with a plan; `planned`: both. */
async function householdsWith(planned: boolean): Promise<readonly Household[]> {
  const office = debtOffice([nong]);
  const officer = chat(office, officerOf('นาดี'));
  await officer.says('หนี้ครัวเรือน');
  for (const head of ['สมชาย', 'มาลี']) {
    await officer.says('เพิ่มครัวเรือน', 'ยินยอม', head, '12', '4', 'ข้าม');
    await officer.says('กทบ.', '20000', '6', 'ไม่เกิน', 'ครบแล้ว', 'ยืนยัน');
  }
  const by = '2022-09-30' as IsoDate;
  const plan: DebtPlan = { aim: 'reduce', methods: ['waiver'], together: 'คณะกรรมการ', who: 'ธนา', by };
  return office.of(nong).map((household, place) => {
    const work = household.work[year];
    if (!work || (place > 0 && !planned)) return household;
    return { ...household, work: { [year]: { ...work, plan } } };
  });
}

const debtsOf = (households: readonly Household[], more: Partial<CenterDebts> = {}): CenterDebts => ({
  ...{ center: nong, year, newest: year, limits: legalLimits, book: newBook(nong.id) },
  ...{ households, joinings: [], ...more },
});

const labels = (debts: CenterDebts) => nextInCenter(debts).map((next) => nextButton(next, debts).label);

describe('what comes next in a center', () => {
  test('is the plan of the household that has none', async () => {
    expect(labels(debtsOf(await householdsWith(false)))).toEqual([
      { key: 'household:short.plan', params: { no: 2 } },
    ]);
  });

  test('is round 1 once all have one, until it names them all', async () => {
    const households = await householdsWith(true);
    const round1 = { key: 'household:submitRound', params: { round: 1 } };
    // Fewer joined than the center is to reach.
    expect(labels(debtsOf(households))).toEqual([{ key: 'commands:addHousehold' }, round1]);
    const joinings = households.flatMap((household) => rowOf(household, year, 1)?.row ?? []);
    // Then the steps, from the lowest that is open.
    const step = { key: 'household:short.stepNo', params: { step: '1', no: 1 } };
    expect(labels(debtsOf(households, { joinings }))).toEqual([step]);
    expect(labels(debtsOf(households, { joinings: joinings.slice(1) }))).toHaveLength(2);
  });
});
