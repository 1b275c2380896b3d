import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HouseholdWork, JoinDetails } from '../../src/features/household/intent.ts';
import { debtFigures, debtProgress } from '../../src/features/household/standing.ts';
import type { Center } from '../../src/programme/center/center.ts';
import type { HouseholdId } from '../../src/programme/ids.ts';
import { unitId } from '../../src/programme/report/unit.ts';
import { createReaders } from '../support/effects.ts';
import {
  chair,
  day,
  department,
  far,
  type HouseholdOffice,
  head,
  here,
  join,
  managed,
  officer,
  ofHere,
  openHouseholdOffice,
  planned,
  provincial,
  resulted,
  stranger,
  there,
  today,
  year,
} from './householdOffice.ts';

let office: HouseholdOffice;
beforeAll(async () => {
  office = await openHouseholdOffice();
});
afterAll(() => office.close());

/** A household of its own name, so that it looks like no other. */
let families = 0;
async function joined(more: Partial<JoinDetails> = {}, where: Center = here) {
  families += 1;
  const own = { head: `นายที่${'กขคงจฉชซฌญ'.charAt(families % 10).repeat(4)}`, houseNo: `${1000 + families}` };
  const { result } = await office.perform(join({ ...own, ...more }, where));
  if (result.kind !== 'joined') throw new Error(JSON.stringify(result));
  return result;
}
const work = async (household: HouseholdId, what: HouseholdWork, where: Center = here) =>
  (await office.perform({ kind: 'workHousehold', center: where.id, year, household, work: what })).result;
const submit = async (round: 1 | 2, where: Center = here) =>
  (await office.perform({ kind: 'submitRound', center: where.id, year, round })).result;
const standing = async (where: Center = here) => {
  const { id: center, province, district } = where;
  const [found] = await office.store.standings.of([{ kind: 'center', province, district, center }], year);
  if (!found) throw new Error('no standing');
  return { debt: debtFigures(found.figures), progress: debtProgress(found.figures) };
};

describe('a household that joins', () => {
  test('gets the next number of its center, and the same one when the intent is run again', async () => {
    const intent = join({ head: 'นางมาลี รักดี', houseNo: '1' });
    const first = await office.perform(intent, 'join once');
    const second = await office.perform(join({ head: 'นายธนา มั่นคง', houseNo: '2' }));
    expect(first.result).toMatchObject({ kind: 'joined' });
    expect(second.result).toMatchObject({ kind: 'joined' });
    expect(await office.perform(intent, 'join once')).toEqual(first);
    const numbers = [first, second].map(({ result }) => 'no' in result && result.no);
    expect(Number(numbers[1])).toBe(Number(numbers[0]) + 1);
  });

  test('and looks like one that is known is asked about, and taken when it is another', async () => {
    const known = await joined({ head: 'นายบุญมา สุขใจ', houseNo: '77/1' });
    const like = join({ head: 'นาย บุญมา สุขใจ', houseNo: '๗๗/๑' });
    expect((await office.perform(like)).result).toEqual({ kind: 'looksAlike', nos: [known.no] });
    const other = { ...like, otherThan: [known.no] };
    expect((await office.perform(other)).result).toMatchObject({ kind: 'joined' });
  });

  test('wrongly leaves no number behind', async () => {
    const before = await office.store.books.read(here.id);
    const refused = await office.perform(join({ contracts: [] }));
    expect(refused.result).toMatchObject({ kind: 'refused', problem: { code: 'noContracts' } });
    expect(await office.store.books.read(here.id)).toEqual(before);
  });

  test('without consent is only counted', async () => {
    const declined = { kind: 'joinHousehold', center: there.id, year, consented: false } as const;
    expect((await office.perform(declined, 'declined')).result).toEqual({ kind: 'declined', count: 1 });
    expect((await office.perform(declined, 'declined')).result).toEqual({ kind: 'declined', count: 1 });
    expect((await office.perform(declined)).result).toEqual({ kind: 'declined', count: 2 });
    expect(await office.store.households.within([{ ...ofHere, center: there.id } as never])).toEqual([]);
  });

  test('again in another year keeps its number and its history', async () => {
    const { household, no } = await joined({ head: 'นางจันทร์ แจ่มใส', houseNo: '55' });
    const next = (year + 1) as typeof year;
    const again = { ...join({ head: 'นางจันทร์เพ็ญ แจ่มใส', houseNo: '55' }), year: next, again: household };
    expect((await office.perform(again)).result).toEqual({ kind: 'joined', household, no });
    const found = await office.store.households.read(household);
    expect(Object.keys(found?.work ?? {})).toEqual(['2565', '2566']);
    const entry = (await office.store.books.read(here.id))?.entries.find((each) => each.no === no);
    expect(entry?.head).toBe('นางจันทร์เพ็ญ แจ่มใส');
  });
});

