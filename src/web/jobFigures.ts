import { Gauge, type Registry } from 'prom-client';
import type { JobTotal } from '../kernel/store.ts';

/** Absent when the database does not tell in time. */
export type JobTotals = () => Promise<readonly JobTotal[] | undefined>;

/**
 * The jobs as the database knows them: the same from every process, those of `fundline run-job` among them. Gives
 * back what brings the figures up to date.
 */
export function addJobFigures(register: Registry, jobTotals: JobTotals): () => Promise<void> {
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Gauge({ name, help, labelNames, registers: [register] });
  const runs = gauge('fundline_job_runs', 'Runs of jobs in the whole database, by how they stand', [
    'job',
    'state',
  ]);
  const notices = gauge('fundline_job_notices', 'Notices of these runs, by how they ended', ['job', 'state']);
  const lastEnd = gauge('fundline_job_last_end_seconds', 'When a run of the job last ended, in Unix time', [
    'job',
  ]);

  return async () => {
    const totals = await jobTotals();
    // Figures that are not known are left out: an old one would be taken for the present one.
    for (const one of [runs, notices, lastEnd]) one.reset();
    for (const { job, ...total } of totals ?? []) {
      for (const [state, count] of Object.entries(total.runs)) runs.set({ job, state }, count);
      for (const [state, count] of Object.entries(total.notices)) notices.set({ job, state }, count);
      if (total.lastEndedAt) lastEnd.set({ job }, total.lastEndedAt.getTime() / 1000);
    }
  };
}
