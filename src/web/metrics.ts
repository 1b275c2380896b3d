import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Counted, Metrics } from '../app/ports.ts';
import { addJobFigures, type JobTotals } from './jobFigures.ts';

const counted: { readonly [C in Counted]: string } = {
  events: 'Events that were handled',
  replies: 'Replies that LINE took',
  pushes: 'Pushes that LINE took',
  ambiguous: 'Sends of which nobody knows whether they arrived',
  dead: 'Messages that were given up',
  kept: "Pushes kept for the next reply, the month's quota being used up",
  lostRaces: 'Decisions that had to be made again, because the person had changed',
  quarantined: 'Events that failed too often and were put aside',
};

export type MetricsPage = Metrics & {
  /** A webhook that was answered, with the status and how long it took. */
  readonly webhook: (status: number, ms: number) => void;
  readonly contentType: string;
  /** All figures in Prometheus' text format. */
  readonly text: () => Promise<string>;
};

/** The figures of this process, and of the jobs that any process did. */
export function createMetrics(jobTotals: JobTotals): MetricsPage {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const counters = new Map(
    Object.entries(counted).map(([what, help]) => [
      what,
      new Counter({ name: `fundline_${snake(what)}_total`, help, registers: [register] }),
    ]),
  );
  const answers = new Histogram({
    name: 'fundline_answer_seconds',
    help: "From the receipt of an event to LINE's 200 for its answer",
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60],
    registers: [register],
  });
  const refreshJobs = addJobFigures(register, jobTotals);
  const webhooks = new Histogram({
    name: 'fundline_webhook_seconds',
    help: 'From the receipt of a webhook to its status',
    labelNames: ['status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.6],
    registers: [register],
  });
  return {
    count: (what) => counters.get(what)?.inc(),
    answered: (ms) => answers.observe(ms / 1000),
    webhook: (status, ms) => webhooks.observe({ status }, ms / 1000),
    contentType: register.contentType,
    async text() {
      await refreshJobs();
      return register.metrics();
    },
  };
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
