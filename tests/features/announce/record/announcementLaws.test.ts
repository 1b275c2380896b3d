import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extent } from '../../../extent.ts';
import { seed } from '../../../seed.ts';
import { type Faults, play, schedules } from './sending.ts';

type Run = ReturnType<typeof play>;

/** Everybody got it once, in one of the ways that the report counts, and nobody twice. */
function expectAllRight({ people, record, counts, deliveries, laidBeside }: Run): void {
  expect(['done', 'stopped']).toContain(record.state);
  expect(new Set(deliveries).size).toBe(deliveries.length);
  const open = record.chunks.flatMap(({ state }) => (state.kind === 'waiting' ? state.to : []));
  const failed = record.chunks.flatMap(({ state }) => (state.kind === 'failed' ? state.to : []));
  for (const { who, fate } of people) {
    const ways = [deliveries.includes(who), laidBeside.has(who), failed.includes(who), open.includes(who)];
    const isLeftOut = (fate === 'blocked' || fate === 'skipped') && !open.includes(who);
    expect(ways.filter(Boolean)).toHaveLength(isLeftOut ? 0 : 1);
    if (fate === 'kept') expect(laidBeside.has(who)).toBe(true);
    if (failed.includes(who)) expect(fate).toBe('bad');
  }
  expect(counts).toMatchObject({
    people: people.length,
    sent: deliveries.length,
    kept: laidBeside.size,
    failed: failed.length,
    open: open.length,
    unsure: 0,
  });
  expect(record.state).toBe(open.length > 0 ? 'stopped' : 'done');
}

const holds = (faults: Faults = {}, learn: (run: Run) => void = () => {}) =>
  fc.property(schedules, (schedule) => {
    const run = play(schedule, faults);
    learn(run);
    expectAllRight(run);
  });

describe('an announcement whose sender is killed at any point and goes on elsewhere', () => {
  const reached = {
    lostRaces: 0,
    repeats: 0,
    splits: 0,
    stopped: 0,
    failed: 0,
    kept: 0,
    blocked: 0,
    skipped: 0,
  };
  const learn = ({ seen, record, counts }: Run) => {
    reached.lostRaces += seen.lostRaces;
    reached.repeats += seen.repeats;
    reached.splits += seen.splits;
    reached.stopped += record.state === 'stopped' ? 1 : 0;
    reached.failed += counts.failed;
    reached.kept += counts.kept;
    reached.blocked += counts.blocked;
    reached.skipped += counts.skipped;
  };

  it('reaches nobody twice and forgets nobody', () => {
    fc.assert(holds({}, learn), { seed, numRuns: extent(400, 1_000) });
  });

  it.each(Object.keys(reached))('and these runs reached: %s', (what) => {
    expect(new Map(Object.entries(reached)).get(what)).toBeGreaterThan(50);
  });

  it.each<[string, Faults]>([
    ['the key of a call were forgotten', { forgetsKey: true }],
    ['a call were noted before it is made', { notesBeforeCalling: true }],
    ['the halves of a refused call went under its key', { halvesUnderOldKey: true }],
    ['a stale record were written', { writesOverOthers: true }],
    ['a stop forgot what had begun', { stopsMidCall: true }],
  ])('would be caught if %s', (_fault, faults) => {
    const { failed } = fc.check(holds(faults), { seed, numRuns: extent(400, 1_000), endOnFailure: true });
    expect(failed).toBe(true);
  });
});
