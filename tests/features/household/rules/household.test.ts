import { describe, expect, test } from 'vitest';
import type {
  Change,
  Household,
  HouseholdIntent,
} from '../../../../src/features/household/rules/household.ts';
import { decideJoin, householdId, joinProblem } from '../../../../src/features/household/rules/join.ts';
import type { FiscalYear } from '../../../../src/programme/ids.ts';
import {
  after,
  type Bare,
  contract,
  day,
  decide,
  fresh,
  here,
  intentId,
  joined,
  joining,
  managed,
  move,
  officer,
  plan,
  planned,
  result,
  step,
  there,
  today,
} from './world.ts';

const codeOf = ({ outcome }: ReturnType<typeof decide>) =>
  outcome.kind === 'refused' ? outcome.problem.code : outcome.kind;
const change = (based: number, ...changes: readonly Change[]) => ({
  kind: 'change' as const,
  based,
  changes,
});

describe('a household that joins', () => {
  test('keeps its id in every repetition, its number and its debts', () => {
    const household = joined({ id: intentId('e1') }, 3);
    expect(household).toMatchObject({ id: householdId(intentId('e1')), rev: 1, place: { no: 3 } });
    expect(household.id).toMatch(/^H[0-9A-Z]{16}$/);
    expect(household.work[2565]).toMatchObject({ joinedOn: '2022-06-01', before: [{ no: 1 }, { no: 2 }] });
    expect(household.history).toMatchObject([{ did: 'joined', by: officer, byName: 'วิชัย' }]);
  });

  test('that is decided again is the same one', () => {
    const join = joining();
    const place = { ...here, no: 1 };
    const first = decideJoin(undefined, join, place);
    expect(decideJoin(undefined, join, place)).toEqual(first);
    expect(decideJoin(first.record, join, place)).toEqual(first);
    expect(decideJoin(first.record, joining(), place).outcome).toMatchObject({
      problem: { code: 'alreadyJoined' },
    });
  });

  test('has joined on the day when it is told of, unless another day is named', () => {
    const { on: _on, ...join } = joining();
    const { record } = decideJoin(undefined, join, { ...here, no: 1 });
    expect(record.work[2565]?.joinedOn).toBe(today);
  });

  test('joins again in another year under its number, with the debts of that year', () => {
    const household = joined({}, 2);
    const join = joining({ year: 2566 as FiscalYear, on: day('2022-07-01'), contracts: [contract(1)] });
    const { record, outcome } = decideJoin(household, join, { ...here, no: 9 });
    expect(outcome).toEqual({ kind: 'joined', household: household.id, no: 2 });
    expect(Object.keys(record.work)).toEqual(['2565', '2566']);
    expect(record.place.no).toBe(2);
  });

  test.each([
    ['without a head', { head: ' ' }, 'textMissing'],
    ['with a name of 300 characters', { head: 'ก'.repeat(300) }, 'textTooLong'],
    ['without a house number', { houseNo: '' }, 'textMissing'],
    ['with nobody in it', { members: 0 }, 'membersOutOfRange'],
    ['with half a member', { members: 2.5 }, 'membersOutOfRange'],
    ['tomorrow', { on: day('2022-08-02') }, 'inFuture'],
    ['owing nothing', { contracts: [contract(0)] }, 'nothingOwed'],
    [
      'with an absurd loan outside',
      { outside: [{ lender: 'ธ.ก.ส.', outstandingSatang: -1 }] },
      'amountOutOfRange',
    ],
  ])('cannot be one %s', (_what, more, code) => {
    expect(joinProblem(joining(more))?.code).toBe(code);
  });
});

