import type { Store } from '../../src/app/ports.ts';
import { covers } from '../../src/programme/area/areas.ts';
import { noCounts, type Run, runId } from '../../src/programme/job/job.ts';
import type { Reminder } from '../../src/programme/job/reminder.ts';

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
