import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BookIntent,
  decideBook,
  type HouseholdBook,
  newBook,
} from '../../../../src/features/household/rules/book.ts';
import type { HouseholdId } from '../../../../src/programme/ids.ts';
import { seed } from '../../../seed.ts';
import { at, day, fresh, here, officer, year } from './world.ts';

type Bare = BookIntent extends infer I ? (I extends BookIntent ? Omit<I, 'id' | 'by' | 'at'> : never) : never;
const act = (book: HouseholdBook, intent: Bare, id = fresh()) =>
  decideBook(book, { id, by: officer, at, ...intent });
const household = (n: number) => `H${n}` as HouseholdId;
const enter = (n: number, head: string, houseNo = '1', otherThan: readonly number[] = []): Bare => ({
  kind: 'enter',
  household: household(n),
  likeness: { head, houseNo },
  otherThan,
});

describe('the book of a center', () => {
  test('gives numbers from 1 on, and asks about a household that looks like another', () => {
    const first = act(newBook(here.center), enter(1, 'นายสมชาย ใจดี', '12/3'));
    const asked = act(first.record, enter(2, 'สมชาย ใจดี', '๑๒/๓'));
    const told = act(asked.record, enter(2, 'สมชาย ใจดี', '๑๒/๓', [1]));
    expect([first, asked, told].map(({ outcome }) => outcome)).toEqual([
      { kind: 'entered', no: 1 },
      { kind: 'looksAlike', nos: [1] },
      { kind: 'entered', no: 2 },
    ]);
  });

  test('takes families of one house without a question', () => {
    const { record } = act(newBook(here.center), enter(1, 'นายสมชาย ใจดี'));
    expect(act(record, enter(2, 'นางบุญมา ใจดี')).outcome).toEqual({ kind: 'entered', no: 2 });
  });

  test('of two officers who enter one household at once asks the second', () => {
    const { record } = act(newBook(here.center), enter(1, 'นายสมชาย ใจดี'));
    expect(act(record, enter(2, 'นายสมชาย ใจดี')).outcome).toEqual({ kind: 'looksAlike', nos: [1] });
  });

  test('compares with the name as it was corrected', () => {
    const { record } = act(newBook(here.center), enter(1, 'นายสมชาย ใจดี'));
    const likeness = { head: 'นายวิชัย ใจดี', houseNo: '9' };
    const renamed = act(record, { kind: 'rename', household: household(1), likeness });
    expect(act(renamed.record, enter(2, 'นายสมชาย ใจดี')).outcome).toEqual({ kind: 'entered', no: 2 });
    expect(act(renamed.record, enter(2, 'วิชัย ใจดี', '9')).outcome).toEqual({ kind: 'looksAlike', nos: [1] });
  });

  test('counts those without consent by year and in nothing else, and takes a slip back', () => {
    const decline = { kind: 'decline' as const, year };
    const id = fresh();
    const once = act(newBook(here.center), decline, id);
    const again = act(once.record, decline, id);
    expect(again.record).toBe(once.record);
    const twice = act(once.record, decline);
    expect(twice.record).toMatchObject({ declined: { 2565: 2 }, entries: [] });
    const back = act(twice.record, { kind: 'takeBackDecline', year });
    expect(back.outcome).toEqual({ kind: 'declined', count: 1 });
    const none = act(newBook(here.center), { kind: 'takeBackDecline', year });
    expect(none.outcome).toEqual({ kind: 'declined', count: 0 });
  });

  test('keeps a step of all households, and refuses one of tomorrow', () => {
    const log = (on: string): Bare => ({ kind: 'logStep', year, step: 1, told: { on: day(on), photos: [] } });
    const { record, outcome } = act(newBook(here.center), log('2022-08-01'));
    expect(outcome).toEqual({ kind: 'stepLogged', step: 1 });
    expect(record.steps[year]).toMatchObject([{ step: 1, on: '2022-08-01', by: officer }]);
    const refused = act(record, log('2022-08-02'));
    expect(refused.outcome).toMatchObject({ kind: 'refused', problem: { code: 'inFuture' } });
    expect(refused.record.steps).toEqual(record.steps);
  });

  test('never gives a number twice, whoever comes, leaves and returns', () => {
    let returns = 0;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 30 }), (comers) => {
        let book = newBook(here.center);
        const nos = new Map<number, number>();
        for (const n of comers) {
          const { record, outcome } = act(book, enter(n, `${n}`, `${n}`));
          book = record;
          if (outcome.kind !== 'entered') throw new Error(outcome.kind);
          if (nos.has(n)) returns += 1;
          expect(nos.get(n) ?? outcome.no).toBe(outcome.no);
          nos.set(n, outcome.no);
        }
        expect([...nos.values()]).toEqual([...nos.values()].map((_, place) => place + 1));
      }),
      { seed },
    );
    expect(returns).toBeGreaterThan(100);
  });
});