describe('the work with a household', () => {
  test('leads from the plan over step 4 to a result, which shows as in progress', async () => {
    const before = (await standing(far)).progress;
    const { household } = await joined({}, far);
    expect(await work(household, resulted(10_000), far)).toMatchObject({ kind: 'refused' });
    expect(await work(household, planned, far)).toMatchObject({ kind: 'changed' });
    expect(await work(household, managed, far)).toEqual({ kind: 'stepLogged', step: 4, turn: 'jump' });
    expect(await work(household, resulted(10_000), far)).toMatchObject({
      kind: 'resultStated',
      result: { reduced: true, reducedSatang: 4_000_000 },
    });
    expect((await standing(far)).progress).toEqual({
      inWork: before.inWork + 1,
      plansInWork: before.plansInWork + 1,
      resultsInWork: before.resultsInWork + 1,
      reducedOrClearedInWork: before.reducedOrClearedInWork + 1,
      flagsInWork: before.flagsInWork + 1,
    });
  });

  test('rests on the steps that were logged for the whole center', async () => {
    const logged = await office.perform({
      ...{ kind: 'logCenterStep', center: there.id, year, step: 2 },
      told: { on: today, photos: [] },
    });
    expect(logged.result).toEqual({ kind: 'stepLogged', step: 2 });
    const { household } = await joined({}, there);
    const third: HouseholdWork = { kind: 'logStep', step: 3, told: { on: today, photos: [] } };
    expect(await work(household, third, there)).toEqual({ kind: 'stepLogged', step: 3, turn: 'next' });
  });

  test('under a new name is found by that name when one like it joins', async () => {
    const { household, no } = await joined({ head: 'นายดำ คงทน', houseNo: '90' });
    const renamed = [{ field: 'head' as const, value: 'นายวิเชียร ทองคำ' }];
    await work(household, { kind: 'change', based: 99, changes: renamed });
    const like = join({ head: 'นายวิเชียร ทองคำ', houseNo: '90' });
    expect((await office.perform(like)).result).toEqual({ kind: 'looksAlike', nos: [no] });
    expect((await office.perform(join({ head: 'นายดำ คงทน', houseNo: '90' }))).result.kind).toBe('joined');
  });

  test('of one in another center is not done', async () => {
    const { household } = await joined();
    expect(await work(household, planned, there)).toEqual({ kind: 'elsewhere' });
    expect(await work('H0' as HouseholdId, planned)).toEqual({ kind: 'elsewhere' });
  });

  test('of several in one message is done line by line, and once', async () => {
    const some = [await joined(), await joined(), await joined()];
    await work(some[0]?.household ?? ('' as never), planned);
    const lines = some.map(({ no, household }) => ({ no, household, work: managed }));
    const batch = { kind: 'batchHouseholds', center: here.id, year, lines } as const;
    const outcome = await office.perform(batch, 'a batch');
    expect(outcome.lines.map(({ no, result }) => [no, result.kind])).toEqual([
      [some[0]?.no, 'stepLogged'],
      [some[1]?.no, 'refused'],
      [some[2]?.no, 'refused'],
    ]);
    expect(await office.perform(batch, 'a batch')).toEqual(outcome);
    const first = await office.store.households.read(some[0]?.household ?? ('' as never));
    expect(first?.work[year]?.steps).toHaveLength(1);
  });
});

