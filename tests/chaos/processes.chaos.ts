import { describe, expect, it } from 'vitest';
import { expectAllRight } from '../app/oracle.ts';
import { seed } from '../seed.ts';
import { runChaos } from './run.ts';

describe('two real processes on one MongoDB', () => {
  it.each(Array.from({ length: 8 }, (_, run) => seed + run))(
    'lose nothing and do nothing twice while they are killed and paused (seed %i)',
    async (each) => {
      const { evidence, struck } = await runChaos({ seed: each, people: 8, texts: 30, strikes: 12 });
      expectAllRight(evidence);
      expect(struck.length).toBeGreaterThan(4);
    },
  );
});
