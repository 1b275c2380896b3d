import { describe, expect, test } from 'vitest';
import type { Flag } from '../../../../src/features/household/rules/plausibility.ts';
import {
  type DebtReport,
  debtReportId,
  previewRound,
} from '../../../../src/features/household/rules/round.ts';
import {
  after,
  contract,
  day,
  emptyReport,
  fresh,
  here,
  joined,
  managed,
  move,
  plan,
  planned,
  result,
  step,
  submit,
  there,
  year,
} from './world.ts';

const one = managed({ id: fresh(), head: 'นายหนึ่ง', houseNo: '1' }, 1);
const two = managed({ id: fresh(), head: 'นางสอง', houseNo: '2', contracts: [contract(10_000)] }, 2);
const rowsOf = (report: DebtReport) => report.revisions.at(-1)?.content.rows ?? [];
const flagsOf = ({ record }: { readonly record: DebtReport }): readonly Flag[] =>
  record.revisions.at(-1)?.content.flags ?? [];

describe('round 1 of a center', () => {
  const first = submit(emptyReport(1), [two, one], { declined: 3 });

  test('names the households that joined, by number, and counts those that did not consent', () => {
    expect(first.outcome).toMatchObject({ kind: 'submitted', revision: 1 });
    expect(flagsOf(first)).toEqual([]);
    expect(first.record.id).toBe(debtReportId(here.center, 1, year));
    expect(first.record.id).toBe(`${here.center}:debt1:2565`);
    expect(rowsOf(first.record)).toMatchObject([
      {
        no: 1,
        contractsBefore: 2,
        beforeSatang: 5_000_000,
        overdueBefore: 1,
        plan: { aim: 'reduce', by: plan.by },
      },
      { no: 2, contractsBefore: 1, beforeSatang: 1_000_000 },
    ]);
    expect(first.record.revisions[0]?.content.declined).toBe(3);
  });

  test('keeps names apart from the figures that the department sees', () => {
    const revision = first.record.revisions[0]?.content;
    expect(revision?.details[one.id]).toMatchObject({ head: 'นายหนึ่ง', houseNo: '1', plan });
    expect(JSON.stringify(rowsOf(first.record))).not.toMatch(/หนึ่ง|สอง|คณะกรรมการ|ปลูกผัก/);
  });

  test('submitted again with nothing new says so, with the receipt that stands', () => {
    const phoned = after(one, {
      kind: 'change',
      based: 99,
      changes: [{ field: 'phone', value: '0810000101' }],
    });
    const again = submit(first.record, [phoned, two], { declined: 3 });
    expect(again.outcome).toEqual({ kind: 'nothingNew', receipt: first.record.revisions[0]?.receipt });
    expect(again.record.revisions).toHaveLength(1);
  });

  test('is supplemented by a household that joins later, and the old revision stays readable', () => {
    const three = joined({ head: 'นายสาม', contracts: [contract(7000)] }, 3);
    const again = submit(first.record, [one, two, three], { declined: 3 });
    expect(again.outcome).toMatchObject({ kind: 'submitted', revision: 2 });
    expect(again.record.revisions.map(({ content }) => content.rows.length)).toEqual([2, 3]);
  });

  test('is decided once, however often the intent comes', () => {
    const more = { id: fresh() };
    const once = submit(emptyReport(1), [one], more);
    const again = submit(once.record, [one, two], more);
    expect(again.record).toBe(once.record);
    expect(again.outcome).toBe(once.outcome);
  });

  test('has nothing to report without households; those that declined alone can be reported', () => {
    expect(submit(emptyReport(1), []).outcome).toEqual({ kind: 'nothingToReport' });
    const { record, outcome } = submit(emptyReport(1), [], { declined: 1 });
    expect([outcome.kind, rowsOf(record)]).toEqual(['submitted', []]);
  });

  test('carries a household that moved as it was last named', () => {
    const gone = after(one, move(there, 1));
    const again = submit(first.record, [gone, two], { declined: 3 });
    expect(again.outcome.kind).toBe('submitted');
    expect(rowsOf(again.record).filter(({ moved }) => !moved)).toHaveLength(1);
    expect(rowsOf(again.record)[0]).toEqual({ ...rowsOf(first.record)[0], moved: true });
    expect(again.record.revisions[1]?.content.details[one.id]).toEqual(
      first.record.revisions[0]?.content.details[one.id],
    );
  });

  test('tells the center that a household came from, once, and not one to which it came back', () => {
    const roamed = after(one, move(there, 1), move(here, 1), move(there, 1), move(here, 1));
    expect(rowsOf(submit(emptyReport(1), [roamed]).record)[0]?.from).toEqual([there]);
    const away = after(one, move(there, 4));
    expect(rowsOf(submit(emptyReport(1, there), [away]).record)[0]).toMatchObject({ no: 4, from: [here] });
  });

  test('names a household that died, too', () => {
    const died = after(one, { kind: 'close', closing: { why: 'died', on: day('2022-07-20') } });
    expect(rowsOf(submit(emptyReport(1), [died]).record)[0]).toMatchObject({ closed: 'died' });
  });

  test('marks one amount in many households, and an amount that changed since the last report', () => {
    const alike = [1, 2, 3, 4].map((no) => joined({ head: `${no}`, houseNo: `${no}` }, no));
    const marked = submit(emptyReport(1), alike);
    expect(flagsOf(marked)).toEqual([{ code: 'sameBefore', nos: [1, 2, 3, 4] }]);
    const [first = one, ...rest] = alike;
    const more = after(first, {
      kind: 'change',
      based: 99,
      changes: [{ field: 'newContract', value: contract(5) }],
    });
    const changed = submit(marked.record, [more, ...rest]);
    expect(flagsOf(changed)).toEqual([{ code: 'beforeChanged', nos: [1] }]);
    const later = submit(changed.record, [more, ...rest, two]);
    expect(flagsOf(later)).toContainEqual({ code: 'beforeChanged', nos: [1] });
  });
});

