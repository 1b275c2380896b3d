import { describe, expect, test } from 'vitest';
import type { JobTotal } from '../../src/kernel/store.ts';
import { noCounts } from '../../src/programme/job/job.ts';
import { createMetrics } from '../../src/web/metrics.ts';

const noJobs = async () => [];

describe('the figures of a process', () => {
  test('are counted by what happened', async () => {
    const metrics = createMetrics(noJobs);
    metrics.count('lostRaces');
    metrics.count('lostRaces');
    metrics.count('events');
    metrics.answered(120);
    metrics.webhook(200, 3);
    metrics.webhook(503, 1500);
    const text = await metrics.text();
    expect(text).toContain('\nfundline_lost_races_total 2\n');
    expect(text).toContain('\nfundline_events_total 1\n');
    expect(text).toContain('\nfundline_ambiguous_total 0\n');
    expect(text).toContain('\nfundline_answer_seconds_bucket{le="0.1"} 0\n');
    expect(text).toContain('\nfundline_answer_seconds_bucket{le="0.25"} 1\n');
    expect(text).toContain('fundline_webhook_seconds_count{status="503"} 1');
    expect(text).toContain('process_resident_memory_bytes');
    expect(metrics.contentType).toContain('text/plain');
  });

  test('are those of one process alone', async () => {
    createMetrics(noJobs).count('events');
    expect(await createMetrics(noJobs).text()).toContain('\nfundline_events_total 0\n');
  });

  test('of jobs are those of the database, whoever did them', async () => {
    const runs = { underWay: 0, failed: 1, ended: 2 };
    const lastEndedAt = new Date('2022-08-02T01:30:05Z');
    const totals = [{ job: 'reminders', runs, notices: { ...noCounts, sent: 7 }, lastEndedAt } as const];
    const text = await createMetrics(async () => totals).text();
    expect(text).toContain('\nfundline_job_runs{job="reminders",state="ended"} 2\n');
    expect(text).toContain('\nfundline_job_runs{job="reminders",state="failed"} 1\n');
    expect(text).toContain('\nfundline_job_notices{job="reminders",state="sent"} 7\n');
    expect(text).toContain('\nfundline_job_last_end_seconds{job="reminders"} 1659403805\n');
  });

  test('of jobs are left out while the database does not tell them', async () => {
    let totals: readonly JobTotal[] | undefined = [
      { job: 'sweep', runs: { underWay: 0, failed: 0, ended: 1 }, notices: noCounts },
    ];
    const metrics = createMetrics(async () => totals);
    expect(await metrics.text()).toContain('fundline_job_runs{');
    totals = undefined;
    expect(await metrics.text()).not.toContain('fundline_job_runs{');
  });
});
