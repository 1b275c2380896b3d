import { Command, InvalidArgumentError, Option } from 'commander';
import type { NewRow } from '../app/ports.ts';
import { createYears } from '../app/years.ts';
import { readConfig } from '../config.ts';
import { features } from '../features/index.ts';
import { createAlerts } from '../jobs/alerts.ts';
import type { RunResult } from '../jobs/beginJob.ts';
import { createPushes } from '../jobs/pushes.ts';
import { createRunJob, type RunJob } from '../jobs/runJob.ts';
import { duesOf } from '../kernel/dues.ts';
import { findForms } from '../kernel/forms.ts';
import type { Log } from '../kernel/outside.ts';
import { tellsOf } from '../kernel/tells.ts';
import { bangkokMinute, parseInstant } from '../programme/calendar/calendar.ts';
import {
  clockJobs,
  type JobName,
  type Run,
  type RunCounts,
  type RunState,
  runState,
} from '../programme/job/job.ts';
import { quotaMonthOf } from '../programme/quota/monthQuota.ts';
import type { Database } from '../start/database.ts';
import { createOffice } from '../start/process.ts';
import { createLog } from '../web/log.ts';
import { OperatorProblem } from './problem.ts';
import { runOnDatabase } from './run.ts';

type Options = { at?: Date; json?: boolean };

export function runJobCommand(): Command {
  return new Command('run-job')
    .description('Runs a job of the clock once; the same job and instant again does nothing')
    .addArgument(new Command().createArgument('<name>', clockJobs.join(', ')).choices(clockJobs))
    .addOption(
      new Option(
        '--at <instant>',
        'the instant it is for, Bangkok time without an offset, year in BE or CE',
      ).argParser(toInstant),
    )
    .option('--json', 'print the result as one JSON line')
    .action(runJob);
}

export function jobsCommand(): Command {
  return new Command('jobs')
    .description('Lists the newest runs of jobs')
    .option('--json', 'print the result as one JSON line')
    .action(list);
}

function toInstant(text: string): Date {
  const at = parseInstant(text);
  if (!at) throw new InvalidArgumentError('give an instant such as 2565-08-01T08:30');
  return at;
}

/** How long until a run that another process has begun is looked at again, in milliseconds. */
const pace = 1000;

async function runJob(job: JobName, options: Options): Promise<void> {
  await runOnDatabase(options, async (database, { say }) => {
    const now = database.clock.now();
    const at = options.at ?? now;
    const how = { ahead: at.getTime() - now.getTime() };
    const result = await withOffice(database, (run) => untilRun(() => run(job, at, how), database));
    say(result.kind === 'alreadyRun' ? 'already run' : lineOf(result.counts));
    if (result.kind === 'ran' && result.why) say('nothing is sent by the clock at that time');
    return { job, at, ...result };
  });
}

/** A run that is under way elsewhere is waited for: it ends there, or here after that process died. */
async function untilRun(
  run: () => Promise<RunResult>,
  { clock }: Database,
): Promise<Exclude<RunResult, { kind: 'underWay' }>> {
  for (;;) {
    const result = await run();
    if (result.kind !== 'underWay') return result;
    await clock.sleep(pace);
  }
}

/** The bot's processes send; where there is none this one does, which in a trial it cannot. */
async function withOffice<T>(
  database: Database,
  work: (run: ReturnType<typeof createOffice>['runJob']) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  // What comes of the run is printed; the log of a command is for what nobody expects.
  const log = createLog('error', process.stderr);
  if (config.mode === 'trial') return work(await runOfTrial(database, config.quietHours, log));
  const office = createOffice({ config, line: config.line, database, log, shareOfWork: 'relief' });
  await office.shell.start();
  try {
    return await work(office.runJob);
  } finally {
    await office.close();
  }
}

/** Plans here and leaves the sending to the trial. */
async function runOfTrial(
  { store, clock }: Database,
  quiet: Parameters<typeof createRunJob>[0]['quiet'],
  log: Log,
): Promise<RunJob> {
  if ((await store.processes()) === 0)
    throw new OperatorProblem(
      'A job writes to people through LINE: start the trial first, or give the LINE_ settings.',
    );
  const toldBefore = async () => (await store.quotas.read(quotaMonthOf(clock.now())))?.told;
  const parts = {
    ...{ store, clock, quiet, log, dues: duesOf(features), tells: tellsOf(features) },
    // Only the trial can ask the stand-in, and writes down what it told.
    pushes: createPushes({ store, line: { quota: toldBefore }, clock, alert: () => {} }),
    accept: async (rows: readonly NewRow[]) => void (await store.inbox.insert(rows)),
    year: async () => (await createYears(store.years, clock, findForms(features))()).present,
    signal: new AbortController().signal,
  };
  return createRunJob({ ...parts, alerts: createAlerts(parts) });
}

const lineOf = (counts: RunCounts): string =>
  Object.entries(counts)
    .filter(([state]) => state !== 'planned')
    .map(([state, count]) => `${state} ${count}`)
    .join('  ');

async function list(options: { json?: boolean }): Promise<void> {
  await runOnDatabase(options, async ({ store }, { say }) => {
    const runs = await store.runs.list(50);
    if (runs.length === 0) say('no job has run yet');
    for (const run of runs) say(historyLine(run));
    return { runs };
  });
}

const inWords: { readonly [S in RunState]: string } = {
  underWay: 'under way',
  failed: 'failed',
  ended: 'ended',
};

function historyLine(run: Run): string {
  const { at, job, counts, failure } = run;
  const state = runState(run);
  const why = state === 'failed' && failure ? `: ${failure}` : '';
  return `${bangkokMinute(at)}  ${job}  ${inWords[state]}${why}  ${counts ? lineOf(counts) : ''}`.trimEnd();
}
