import type { PerformParts } from '../../src/app/perform/index.ts';
import { openMonth } from '../../src/programme/quota/monthQuota.ts';
import { year } from './flowWorld.ts';

/** What sending to many people needs, where a test has nobody send anything. */
export const nobodySends = (now: () => Date): PerformParts['announcing'] => ({
  pushes: {
    now: async () => openMonth('2022-08', { limit: 'none', used: 0 }),
    reserve: async (_id, wants) => new Set(wants.map(({ key }) => key)),
    settle: async () => {},
  },
  year: async () => year,
  clock: { now },
  quiet: { from: 20 * 60, to: 7 * 60 },
  announced: () => {},
  ordered: () => {},
});
