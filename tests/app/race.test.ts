import { expect, it } from 'vitest';
import { extent } from '../extent.ts';
import { seed } from '../seed.ts';
import { race } from './race.ts';

const worlds = extent(10, 50);
const people = 200;

it(`nobody is reminded of what was submitted before the attempt was marked, in ${worlds * people} interleavings`, async () => {
  let underWay = 0;
  for (let world = 0; world < worlds; world += 1) {
    const run = await race({ seed: seed + world, people });
    expect(run.wrong).toBe(0);
    // Both sides of the race are met, and everybody has an end.
    expect(run.shown).toBeGreaterThan(10);
    expect(run.passedOver).toBeGreaterThan(10);
    expect(run.shown + run.passedOver).toBe(people);
    underWay += run.underWay;
  }
  process.stdout.write(
    `of ${worlds * people} reminders ${underWay} were under way when the work was submitted\n`,
  );
});

it('a sender that does not ask again is caught', async () => {
  const { wrong } = await race({ seed, people, forgetsToAsk: true });
  expect(wrong).toBeGreaterThan(0);
});
