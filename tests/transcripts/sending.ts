import { setImmediate } from 'node:timers/promises';
import { decodeOwnRow } from '../../src/app/inbox/ownRows.ts';
import type { PerformParts } from '../../src/app/perform/index.ts';
import type { NewRow, Store } from '../../src/app/ports.ts';
import { createAlerts } from '../../src/jobs/alerts.ts';
import { createAnnouncer } from '../../src/jobs/announcer.ts';
import { createPushes } from '../../src/jobs/pushes.ts';
import { createRunJob } from '../../src/jobs/runJob.ts';
import type { InboundEvent } from '../../src/kernel/event.ts';
import type { Reply } from '../../src/kernel/reply.ts';
import { covers } from '../../src/programme/area/areas.ts';
import type { FiscalYear } from '../../src/programme/ids.ts';
import { noCounts, type Run, runId } from '../../src/programme/job/job.ts';
import type { Reminder } from '../../src/programme/job/reminder.ts';
import type { Heard, World } from './world.ts';

const quiet = { from: 20 * 60, to: 7 * 60 };

type Sending = {
  readonly announcing: PerformParts['announcing'];
  /** Sends all that was ordered and is due; resolves to what people are then told. */
  readonly sends: () => Promise<readonly Heard[]>;
};

/** Announcements and ordered reminders in memory: LINE takes every call, and nothing goes out before it is called for. */
export function createSending(
  store: Store,
  { clock, people, years, month }: Pick<World, 'clock' | 'people' | 'years' | 'month'>,
  take: (event: InboundEvent) => Promise<readonly Heard[]>,
): Sending {
  const heard: Heard[] = [];
  const log = {
    ...{ info: () => {}, warn: () => {} },
    error: (entry: object) => {
      throw new Error(JSON.stringify(entry));
    },
  };
  const time = {
    now: () => clock.now,
    monotonic: () => clock.now.getTime(),
    sleep: async () => setImmediate(),
  };
  const line = { quota: async () => month };
  const year = async (): Promise<FiscalYear> => years.present;
  const pushes = createPushes({ store, line, clock: time, alert: () => {} });

  async function accept(rows: readonly NewRow[]): Promise<void> {
    for (const row of rows) {
      const event = decodeOwnRow({ ...row, tries: 0 });
      const told = await take(event);
      heard.push(...told);
      if (event.kind === 'tick' && told.length > 0) await store.reminders.settle(event.id, 'sent');
    }
  }

  const parts = {
    ...{ store, line, pushes, accept, year, quiet, clock: time, log },
    signal: new AbortController().signal,
    multicast: async (users: readonly string[], messages: unknown) => {
      for (const [who, person] of people) {
        if (!users.includes(person.lineUser)) continue;
        heard.push({ who, person, reply: { messages: messages as Reply['messages'] } });
      }
      return { kind: 'sent' as const };
    },
    // What is sent is compared as it was meant, and put into words by the transcript.
    render: (reply: Reply) => reply.messages as never,
    alert: () => {},
  };
  const announcer = createAnnouncer({
    ...parts,
    runJob: createRunJob({ ...parts, alerts: createAlerts(parts) }),
  });
  const due: string[] = [];
  return {
    announcing: {
      ...{ pushes, year, clock: time, quiet },
      announced: (id) => void due.push(id),
      ordered: () => {},
    },
    async sends() {
      for (const id of due.splice(0)) announcer.announced(id);
      await announcer.look();
      await announcer.idle();
      return heard.splice(0);
    },
  };
}

/** Runs and reminders in memory, as far as one process needs them. */
export function memoryRuns(): Pick<Store, 'runs' | 'reminders'> {
  const runs = new Map<string, Run>();
  const reminders = new Map<string, Reminder>();
  const ofRun = (run: string) => [...reminders.values()].filter((one) => one.run === run);
  const change = (id: string, to: Partial<Run>) => {
    const run = runs.get(id);
    if (run) runs.set(id, { ...run, ...to });
  };
  return {
    runs: {
      order: async (job, at, order) => {
        const id = runId(job, at, order);
        if (!runs.has(id)) runs.set(id, { id, job, at, ahead: 0, order, startedAt: at });
      },
      read: async (id) => runs.get(id),
      left: async () => [],
      ordered: async () => [...runs.values()].filter(({ order, endedAt }) => order && !endedAt),
      claim: async (job, at, _life, { order } = {}) => {
        const id = runId(job, at, order);
        const run = runs.get(id) ?? { id, job, at, ahead: 0, startedAt: at, ...(order && { order }) };
        runs.set(id, run);
        return run.endedAt ? { kind: 'alreadyRun', run } : { kind: 'mine', run };
      },
      keep: async () => true,
      planned: async (id) => change(id, { plannedAt: new Date(0) }),
      since: async () => new Date(0),
      end: async (id, counts) => change(id, { endedAt: new Date(0), counts }),
      fail: async (id, failure) => change(id, { failure }),
      list: async (limit) => [...runs.values()].slice(0, limit),
      totals: async () => [],
    },
    reminders: {
      plan: async (planned) => {
        for (const one of planned) if (!reminders.has(one.id)) reminders.set(one.id, one);
      },
      settle: async (id, state, why) => {
        const one = reminders.get(id);
        if (one && (one.state === 'planned' || one.state === 'kept'))
          reminders.set(id, { ...one, state, ...(why && { why }) });
      },
      settleAll: async (ends) => {
        for (const { id, ...end } of ends) {
          const one = reminders.get(id);
          if (one?.state === 'planned') reminders.set(id, { ...one, ...end });
        }
      },
      openAmong: async (ids) => new Set(ids.filter((id) => reminders.get(id)?.state === 'planned')),
      open: async (run) => ofRun(run).filter(({ state }) => state === 'planned'),
      counts: async (run) => {
        const counts = { ...noCounts } as Record<Reminder['state'], number>;
        for (const { state } of ofRun(run)) counts[state] += 1;
        return counts;
      },
      unsent: async (run) =>
        ofRun(run).flatMap(({ push, state, person }) =>
          push && ['skipped', 'merged', 'kept', 'cancelled'].includes(state) ? [person] : [],
        ),
      within: async (areas, limit) =>
        [...reminders.values()]
          .filter(({ area }) => areas.some((one) => covers(one, area)))
          .sort((a, b) => b.at.getTime() - a.at.getTime())
          .slice(0, limit),
    },
  };
}
