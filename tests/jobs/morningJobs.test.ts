import { expect, test } from 'vitest';
import type { BeginJob, Begun, RunResult } from '../../src/jobs/beginJob.ts';
import { createMorningJobs, jobsOn } from '../../src/jobs/morningJobs.ts';
import { bangkokDate } from '../../src/programme/calendar/calendar.ts';
import { type JobName, noCounts, type Run, runId } from '../../src/programme/job/job.ts';
import { readableLog } from '../line/clock.ts';
import { day } from '../programme/calendar/days.ts';

const monday = '2022-08-08';
const at = (clock: string, on = monday) => new Date(`${on}T${clock}:00+07:00`);

/** A morning by a clock that the test sets, and jobs that begin as the test says. */
function morning(
  answers: Partial<Record<JobName, Begun | Error>> = {},
  since = at('00:00'),
  left: readonly Run[] = [],
  quiet = { from: 20 * 60, to: 7 * 60 },
) {
  const begun: string[] = [];
  const time = { now: at('08:30') };
  const log = readableLog();
  const beginJob: BeginJob = async (job, of, given) => {
    begun.push(given?.isOver?.() ? `${job} of ${bangkokDate(of)} is over` : job);
    const answer = answers[job] ?? over;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const store = {
    runs: { left: async (before: Date) => left.filter(({ startedAt }) => startedAt < before) },
  };
  const jobs = createMorningJobs({ store, clock: { now: () => time.now }, quiet, beginJob, log, since });
  const looksAt = async (now = time.now) => {
    time.now = now;
    await jobs.look().catch(() => {});
    return begun.splice(0);
  };
  return { looksAt, answers, log, idle: jobs.idle };
}

const over: Begun = { kind: 'alreadyRun', counts: noCounts };
const all = ['reminders', 'weekly-summary', 'closing-summary'];
const stuck: Begun = { kind: 'begun', ended: new Promise<RunResult>(() => {}) };

test('a Monday has all three jobs, the other days two', () => {
  expect(jobsOn(day(monday))).toEqual(all);
  expect(jobsOn(day('2022-08-09'))).toEqual(['reminders', 'closing-summary']);
});

test('they begin at 08:30 in their order, once', async () => {
  const { looksAt } = morning();
  expect(await looksAt(at('08:29'))).toEqual([]);
  expect(await looksAt(at('08:30'))).toEqual(all);
  expect(await looksAt(at('08:31'))).toEqual([]);
});

test('they begin when quiet hours end that last longer', async () => {
  const { looksAt } = morning({}, at('00:00'), [], { from: 18 * 60, to: 9 * 60 });
  expect(await looksAt(at('08:30'))).toEqual([]);
  expect(await looksAt(at('09:00'))).toEqual(all);
});

test('they are caught up the same day before 20:00, and never on a closed day', async () => {
  expect(await morning().looksAt(at('19:59'))).toEqual(all);
  expect(await morning().looksAt(at('20:00'))).toEqual([]);
  expect(await morning().looksAt(at('09:00', '2022-08-07'))).toEqual([]);
});

test('a database that began later in the day missed nothing', async () => {
  expect(await morning({}, at('08:31')).looksAt(at('09:00'))).toEqual([]);
  expect(await morning({}, at('08:30')).looksAt(at('09:00'))).toEqual(all);
});

test('one whose messages do not get away delays no other, and is not begun again here', async () => {
  const { looksAt } = morning({ reminders: stuck });
  expect(await looksAt()).toEqual(all);
  expect(await looksAt()).toEqual([]);
});

test('what an earlier day left is ended, also on a closed day; what was begun today goes on', async () => {
  const run = (of: Date, startedAt: Date): Run => ({
    ...{ id: runId('reminders', of), job: 'reminders', at: of, ahead: 0, startedAt },
  });
  const friday = at('08:30', '2022-08-05');
  const left = [run(friday, friday), run(at('09:00', '2022-07-01'), at('00:01', '2022-08-07'))];
  expect(await morning({}, at('00:00'), left).looksAt(at('09:00', '2022-08-07'))).toEqual([
    'reminders of 2022-08-05 is over',
  ]);
});

test('one that another process has not planned yet holds back those after it', async () => {
  const { looksAt, answers } = morning({ reminders: { kind: 'underWay', isPlanned: false } });
  expect(await looksAt()).toEqual(['reminders']);
  expect(await looksAt()).toEqual(['reminders']);
  answers.reminders = { kind: 'underWay', isPlanned: true };
  expect(await looksAt()).toEqual(all);
  answers.reminders = over;
  expect(await looksAt()).toEqual(['reminders']);
});

test('one that cannot be planned holds back those after it until it can', async () => {
  const { looksAt, answers } = morning({ reminders: new Error('away') });
  expect(await looksAt()).toEqual(['reminders']);
  answers.reminders = over;
  expect(await looksAt()).toEqual(all);
});

test('one that failed, or went to another process, while people were told is looked after again', async () => {
  const lost: Begun = { kind: 'begun', ended: Promise.resolve({ kind: 'underWay' }) };
  const { looksAt, answers, log, idle } = morning({ reminders: lost });
  expect(await looksAt()).toEqual(all);
  await idle();
  answers.reminders = { kind: 'begun', ended: Promise.reject(new Error('away')) };
  expect(await looksAt()).toEqual(['reminders']);
  await idle();
  expect(log.lines).toMatchObject([{ code: 'jobFailed', job: 'reminders' }]);
  answers.reminders = over;
  expect(await looksAt()).toEqual(['reminders']);
  expect(await looksAt()).toEqual([]);
});
