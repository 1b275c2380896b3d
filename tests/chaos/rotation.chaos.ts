import { describe, expect, it } from 'vitest';
import { expectAllRight } from '../app/oracle.ts';
import { seed } from '../seed.ts';
import { dataKeys } from './keys.ts';
import { runChaos } from './run.ts';

const orders = [
  ['the order of README', [dataKeys('k1'), dataKeys('k1', 'k2'), dataKeys('k2', 'k1')]],
  ['the wrong order', [dataKeys('k1'), dataKeys('k2', 'k1')]],
] as const;

describe.each(orders)(
  'three real processes whose data keys are rotated one after the other in %s',
  (_, rotation) => {
    it.each([seed])('lose nothing and do nothing twice (seed %i)', async (each) => {
      const { evidence, struck } = await runChaos({
        ...{ seed: each, people: 8, texts: 20, strikes: 2, processes: 3 },
        rotation,
      });
      expectAllRight(evidence);
      expect(struck.length).toBeGreaterThan(0);
      expect(evidence.logged.filter(({ code }) => code === 'eventQuarantined')).toEqual([]);
    });
  },
);