describe('round 2 of a center', () => {
  const joinings = rowsOf(submit(emptyReport(1), [one, two]).record);
  const reduced = after(one, result([contract(30_000)]));

  test('needs a result of each household that round 1 named and that is still in the work', () => {
    const { outcome } = submit(emptyReport(2), [reduced, two], { joinings });
    expect(outcome).toEqual({ kind: 'resultsMissing', nos: [2] });
    const left = after(two, { kind: 'close', closing: { why: 'moved', on: day('2022-07-20') } });
    const told = submit(emptyReport(2), [reduced, left], { joinings });
    expect(told.outcome.kind).toBe('submitted');
    expect(rowsOf(told.record)).toMatchObject([
      { result: { reduced: true, reducedSatang: 2_000_000, contractsAfter: 1, methods: [] } },
      { closed: 'moved' },
    ]);
    expect(rowsOf(told.record)[1]).not.toHaveProperty('result');
  });

  test('asks for round 1 first of a household with a result that it never named, and leaves others out', () => {
    expect(submit(emptyReport(2), [reduced], { joinings: [] }).outcome).toEqual({
      kind: 'roundOneFirst',
      nos: [1],
    });
    const late = joined({ head: 'นายสาย' }, 3);
    const named = joinings.filter(({ no }) => no === 1);
    const told = submit(emptyReport(2), [reduced, late], { joinings: named });
    expect(rowsOf(told.record).map(({ no }) => no)).toEqual([1]);
  });

  test('takes the word of another center’s round 1 about a household that moved here', () => {
    const moved = after(reduced, move(there, 5));
    const told = submit(emptyReport(2, there), [moved], { joinings });
    expect(rowsOf(told.record)).toMatchObject([{ no: 5, from: [here], result: { reduced: true } }]);
  });

  test('has nothing to report before anybody joined', () => {
    expect(submit(emptyReport(2), [], { joinings: [] }).outcome).toEqual({ kind: 'nothingToReport' });
  });

  test('shows in its preview what it would say, and why it cannot be', () => {
    expect(previewRound(emptyReport(2), { households: [reduced], declined: 2, joinings })).toMatchObject({
      no: 1,
      content: { declined: 0, rows: [{ no: 1 }] },
    });
    expect(previewRound(emptyReport(2), { households: [two], declined: 0, joinings })).toEqual({
      kind: 'resultsMissing',
      nos: [2],
    });
  });

  test('marks growth, jumps, steps back, the same of many, and what does not fit a method', () => {
    const joinedTwo = { kind: 'consolidation' as const, joined: 2, fund: 'กทบ.' };
    const used = (household: typeof one) =>
      after(household, { kind: 'change', based: 99, changes: [{ field: 'methods', value: [joinedTwo] }] });
    const grown = after(managed({}, 3), result([contract(60_000)], 'น้ำท่วม'));
    const back = after(managed({}, 4), step(3), result([contract(45_000)]));
    const many = after(managed({}, 5), { ...step(5), sameFor: 4 }, result([contract(44_000)]));
    const cleared = after(used(managed({}, 6)), result([], 'ขายที่ดิน'));
    const two = after(used(managed({}, 7)), result([contract(20_000), contract(22_000)]));
    const all = [grown, back, many, cleared, two];
    const named = rowsOf(submit(emptyReport(1), all).record);
    expect(flagsOf(submit(emptyReport(2), all, { joinings: named }))).toEqual([
      { code: 'grown', nos: [3] },
      { code: 'clearedDespiteNewContract', nos: [6] },
      { code: 'consolidationNotSeen', nos: [7] },
      { code: 'stepJump', nos: [3, 4, 5, 6, 7] },
      { code: 'stepBack', nos: [4] },
      { code: 'sameStep', nos: [5] },
    ]);
  });

  test('marks one result of many, and a result that was changed after it was reported', () => {
    const all = [1, 2, 3, 4].map((no) => after(managed({}, no), result([contract(40_000)])));
    const named = rowsOf(submit(emptyReport(1), all).record);
    const marked = submit(emptyReport(2), all, { joinings: named });
    const ofAmounts = flagsOf(marked).filter(({ code }) => code !== 'stepJump');
    expect(ofAmounts).toEqual([
      { code: 'sameAfter', nos: [1, 2, 3, 4] },
      { code: 'sameReduced', nos: [1, 2, 3, 4] },
    ]);
    const [first = one, ...rest] = all;
    const other = after(first, { kind: 'withdrawResult', reason: 'พิมพ์ผิด' });
    expect(submit(marked.record, [other, ...rest], { joinings: named }).outcome).toEqual({
      kind: 'resultsMissing',
      nos: [1],
    });
    const again = submit(marked.record, [after(other, result([contract(1)])), ...rest], { joinings: named });
    expect(flagsOf(again)).toContainEqual({ code: 'afterChanged', nos: [1] });
  });

  test('compares the debt at joining with what round 1 said of it', () => {
    const more = after(one, {
      kind: 'change',
      based: 99,
      changes: [{ field: 'newContract', value: contract(5) }],
    });
    const told = submit(emptyReport(2), [after(more, result([contract(1)]))], { joinings });
    expect(flagsOf(told)).toContainEqual({ code: 'beforeChanged', nos: [1] });
  });
});

test('a plan that was made after round 1 is something new', () => {
  const bare = joined();
  const first = submit(emptyReport(1), [bare]);
  expect(submit(first.record, [after(bare, planned)]).outcome).toMatchObject({
    kind: 'submitted',
    revision: 2,
  });
});
