import { describe, expect, test } from 'vitest';
import { createLineClock } from '../../src/line/eventTime.ts';

const at = (ms: number) => new Date(Date.parse('2022-08-09T09:00:00Z') + ms);

/** LINE's clock as a fresh process learns it, told of deliveries by what they say and when they come. */
function freshClock() {
  const { toOurs } = createLineClock();
  const told = (redelivered: boolean) => (timestamp: number | undefined, receivedAt: Date) =>
    toOurs({ timestamp, receivedAt, redelivered });
  return { first: told(false), again: told(true) };
}

describe("LINE's clock in ours", () => {
  test('is taken from the fastest delivery seen', () => {
    const { first } = freshClock();
    // LINE's clock is 900 ms behind ours; deliveries take 100 ms at best.
    expect(first(at(0).getTime(), at(2000))).toEqual({ at: at(2000) });
    expect(first(at(5000).getTime(), at(6000))).toEqual({ at: at(6000) });
    expect(first(at(9000).getTime(), at(13_000))).toEqual({ at: at(10_000) });
  });

  test('may be ahead of ours', () => {
    const { first } = freshClock();
    expect(first(at(3000).getTime(), at(100))).toEqual({ at: at(100) });
    expect(first(at(9000).getTime(), at(6200))).toEqual({ at: at(6100) });
  });

  test('is not moved by a timestamp that cannot be', () => {
    const { first } = freshClock();
    first(at(0).getTime(), at(100));
    expect(first(at(60_000).getTime(), at(200))).toEqual({ at: at(5200) });
    expect(first(-1, at(300))).toEqual({ at: new Date(at(300).getTime() - 30 * 24 * 3600 * 1000) });
    expect(first(1e20, at(400))).toEqual({ at: at(5400) });
    expect(first(at(1000).getTime(), at(1500))).toEqual({ at: at(1100) });
  });

  test('is not moved by events that are delivered again, hours later', () => {
    const { first, again } = freshClock();
    first(at(0).getTime(), at(100));
    expect(again(at(0).getTime(), at(3_600_000))).toEqual({ at: at(100) });
  });

  test('is not learnt from a redelivery, however fast it comes', () => {
    const { first, again } = freshClock();
    expect(again(at(0).getTime(), at(40_000))).toEqual({ at: at(0), ageUnknown: true });
    expect(again(at(50_000).getTime(), at(50_010))).toEqual({ at: at(50_000), ageUnknown: true });
    first(at(60_000).getTime(), at(60_200));
    expect(again(at(0).getTime(), at(61_000))).toEqual({ at: at(200) });
  });

  test('is not learnt from a delivery that took more than a minute', () => {
    const { first } = freshClock();
    expect(first(at(0).getTime(), at(60_001))).toEqual({ at: at(0), ageUnknown: true });
    expect(first(at(10_000).getTime(), at(70_000))).toEqual({ at: at(70_000) });
  });

  test('is not needed for an event without a time, which was done when it came for the first time', () => {
    const { first, again } = freshClock();
    expect(first(undefined, at(7))).toEqual({ at: at(7) });
    expect(again(undefined, at(7))).toEqual({ at: at(7), ageUnknown: true });
  });
});
