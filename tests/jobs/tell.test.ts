import { expect, test } from 'vitest';
import type { JobParts } from '../../src/jobs/parts.ts';
import { createTell } from '../../src/jobs/tell.ts';
import type { ReminderEnd } from '../../src/kernel/store.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { runId } from '../../src/programme/job/job.ts';
import type { Reminder } from '../../src/programme/job/reminder.ts';

const at = new Date('2022-08-08T08:30:00+07:00');
const never = () => false;
const run = { id: runId('reminders', at), job: 'reminders', at, ahead: 0, startedAt: at } as const;
const reminder = (who: number): Reminder => ({
  ...{ id: `clock:${who}`, run: run.id, job: 'reminders', at, person: `P${who}` as PersonId, push: true },
  ...{ area: { kind: 'nation' }, state: 'planned' },
});

/** A run of so many people, of whom `ends` at a time get their end with each look. */
function told(
  people: number,
  ends: (open: readonly string[]) => readonly string[],
  rows: readonly string[] = [],
) {
  const open = new Map(Array.from({ length: people }, (_, who) => [`clock:${who}`, reminder(who)]));
  const onTheWay = new Set<string>();
  const seen = { most: 0, keeps: 0, clock: 0, mine: true, ends: [] as string[] };
  const parts = {
    store: {
      reminders: {
        open: async () => [...open.values()],
        openAmong: async (ids: readonly string[]) => {
          for (const id of ends([...onTheWay])) {
            onTheWay.delete(id);
            open.delete(id);
          }
          return new Set(ids.filter((id) => open.has(id)));
        },
        settleAll: async (ends: readonly ReminderEnd[]) => {
          for (const { id, state, why } of ends) {
            open.delete(id);
            seen.ends.push(`${id} ${state} ${why}`);
          }
        },
      },
      inbox: { states: async () => new Map(rows.map((id) => [id, 'pending'])) },
      persons: { read: async () => [] },
      runs: {
        keep: async () => {
          seen.keeps += 1;
          return seen.mine;
        },
      },
    },
    accept: async (rows: readonly { id: string }[]) => {
      for (const { id } of rows) onTheWay.add(id);
      seen.most = Math.max(seen.most, onTheWay.size);
    },
    clock: {
      now: () => at,
      monotonic: () => seen.clock,
      sleep: async (ms: number) => {
        seen.clock += ms;
        await new Promise(setImmediate);
      },
    },
    signal: new AbortController().signal,
  };
  return { tell: createTell(parts as unknown as JobParts), seen, left: () => open.size };
}

test('4,000 people are told in windows, so that what others write is not held up', async () => {
  const { tell, seen, left } = told(4000, (open) => open.slice(0, 50));
  expect(await tell(run, never)).toBe(true);
  expect(left()).toBe(0);
  expect(seen.most).toBeLessThanOrEqual(200);
  expect(seen.keeps).toBeGreaterThan(2);
});

test('those whom LINE does not take keep nobody else from being told', async () => {
  const isStuck = (id: string) => Number(id.slice('clock:'.length)) < 300;
  let release = false;
  const { tell, seen, left } = told(1000, (open) => open.filter((id) => release || !isStuck(id)));
  const over = tell(run, never);
  while (left() > 300) await new Promise(setImmediate);
  release = true;
  expect(await over).toBe(true);
  expect(seen.clock).toBeLessThan(60_000);
});

test('once its day is over, who is not on the way has missed it, and who is still has an end', async () => {
  const { tell, seen, left } = told(3, () => ['clock:1'], ['clock:1']);
  expect(await tell(run, () => true)).toBe(true);
  expect(left()).toBe(0);
  expect(seen.most).toBe(0);
  expect(seen.ends).toEqual(['clock:0 cancelled missed', 'clock:2 cancelled missed']);
});

test('a run that another process took is left to it', async () => {
  const { tell, seen } = told(10, () => []);
  seen.mine = false;
  expect(await tell(run, never)).toBe(false);
});
