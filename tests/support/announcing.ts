import { openMonth } from '../../src/programme/quota/monthQuota.ts';
import type { Announcing } from './effects.ts';
import { year } from './flowWorld.ts';

/** What sending to many people needs, where a test has nobody send anything. */
export const nobodySends = (now: () => Date): Announcing => ({
  pushes: {
    now: async () => openMonth('2022-08', { limit: 'none', used: 0 }),
    reserve: async (_id, wants) => new Set(wants.map(({ key }) => key)),
    settle: async () => {},
  },
  year: async () => year,
  clock: { now },
  quiet: { from: 20 * 60, to: 7 * 60 },
  wake: () => {},
});