describe('a round', () => {
  let rounds: HouseholdOffice;
  beforeAll(async () => {
    rounds = office;
    office = await openHouseholdOffice();
  });
  afterAll(async () => {
    await office.close();
    office = rounds;
  });

  test('without a household is not submitted', async () => {
    expect(await submit(1)).toEqual({ kind: 'nothingToReport' });
    expect(office.notices()).toEqual([]);
  });

  test('is submitted once, told to district head and province, and counts at once', async () => {
    const one = await joined();
    const two = await joined();
    const round = { kind: 'submitRound', center: here.id, year, round: 1 } as const;
    const outcome = await office.perform(round, 'round 1');
    expect(outcome).toMatchObject({ result: { kind: 'submitted', revision: 1 }, sent: { households: 2 } });
    expect(office.notices().map(({ to, notice }) => [to, notice.kind])).toEqual([
      [head.id, 'roundSubmitted'],
      [provincial.id, 'roundSubmitted'],
    ]);
    expect(await office.perform(round, 'round 1')).toEqual(outcome);
    expect(await submit(1)).toMatchObject({ kind: 'nothingNew' });
    expect(await standing()).toMatchObject({
      debt: { joined: 2, round1: 1, withResult: 0 },
    });

    expect(await submit(2)).toEqual({ kind: 'resultsMissing', nos: [one.no, two.no] });
    for (const [{ household }, left] of [
      [one, [10_000]],
      [two, []],
    ] as const) {
      await work(household, planned);
      await work(household, managed);
      await work(household, resulted(...left));
    }
    expect(await submit(2)).toMatchObject({ kind: 'submitted', revision: 1 });
    expect((await standing()).debt).toMatchObject({
      ...{ joined: 2, withResult: 2, reduced: 1, cleared: 1, restructured: 0 },
      ...{ debtBefore: 10_000_000, debtAfter: 1_000_000, debtReduced: 9_000_000, round2: 1 },
    });
    expect(await office.store.standings.check(year)).toEqual([]);
  });

  test('that several submit at the same moment counts each household once', async () => {
    await joined({}, far);
    const all = await Promise.all(Array.from({ length: 8 }, () => submit(1, far)));
    expect(all.filter(({ kind }) => kind === 'submitted')).toHaveLength(1);
    expect(all.filter(({ kind }) => kind === 'nothingNew')).toHaveLength(7);
    expect((await standing(far)).debt).toMatchObject({ joined: 1, round1: 1 });
  });

  test('counts a household that moves in one center only', async () => {
    const { household } = await joined({}, there);
    await submit(1, there);
    const move = {
      kind: 'moveHousehold',
      center: there.id,
      year,
      household,
      to: far.id,
      otherThan: [],
    } as const;
    const moved = await office.perform(move, 'moving');
    expect(moved.result).toMatchObject({ kind: 'moved', to: { center: far.id, no: 2 } });
    expect(await office.perform(move, 'moving')).toEqual(moved);
    expect((await office.store.households.read(household))?.history.map(({ did }) => did)).toEqual([
      'joined',
      'moved',
    ]);
    // Until the new center names it, it counts where it was named.
    expect([(await standing(there)).debt.joined, (await standing(far)).debt.joined]).toEqual([1, 1]);
    expect([(await standing(there)).progress.inWork, (await standing(far)).progress.inWork]).toEqual([0, 2]);
    await submit(1, far);
    expect([(await standing(there)).debt.joined, (await standing(far)).debt.joined]).toEqual([0, 2]);
    expect(await office.store.standings.check(year)).toEqual([]);
    expect(await work(household, planned, there)).toEqual({ kind: 'elsewhere' });
  });

  test('is made anew in the standings after they were spoilt', async () => {
    const truth = await office.store.standings.of([{ kind: 'nation' }], year);
    const unit = {
      kind: 'center',
      center: here.id,
      province: here.province,
      district: here.district,
    } as const;
    const wrong = { unit, source: `${here.id}:debt1:2565`, rev: 99, figures: { joined: 7 } };
    await office.store.standings.contribute(year, [wrong]);
    expect((await office.store.standings.check(year)).map(({ unit }) => unitId(unit))).toEqual([here.id]);
    await office.store.standings.rebuild(year);
    expect(await office.store.standings.check(year)).toEqual([]);
    expect(await office.store.standings.of([{ kind: 'nation' }], year)).toEqual(truth);
  });
});

describe('what is read', () => {
  test('of a center is seen by those alone who may see names there', async () => {
    const readers = createReaders(office.store);
    const { household } = await joined({ on: day('2022-06-02') });
    await submit(1);
    for (const person of [officer, head, provincial, chair]) {
      const { households, book } = await readers.householdsOf({ person, year }, here.id);
      expect(households.map(({ id }) => id)).toContain(household);
      expect(book?.entries.length).toBe(households.length);
      const [report] = await readers.debtReportsOf({ person, year }, here.id, year);
      expect(Object.keys(report?.revisions.at(-1)?.content.details ?? {})).toContain(household);
    }
    for (const person of [stranger, department]) {
      expect(await readers.householdsOf({ person, year }, here.id)).toEqual({ households: [], joinings: [] });
      const reports = await readers.debtReportsOf({ person, year }, here.id, year);
      expect(reports.flatMap(({ revisions }) => revisions.map(({ content }) => content.details))).toEqual(
        person === department ? [{}] : [],
      );
    }
  });

  test('of one household is so only while it is in that center', async () => {
    const { household } = await joined();
    const { householdIn } = createReaders(office.store);
    const one = async (where: Center, person = officer) =>
      (await householdIn({ person, year }, household, where.id)).households.length;
    expect([await one(here), await one(there), await one(here, stranger)]).toEqual([1, 0, 0]);
  });
});
