import { it } from 'vitest';
import { play } from './schedule.ts';

it('traces', async () => {
  const s = JSON.parse(process.env.SCHEDULE ?? '{}');
  const run = await play(s);
  const { world } = run;
  const out = (x: unknown) => process.stderr.write(`${JSON.stringify(x)}\n`);
  out(run.struck);
  for (const h of world.memory.history) out(h);
  for (const s of world.line.shown) out([s.at, s.to, s.way, s.messages]);
  for (const l of world.logged) out(l);
});
