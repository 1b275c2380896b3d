import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../src/programme/ids.ts';
import { leftFor, leftOf, openMonth, preview, reserveOf } from '../../../src/programme/quota/monthQuota.ts';
import { reserve } from '../../../src/programme/quota/reserve.ts';
import { inOrder, isHeldBack, sendClasses, type Want } from '../../../src/programme/quota/want.ts';
import { extent } from '../../extent.ts';
import { seed } from '../../seed.ts';
import { type Parts, race, schedules, soundParts } from './race.ts';

const at = new Date('2022-08-09T01:30:00Z');
const anyWant: fc.Arbitrary<Want> = fc
  .record(
    {
      key: fc.stringMatching(/^[a-z]{1,3}$/),
      class: fc.constantFrom(...sendClasses),
      due: fc.constantFrom('2022-08-09' as IsoDate, '2022-08-12' as IsoDate),
    },
    { requiredKeys: ['key', 'class'] },
  )
  .map(({ due, ...rest }) => (due ? { ...rest, due } : rest));
const anyWants = fc.uniqueArray(anyWant, { selector: ({ key }) => key, maxLength: 200, size: 'max' });
const anyMonth = fc
  .record({ limit: fc.integer({ min: 0, max: 250 }), used: fc.integer({ min: 0, max: 120 }) })
  .map((told) => openMonth('2022-08', told));

describe('whatever is wanted of a month', () => {
  it('no more is granted than is left, and the reserve is kept', () => {
    const reached = { reserve: 0, short: 0, all: 0 };
    fc.assert(
      fc.property(anyMonth, anyWants, (quota, wants) => {
        const { record, outcome } = reserve(quota, { id: 'run', at, wants });
        const of = new Map(wants.map((want) => [want.key, want]));
        const held = outcome.granted.filter((key) => isHeldBack(of.get(key)?.class ?? 'act'));
        expect(outcome.granted.length).toBeLessThanOrEqual(leftOf(quota));
        if (held.length > 0) expect(leftOf(record)).toBeGreaterThanOrEqual(reserveOf(quota));
        expect(leftOf(record)).toBe(leftOf(quota) - outcome.granted.length);
        if (held.length > 0 && leftOf(record) === reserveOf(quota)) reached.reserve += 1;
        if (outcome.granted.length < wants.length) reached.short += 1;
        else reached.all += 1;
      }),
      { seed, numRuns: extent(400, 1_000) },
    );
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(30);
  });

  it('nobody goes before somebody more urgent, and nothing that fits is kept back', () => {
    fc.assert(
      fc.property(anyMonth, anyWants, (quota, wants) => {
        const { record, outcome } = reserve(quota, { id: 'run', at, wants });
        const ordered = inOrder(wants);
        expect(outcome.granted).toEqual(ordered.slice(0, outcome.granted.length).map(({ key }) => key));
        const next = ordered[outcome.granted.length];
        if (next) expect(leftFor(record, next.class)).toBe(0);
      }),
      { seed, numRuns: extent(400, 1_000) },
    );
  });

  it('the order of asking makes no difference, nor does asking again with all or some', () => {
    fc.assert(
      fc.property(anyMonth, anyWants, fc.infiniteStream(fc.boolean()), (quota, wants, coins) => {
        const { record, outcome } = reserve(quota, { id: 'run', at, wants });
        const mixed = reserve(quota, { id: 'run', at, wants: wants.toReversed() });
        expect(mixed).toEqual({ record, outcome });
        const some = wants.filter(() => coins.next().value);
        const again = reserve(record, { id: 'run', at, wants: some });
        const keys = new Set(some.map(({ key }) => key));
        expect(again.record).toBe(record);
        expect(again.outcome.granted).toEqual(outcome.granted.filter((key) => keys.has(key)));
      }),
      { seed },
    );
  });

  it('the card before tells what will be granted', () => {
    fc.assert(
      fc.property(anyMonth, fc.constantFrom(...sendClasses), fc.nat(200), (quota, of, count) => {
        const wants = Array.from({ length: count }, (_, n) => ({ key: String(n), class: of }));
        const { outcome } = reserve(quota, { id: 'run', at, wants });
        expect(preview(quota, of, count).granted).toBe(outcome.granted.length);
      }),
      { seed },
    );
  });
});

/** Answers an id that it knows without its reservation, and without another one. */
const grantsAnew: Parts['reserve'] = (record, wish) => {
  const others = record.reservations.filter(({ id }) => id !== wish.id);
  const made = soundParts.reserve({ ...record, reservations: others }, wish);
  return others.length === record.reservations.length ? made : { record, outcome: made.outcome };
};

describe('three processes that spend the last pushes', () => {
  const reached = { refused: 0, stale: 0, forgotten: 0, spent: 0 };
  const holds = (parts: Parts, learn: (seen: typeof reached) => void = () => {}) =>
    fc.property(schedules, (schedule) => {
      const seen = race(schedule, parts);
      learn(seen);
      expect(seen.refused).toBe(0);
    });

  it('never push more than the month has', () => {
    const learn = (seen: typeof reached) => {
      reached.stale += seen.stale;
      reached.forgotten += seen.forgotten;
      reached.spent += seen.spent;
    };
    fc.assert(holds(soundParts, learn), { seed, numRuns: extent(300, 600) });
    expect(Math.min(reached.stale, reached.forgotten, reached.spent)).toBeGreaterThan(100);
  });

  it.each<[string, Partial<Parts>]>([
    ['a stale record were written', { write: (store, record) => store.put(record) }],
    [
      'what LINE tells took the place of every reservation',
      {
        sync: (record, told) => ({
          record: { ...soundParts.sync(record, told).record, reservations: [] },
          outcome: told.told,
        }),
      },
    ],
    [
      'it mattered not when LINE was asked',
      { sync: (record, told) => soundParts.sync(record, { ...told, asked: record.rev }) },
    ],
    ['the same id were granted whatever is left by now', { reserve: grantsAnew }],
  ])('and would be caught if %s', (_rule, broken) => {
    const { failed } = fc.check(holds({ ...soundParts, ...broken }), {
      seed,
      numRuns: extent(300, 600),
      endOnFailure: true,
    });
    expect(failed).toBe(true);
  });
});
