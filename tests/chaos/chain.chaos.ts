import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '../../src/programme/ids.ts';
import { seed } from '../seed.ts';
import { doublingWay } from './chain/doubling.ts';
import { faults } from './chain/faults.ts';
import { brokenLaws, reached } from './chain/laws.ts';
import { type ChainRun, filedIn, runChainOffice } from './chain/run.ts';

/** Of a run on a machine that is busy besides, in milliseconds. */
const longest = 900_000;

describe(`an office whose reports are signed while its processes are killed and paused (seed ${seed})`, () => {
  let run: ChainRun;
  beforeAll(async () => {
    run = await runChainOffice({ seed, strikes: 10 });
  }, longest);

  test('keeps every law', () => {
    expect(brokenLaws(run.evidence)).toEqual({});
    expect(run.struck).toContain('kill');
    expect(run.struck).toContain('pause');
  });

  test.each([
    ...['submit', 'sign', 'onPaper', 'return', 'recall', 'name', 'freeze', 'lift'],
    ...['locked', 'signed for a seat'],
  ])('has really tried: %s', (what) => {
    expect(reached(run.evidence)[what] ?? 0).toBeGreaterThan(0);
  });

  test.each(Object.entries(faults))('would have shown %s', (_what, { law, breaks }) => {
    expect(Object.keys(brokenLaws(breaks(run.evidence)))).toContain(law);
  });
});

test('a process that sends twice, and a signature that a stranger put into the database, are found', {
  timeout: longest,
}, async () => {
  const { evidence } = await runChainOffice({
    ...{ seed, strikes: 0, wayToLine: doublingWay },
    meddle: async ({ database: { store } }) => {
      for (const { record, write } of await filedIn(store)) {
        const last = record.revisions.at(-1);
        const [first, ...others] = last?.signatures ?? [];
        if (!last || !first) continue;
        const { onPaper: _, ...signature } = first;
        const signatures = [{ ...signature, person: 'P-stranger' as PersonId }, ...others];
        const revisions = record.revisions.with(-1, { ...last, signatures });
        await write({ ...record, revisions, rev: record.rev + 1 }, record.rev);
      }
    },
  });
  expect(Object.keys(brokenLaws(evidence))).toEqual(
    expect.arrayContaining(['no notice is given twice', 'only who has the seat, or was named for it, signs']),
  );
});
