import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Contribution, sumFigures } from '../../src/features/household/rules/figures.ts';
import { debtFigures, toContribution } from '../../src/features/household/standing.ts';
import type { FiscalYear } from '../../src/programme/ids.ts';
import type { OpenStore } from '../../src/storage/index.ts';
import { histories, play } from '../features/household/rules/histories.ts';
import { centers } from '../features/household/rules/world.ts';
import { seed } from '../seed.ts';
import { center, centerRecord } from './contract/samples.ts';
import { type MongoWorld, openMongoWorld } from './mongoWorld.ts';

let world: MongoWorld;
let store: OpenStore;
beforeAll(async () => {
  world = await openMongoWorld();
  store = world.store('a');
  for (const [n, { center: id, province, district }] of centers.entries())
    await store.centers.write(centerRecord(center(n, { id, province, district })), 0);
});
afterAll(() => world.close());

/** The figures of a center when the highest rev of each source stands. */
function expected(told: readonly Contribution[], where: string) {
  const standing = new Map<string, Contribution>();
  for (const each of told) {
    if (each.place.center === where && each.rev > (standing.get(each.source)?.rev ?? -1))
      standing.set(each.source, each);
  }
  return sumFigures([...standing.values()].flatMap(({ part }) => (part ? [part] : [])));
}

test('the database folds the reports of any history to the same sums, in whatever order they are told', async () => {
  let run = 0;
  let tombstones = 0;
  const law = fc.asyncProperty(histories, fc.infiniteStream(fc.nat(9)), async (history, sizes) => {
    run += 1;
    const year = (2700 + run) as FiscalYear;
    const { contributions } = play(history);
    tombstones += contributions.filter(({ part }) => !part).length;
    const coming = [...contributions, ...contributions].map(toContribution);
    const piles: (typeof coming)[] = [[], [], [], [], [], [], [], [], [], []];
    for (const each of coming) piles[sizes.next().value]?.push(each);
    // Several processes tell at the same moment, each its own pile, and the last ones once more in reverse.
    await Promise.all(piles.map((pile) => store.standings.contribute(year, pile)));
    await store.standings.contribute(year, coming.toReversed().slice(0, 20));
    for (const { center, province, district } of centers) {
      const [found] = await store.standings.of([{ kind: 'center', province, district, center }], year);
      expect(debtFigures(found?.figures ?? {})).toEqual(expected(contributions, center));
    }
  });
  await fc.assert(law, { seed, numRuns: 40 });
  expect(tombstones).toBeGreaterThan(30);
});
