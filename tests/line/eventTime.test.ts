import { describe, expect, test } from 'vitest';
import { createLineClock } from '../../src/line/eventTime.ts';

const at = (ms: number) => new Date(Date.parse('2022-08-09T09:00:00Z') + ms);

describe("LINE's clock in ours", () => {
  test('is taken from the fastest delivery seen', () => {
    const { toOurs } = createLineClock();
    // LINE's clock is 900 ms behind ours; deliveries take 100 ms at best.
    expect(toOurs(at(0).getTime(), at(2000))).toEqual(at(2000));
    expect(toOurs(at(5000).getTime(), at(6000))).toEqual(at(6000));
    expect(toOurs(at(9000).getTime(), at(13_000))).toEqual(at(10_000));
  });

  test('may be ahead of ours', () => {
    const { toOurs } = createLineClock();
    expect(toOurs(at(3000).getTime(), at(100))).toEqual(at(100));
    expect(toOurs(at(9000).getTime(), at(6200))).toEqual(at(6100));
  });

  test('is not moved by a timestamp that cannot be', () => {
    const { toOurs } = createLineClock();
    toOurs(at(0).getTime(), at(100));
    expect(toOurs(at(60_000).getTime(), at(200))).toEqual(at(5200));
    expect(toOurs(-1, at(300)).getTime()).toBe(at(300).getTime() - 30 * 24 * 3600 * 1000);
    expect(toOurs(1e20, at(400))).toEqual(at(5400));
    expect(toOurs(at(1000).getTime(), at(1500))).toEqual(at(1100));
  });

  test('is not moved by events that are delivered again, hours later', () => {
    const { toOurs } = createLineClock();
    toOurs(at(0).getTime(), at(100));
    expect(toOurs(at(0).getTime(), at(3_600_000))).toEqual(at(100));
  });

  test('is the time of arrival for an event without a time', () => {
    expect(createLineClock().toOurs(undefined, at(7))).toEqual(at(7));
  });
});