describe('two officers who change one household', () => {
  const household = joined();
  const based = household.rev;

  test('have it both their way in different fields', () => {
    const one = decide(household, change(based, { field: 'members', value: 5 }));
    const two = decide(one.record, change(based, { field: 'phone', value: '0810000101' }));
    expect(two.outcome).toMatchObject({ kind: 'changed', fields: ['phone'], conflicts: [] });
    expect(two.record).toMatchObject({ members: 5, phone: '0810000101' });
  });

  test('of one field: the second sees both values, keeps the others, and chooses', () => {
    const one = decide(household, change(based, { field: 'members', value: 5 }));
    const wanted = { field: 'members' as const, value: 6 };
    const two = decide(one.record, change(based, wanted, { field: 'houseNo', value: '9' }));
    expect(two.outcome).toMatchObject({
      fields: ['houseNo'],
      conflicts: [{ present: { field: 'members', value: 5 }, wanted }],
    });
    expect(two.record).toMatchObject({ members: 5, houseNo: '9' });
    const chosen = decide(two.record, change(two.record.rev, wanted));
    expect(chosen).toMatchObject({ record: { members: 6 }, outcome: { conflicts: [] } });
  });

  test('agree when they want the same', () => {
    const one = decide(household, change(based, { field: 'members', value: 5 }));
    const two = decide(one.record, change(based, { field: 'members', value: 5 }));
    expect(two.outcome).toMatchObject({ fields: [], conflicts: [] });
    expect(two.record.history).toEqual(one.record.history);
  });

  test('may correct different contracts, but not one', () => {
    const change1 = change(based, { field: 'contract', no: 1, value: contract(31_000) });
    const one = decide(household, change1);
    const two = decide(one.record, change(based, { field: 'contract', no: 2, value: null }));
    expect(two.record.work[2565]?.before).toMatchObject([{ no: 1, outstandingSatang: 3_100_000 }]);
    const three = decide(two.record, change(based, { field: 'contract', no: 1, value: null }));
    expect(three.outcome).toMatchObject({ conflicts: [{ wanted: { no: 1, value: null } }] });
    const gone = decide(two.record, change(based, { field: 'contract', no: 2, value: contract(1) }));
    expect(gone.outcome).toMatchObject({ conflicts: [{ present: { no: 2, value: null } }] });
  });

  test('of two plans: the first stands until the second chooses', () => {
    const one = decide(household, change(based, { field: 'plan', value: plan }));
    const other = { ...plan, aim: 'clear' as const };
    const two = decide(one.record, change(based, { field: 'plan', value: other }));
    expect(two.outcome).toMatchObject({
      conflicts: [{ present: { value: plan }, wanted: { value: other } }],
    });
  });

  test('add lenders outside without taking each other’s off, and may correct different ones, but not one', () => {
    const owed = (baht: number) => ({ informal: true as const, outstandingSatang: baht * 100 });
    const add = (lender: string) =>
      change(based, { field: 'newOutside', value: { lender, ...owed(20_000) } });
    const both = decide(decide(household, add('ป้าแดง')).record, add('ลุงดำ')).record;
    expect(both.work[2565]?.outside).toMatchObject([
      { no: 1, lender: 'ป้าแดง' },
      { no: 2, lender: 'ลุงดำ' },
    ]);
    const seen = both.rev;
    const wanted = { field: 'outside' as const, no: 1, value: { lender: 'ป้าแดง', ...owed(15_000) } };
    const one = decide(both, change(seen, wanted));
    const two = decide(one.record, change(seen, { field: 'outside', no: 2, value: null }));
    expect(two.record.work[2565]?.outside).toEqual([{ no: 1, lender: 'ป้าแดง', ...owed(15_000) }]);
    const three = decide(two.record, change(seen, { field: 'outside', no: 1, value: null }));
    expect(three.outcome).toMatchObject({ conflicts: [{ present: wanted, wanted: { value: null } }] });
  });

  test('know lenders outside that were kept without a number by their places', () => {
    const noted = joined({ outside: [{ lender: 'ธ.ก.ส.' }, { lender: 'กยศ.' }] });
    const one = decide(noted, change(noted.rev, { field: 'outside', no: 1, value: null }));
    const two = decide(
      one.record,
      change(noted.rev, { field: 'outside', no: 2, value: { lender: 'กรุงไทย' } }),
    );
    expect(two.record.work[2565]?.outside).toEqual([{ no: 2, lender: 'กรุงไทย' }]);
  });

  test('add contracts without taking each other’s off', () => {
    const add = change(based, { field: 'newContract', value: contract(1000) });
    const { record } = decide(decide(household, add).record, add);
    expect(record.work[2565]?.before.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
  });
});

describe('a change', () => {
  test.each<[string, Change, string]>([
    ['a head of 300 characters', { field: 'head', value: 'ก'.repeat(300) }, 'textTooLong'],
    ['nobody', { field: 'members', value: 0 }, 'membersOutOfRange'],
    ['an unknown contract', { field: 'contract', no: 7, value: contract(1) }, 'noSuchContract'],
    ['a contract that owes nothing', { field: 'contract', no: 1, value: contract(0) }, 'nothingOwed'],
    ['a joining tomorrow', { field: 'joinedOn', value: day('2022-08-02') }, 'inFuture'],
    ['a joining after a step', { field: 'joinedOn', value: day('2022-07-02') }, 'beforeJoined'],
    ['a plan without a method', { field: 'plan', value: { ...plan, methods: [] } }, 'noMethod'],
    [
      'a plan that ended before',
      { field: 'plan', value: { ...plan, by: day('2022-05-01') } },
      'beforeJoined',
    ],
    [
      'more joined than there are',
      { field: 'methods', value: [{ kind: 'consolidation', joined: 3, fund: 'ก' }] },
      'tooManyJoined',
    ],
    ['an outside lender without a name', { field: 'newOutside', value: { lender: '' } }, 'textMissing'],
    ['an unknown lender', { field: 'outside', no: 7, value: { lender: 'ธ.ก.ส.' } }, 'noSuchOutside'],
    [
      'an informal debt without an amount',
      { field: 'newOutside', value: { lender: 'ป้าแดง', informal: true } },
      'nothingOwed',
    ],
  ])('is refused with %s, and nothing of it is taken', (_what, wrong, code) => {
    const household = managed();
    const decided = decide(household, change(household.rev, { field: 'houseNo', value: '9' }, wrong));
    expect(codeOf(decided)).toBe(code);
    expect(decided.record.houseNo).toBe('12/3');
  });

  test('cannot take the only debt off, be it an informal one', () => {
    const informal = { lender: 'ป้าแดง', informal: true as const, outstandingSatang: 100 };
    const owing = joined({ contracts: [], outside: [informal] });
    const off: Change = { field: 'outside', no: 1, value: null };
    expect(codeOf(decide(owing, change(1, off)))).toBe('noContracts');
    expect(codeOf(decide(owing, change(1, { ...off, value: { lender: 'ธ.ก.ส.' } })))).toBe('noContracts');
    expect(codeOf(decide(joined({ outside: [informal] }), change(1, off)))).toBe('changed');
  });

  test('gives a new loan outside no number of which a result tells, also after that one was taken off', () => {
    const informal = { informal: true as const, outstandingSatang: 100 };
    const household = managed({ outside: [1, 2].map((no) => ({ ...informal, lender: `ป้าแดง ${no}` })) });
    const informalLeft = [{ no: 2, lender: 'ป้าแดง 2', satang: 0 }];
    const stated = after(household, { ...result([contract(1)]), informalLeft });
    expect(stated.work[2565]?.result).toMatchObject({ informalLeft });
    const taken = decide(stated, change(stated.rev, { field: 'outside', no: 2, value: null })).record;
    const value = { ...informal, lender: 'นายทุน' };
    const { record } = decide(taken, change(taken.rev, { field: 'newOutside', value }));
    expect(record.work[2565]?.outside.map(({ no }) => no)).toEqual([1, 3]);
  });

  test('notes a contract that was none of a fund as the loan outside that it was, at once or not at all', () => {
    const noted = { lender: 'ป้าแดง', informal: true as const, outstandingSatang: 3_000_000 };
    const wanted: Change = { field: 'contract', no: 1, value: null, noted };
    const only = joined({ contracts: [contract(30_000, { fund: 'ป้าแดง' })] });
    const { record } = decide(only, change(1, wanted));
    expect(record.work[2565]).toMatchObject({ before: [], outside: [{ ...noted, no: 1 }] });
    const again = decide(record, change(record.rev, wanted));
    expect(codeOf(again)).toBe('noSuchContract');
    const bank: Change = { ...wanted, noted: { lender: 'ธ.ก.ส.' } };
    expect(codeOf(decide(only, change(1, bank)))).toBe('noContracts');
  });

  test('cannot take the last contract off', () => {
    const household = joined({ contracts: [contract(1)] });
    expect(codeOf(decide(household, change(1, { field: 'contract', no: 1, value: null })))).toBe(
      'noContracts',
    );
  });

  test('records a contract as it is found, whatever its interest', () => {
    const value = contract(3, { rateBasisPoints: 2400 });
    const decided = decide(joined(), change(1, { field: 'contract', no: 1, value }));
    expect(decided.record.work[2565]?.before[0]).toMatchObject({ rateBasisPoints: 2400 });
  });

  test('takes a phone off', () => {
    const household = joined({ phone: '0810000101' });
    expect(decide(household, change(1, { field: 'phone', value: null })).record).not.toHaveProperty('phone');
  });
});

describe('the steps of a household', () => {
  test('follow one another without a reason, and jump or go back only with one', () => {
    const household = after(joined(), step(1), step(2));
    expect(decide(household, step(3)).outcome).toEqual({
      kind: 'stepLogged',
      step: 3,
      turn: 'next',
    });
    const jump = { kind: 'logStep' as const, told: { on: day('2022-07-02'), photos: [] }, centerSteps: [] };
    expect(codeOf(decide(joined(), { ...jump, step: 3 }))).toBe('reasonNeeded');
    expect(codeOf(decide(household, { ...jump, step: 1 }))).toBe('reasonNeeded');
    expect(codeOf(decide(household, { ...jump, step: 3 }))).toBe('stepLogged');
    expect(codeOf(decide(joined(), { ...jump, step: 3, centerSteps: [{ step: 2 }] }))).toBe('stepLogged');
  });

  test('keep a reason with a jump alone: where the steps between were done meanwhile there is none', () => {
    const jump = { kind: 'logStep' as const, told: { on: day('2022-07-02'), photos: [] }, centerSteps: [] };
    const told = { ...jump, step: 3 as const, reason: 'ประชุมไปก่อนแล้ว' };
    const lastOf = (household: Household) => decide(household, told).record.work[2565]?.steps.at(-1);
    expect(lastOf(joined())).toMatchObject({ turn: 'jump', reason: 'ประชุมไปก่อนแล้ว' });
    const next = lastOf(after(joined(), step(1), step(2)));
    expect(next).toMatchObject({ turn: 'next' });
    expect(next).not.toHaveProperty('reason');
  });

  test.each([
    ['tomorrow', step(1, '2022-08-02'), 'inFuture'],
    ['before the household joined', step(1, '2022-05-31'), 'beforeJoined'],
    ['at step 4 without a plan', step(4), 'planFirst'],
  ])('cannot be %s', (_what, intent, code) => expect(codeOf(decide(joined(), intent))).toBe(code));

  test('tell an earlier day of joining, which then stands for all that follows', () => {
    const earlier = { ...step(1, '2022-05-20'), joinedOn: day('2022-05-20') };
    const { record, outcome } = decide(joined(), earlier);
    expect(outcome).toMatchObject({ kind: 'stepLogged', step: 1 });
    expect(record.work[2565]).toMatchObject({ joinedOn: '2022-05-20', steps: [{ on: '2022-05-20' }] });
    expect(record.history.slice(1)).toMatchObject([
      { did: 'changed', fields: ['joinedOn/2565'] },
      { did: 'loggedStep' },
    ]);
    // Somebody who saw the day of before does not set it back unasked.
    expect(decide(record, change(1, { field: 'joinedOn', value: day('2022-06-01') })).outcome).toMatchObject({
      conflicts: [{ present: { value: '2022-05-20' } }],
    });
    const later = { ...step(1, '2022-07-01'), joinedOn: day('2022-07-01') };
    expect(decide(joined(), later).record.work[2565]?.joinedOn).toBe('2022-06-01');
  });

  test('keep their date, people, note, photos and how they followed', () => {
    const told = { on: today, together: 'ทีมคู่หู คู่คิด', note: 'ประชุม', photos: ['F1'] };
    const { record } = decide(joined(), {
      ...step(2),
      told,
      classes: ['overdue'],
      sameFor: 5,
    });
    expect(record.work[2565]?.steps).toMatchObject([
      { ...told, step: 2, classes: ['overdue'], turn: 'jump', sameFor: 5, by: officer },
    ]);
    expect(record.history.at(-1)).toMatchObject({ did: 'loggedStep', step: 2, turn: 'jump' });
  });

  test('are not taken by a visit at which nobody was found, but it stands in the history', () => {
    const { record } = decide(joined(), { kind: 'notFound', on: today });
    expect(record.work[2565]?.steps).toEqual([]);
    expect(record.history.at(-1)).toMatchObject({ did: 'notFound', on: today });
  });
});

describe('the result of a household', () => {
  test('comes after step 4, once', () => {
    expect(codeOf(decide(after(joined(), planned, step(3)), result([])))).toBe('resultBeforeStep4');
    const late = after(joined(), planned, step(4, '2022-07-20'));
    expect(codeOf(decide(late, { ...result([]), on: day('2022-07-19') }))).toBe('resultBeforeStep4');
    const household = after(managed(), result([contract(40_000)]));
    expect(household.work[2565]?.result?.after).toEqual([contract(40_000)]);
    expect(codeOf(decide(household, result([])))).toBe('alreadyHasResult');
  });

  test('of more debt than before, and of none in spite of a new contract, needs a reason', () => {
    expect(codeOf(decide(managed(), result([contract(50_001)])))).toBe('growthReasonNeeded');
    expect(codeOf(decide(managed(), result([contract(50_001)], 'น้ำท่วม')))).toBe('resultStated');
    const refinanced = after(managed(), {
      kind: 'change',
      based: 99,
      changes: [{ field: 'methods', value: [{ kind: 'consolidation', joined: 2, fund: 'กทบ.' }] }],
    });
    expect(codeOf(decide(refinanced, result([])))).toBe('newContractMissing');
    expect(decide(refinanced, result([contract(50_000)])).outcome).toMatchObject({
      result: { cleared: false, restructured: true },
    });
  });

  test('that was wrong is taken back with a reason, kept, and stated anew', () => {
    const household = after(managed(), result([]), { kind: 'withdrawResult', reason: 'พิมพ์ผิด' });
    expect(household.work[2565]).toMatchObject({ withdrawn: [{ after: [] }] });
    expect(household.work[2565]).not.toHaveProperty('result');
    expect(codeOf(decide(household, { kind: 'withdrawResult', reason: 'อีกครั้ง' }))).toBe('noResult');
    expect(codeOf(decide(household, result([contract(1)])))).toBe('resultStated');
  });
});

describe('a household that is closed', () => {
  const closed = after(joined(), { kind: 'close', closing: { why: 'died', on: today } });

  test('keeps its history and takes nothing more until it is opened again', () => {
    expect(codeOf(decide(closed, step(1)))).toBe('closed');
    expect(codeOf(decide(closed, move(there)))).toBe('closed');
    expect(codeOf(decide(closed, { kind: 'close', closing: { why: 'left', on: today } }))).toBe('closed');
    const open = after(closed, { kind: 'reopen', reason: 'บันทึกผิดครัวเรือน' });
    expect(open).not.toHaveProperty('closed');
    expect(open.history.map(({ did }) => did)).toEqual(['joined', 'closed', 'reopened']);
    expect(codeOf(decide(open, { kind: 'reopen', reason: 'x' }))).toBe('notClosed');
  });

  test('left with a reason, and not tomorrow nor before it joined', () => {
    const close = (why: 'left' | 'moved', on: string, note?: string) =>
      codeOf(decide(joined(), { kind: 'close', closing: { why, on: day(on), ...(note && { note }) } }));
    expect(close('left', '2022-07-01')).toBe('textMissing');
    expect(close('left', '2022-07-01', 'ไม่ประสงค์เข้าร่วม')).toBe('closed');
    expect(close('moved', '2022-08-02')).toBe('inFuture');
    expect(close('moved', '2022-05-31')).toBe('beforeJoined');
  });
});

describe('a household that moves to another center', () => {
  const moved = after(joined({}, 3), planned, move(there, 8));

  test('keeps its identity, its plan and its history under another number', () => {
    expect(moved).toMatchObject({ place: { ...there, no: 8 }, earlier: [{ ...here, no: 3 }] });
    expect(moved.work[2565]?.plan).toEqual(plan);
    expect(moved.history.map(({ did }) => did)).toEqual(['joined', 'changed', 'moved']);
  });

  test('is out of reach of those of its old center', () => {
    const decided = decide(moved, step(1), { center: here.center });
    expect(decided.outcome).toEqual({ kind: 'elsewhere' });
    expect(decided.record.work).toEqual(moved.work);
  });

  test('of two moves at once makes the first', () => {
    const second = decide(moved, move(here, 3), { center: here.center });
    expect(second.outcome).toEqual({ kind: 'elsewhere' });
  });
});

const everyKind: { readonly [K in HouseholdIntent['kind']]: Extract<Bare, { kind: K }> } = {
  change: planned,
  logStep: step(4),
  notFound: { kind: 'notFound', on: today },
  stateResult: result([contract(1)]),
  withdrawResult: { kind: 'withdrawResult', reason: 'x' },
  move: move(there),
  close: { kind: 'close', closing: { why: 'moved', on: today } },
  reopen: { kind: 'reopen', reason: 'x' },
};

test('an intent of any kind that comes again meets its outcome and changes nothing', () => {
  let household = joined();
  for (const intent of Object.values(everyKind)) {
    const who = { id: fresh(), center: household.place.center };
    const once = decide(household, intent, who);
    expect(['refused', 'elsewhere']).not.toContain(once.outcome.kind);
    const again = decide(once.record, intent, who);
    expect(again.record).toBe(once.record);
    expect(again.outcome).toBe(once.outcome);
    household = once.record;
  }
});

test('an intent of a year in which the household did not join is refused', () => {
  expect(codeOf(decide(joined(), step(1), { year: 2566 as FiscalYear }))).toBe('notJoined');
});
