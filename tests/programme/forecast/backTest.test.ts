import { describe, expect, it } from 'vitest';
import { forecast } from '../../../src/programme/forecast/forecast.ts';
import { extent } from '../../extent.ts';
import { seed } from '../../seed.ts';
import { type Behaviour, behaviours, isWorkingDay, playRound } from './simulatedRounds.ts';

/** Days before the due date on whose mornings it is forecast. */
const mornings = [45, 30, 21, 14, 7, 3, 1];
const rounds = extent(100, 300);
/** In every run of the suite the steady rounds; in chaos also the rush and the waves. */
const looked = behaviours.slice(0, extent(1, behaviours.length));

type Sizes = { readonly from: number; readonly to: number };
type Range = { readonly low: number; readonly high: number; readonly doneInTime: number };

/** The forecasts of a behaviour's rounds; several tests look at the same ones. */
const rangesOf = once((behaviour: Behaviour, sizes: Sizes): readonly Range[] =>
  Array.from({ length: rounds }, (_, no) => {
    const size = Math.round(sizes.from * (sizes.to / sizes.from) ** (no / (rounds - 1)));
    const { seen, doneInTime } = playRound(behaviour, size, seed * 100_003 + no * 7_919);
    return mornings
      .map(seen)
      .filter(({ reports }) => !reports.every(({ doneOn }) => doneOn))
      .map((round) => ({ ...forecast(round, isWorkingDay), doneInTime }));
  }).flat(),
);

function once(make: (behaviour: Behaviour, sizes: Sizes) => readonly Range[]): typeof make {
  const made = new Map<string, readonly Range[]>();
  return (behaviour, sizes) => {
    const key = JSON.stringify([behaviour, sizes]);
    const ranges = made.get(key) ?? make(behaviour, sizes);
    made.set(key, ranges);
    return ranges;
  };
}

/**
 * In how many percent of the forecasts what came true lies in the range, both ends included. Left out are forecasts
 * with nothing open any more, which cannot fail. `stretched` makes ranges wider or narrower than they are. The forecasts of one round are not independent of one another.
 */
function coverage(behaviour: Behaviour, sizes: Sizes, stretched = 1) {
  const ranges = rangesOf(behaviour, sizes);
  const held = ranges.filter(
    ({ low, high, doneInTime }) => Math.abs(doneInTime - (low + high) / 2) <= (stretched * (high - low)) / 2,
  );
  expect(ranges.length).toBeGreaterThan(rounds * 4);
  return (100 * held.length) / ranges.length;
}

/**
 * The scenarios' priors and the widths were chosen on the early steady rounds and on the rush; the waves, which follow
 * reminders and have officers who never finish, were only looked at.
 */
describe('the range of a forecast', () => {
  it.each(looked)('holds in 75 to 85 of 100 cases in areas of 20 to 300 centers: %s', (behaviour) => {
    const held = coverage(behaviour, { from: 20, to: 300 });
    expect(held).toBeGreaterThanOrEqual(75);
    expect(held).toBeLessThanOrEqual(85);
  });

  it.each(looked)(
    'would hold too seldom at two thirds of its width, too often at one and a half: %s',
    (behaviour) => {
      expect(coverage(behaviour, { from: 20, to: 300 }, 2 / 3)).toBeLessThan(75);
      expect(coverage(behaviour, { from: 20, to: 300 }, 3 / 2)).toBeGreaterThan(85);
    },
  );

  /** So few centers leave few ranges to choose from, and one officer is a third of the area. */
  it.each(looked)('holds in 70 to 90 of 100 cases in areas of 8 centers: %s', (behaviour) => {
    const held = coverage(behaviour, { from: 8, to: 8 });
    expect(held).toBeGreaterThanOrEqual(70);
    expect(held).toBeLessThanOrEqual(90);
  });
});
