import { expect, test } from 'vitest';
import { createBeginJob, type RunJobParts } from '../../src/jobs/beginJob.ts';
import type { Runs } from '../../src/kernel/store.ts';
import { runId } from '../../src/programme/job/job.ts';
import { usualQuiet } from '../support/hours.ts';

const at = new Date('2022-08-08T08:30:00+07:00');
const job = 'weekly-summary';
const run = { id: runId(job, at), job, at, ahead: 0, startedAt: at } as const;

/** A run that is planned while its claim is renewed once; who is told is known only when that was answered. */
function planning(keep: Runs['keep']) {
  const did: string[] = [];
  let answered = () => {};
  const renewed = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const later = () => new Promise<void>((resolve) => setImmediate(resolve));
  const parts = {
    store: {
      runs: {
        claim: async () => ({ kind: 'mine', run }),
        keep: async (id: typeof run.id, ms: number) => {
          try {
            return await keep(id, ms);
          } finally {
            answered();
          }
        },
        planned: async () => void did.push('planned'),
        fail: async () => void did.push('let go'),
      },
      reminders: { plan: async () => void did.push('kept whom to tell'), open: async () => [] },
    },
    tells: {
      [job]: async () => {
        await renewed;
        await later();
        did.push('knew whom to tell');
        return [];
      },
    },
    pushes: {
      reserve: async () => {
        did.push('reserved pushes');
        return new Set();
      },
    },
    alerts: { raise: async () => {} },
    quiet: usualQuiet,
    year: async () => 2565,
    clock: { now: () => at, monotonic: () => 0, sleep: later },
    signal: new AbortController().signal,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  } as unknown as RunJobParts;
  return { begun: createBeginJob(parts)(job, at), did };
}

test('a run whose claim cannot be kept is planned no further, and let go only then', async () => {
  const { begun, did } = planning(() => Promise.reject(new Error('the database is away')));
  await expect(begun).rejects.toThrow('the database is away');
  expect(did).toEqual(['knew whom to tell', 'let go']);
});

test('a run that another process took is planned no further here', async () => {
  const { begun, did } = planning(async () => false);
  expect(await begun).toEqual({ kind: 'underWay', isPlanned: false });
  expect(did).toEqual(['knew whom to tell']);
});
