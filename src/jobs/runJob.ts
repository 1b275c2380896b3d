import type { HowToRun, JobName } from '../programme/job/job.ts';
import { type BeginJob, createBeginJob, type RunJobParts, type RunResult } from './beginJob.ts';

/** Runs a job for an instant to its end. */
export type RunJob = (job: JobName, at: Date, how?: HowToRun) => Promise<RunResult>;

export const createRunJob = (parts: RunJobParts): RunJob => toItsEnd(createBeginJob(parts));

export const toItsEnd =
  (beginJob: BeginJob): RunJob =>
  async (job, at, how) => {
    const begun = await beginJob(job, at, how);
    return begun.kind === 'begun' ? begun.ended : begun;
  };
