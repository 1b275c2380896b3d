import { expect, it } from 'vitest';
import { runChaos } from '../chaos/run.ts';
import { expectAllRight } from './oracle.ts';

it('two real processes on one MongoDB, one killed and one paused, lose nothing and do nothing twice', async () => {
  const { evidence, struck } = await runChaos({ seed: 2565, people: 4, texts: 12, strikes: 3 });
  expectAllRight(evidence);
  expect(new Set(struck.map((strike) => strike.split(' ')[0]))).toEqual(new Set(['kill', 'pause']));
}, 240_000);
