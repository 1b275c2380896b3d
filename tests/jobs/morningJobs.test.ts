import { expect, test } from 'vitest';
import { type JobName, noCounts } from '../../src/domain/job/job.ts';
import type { BeginJob, Begun, RunResult } from '../../src/jobs/beginJob.ts';
import { createMorningJobs, jobsOn } from '../../src/jobs/morningJobs.ts';
import { day } from '../domain/deadline/days.ts';
import { readableLog } from '../line/clock.ts';

const monday = '2022-08-08';
const at = (clock: string, on = monday) => new Date(`${on}T${clock}:00+07:00`);

/** A morning by a clock that the test sets, and jobs that begin as the test says. */
function morning(answers: Partial<Record<JobName, Begun | Error>> = {}, since = at('00:00')) {
  const begun: JobName[] = [];
  const time = { now: at('08:30') };
  const log = readableLog();
  const beginJob: BeginJob = async (job) => {
    begun.push(job);
    const answer = answers[job] ?? over;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const quiet = { from: 20 * 60, to: 7 * 60 };
  const jobs = createMorningJobs({ clock: { now: () => time.now }, quiet, beginJob, log, since });
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
