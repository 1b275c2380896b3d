import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDeadline } from '../../src/programme/deadline/deadline.ts';
import { decideDeadline } from '../../src/programme/deadline/decideDeadline.ts';
import { dueKindOf } from '../../src/programme/deadline/kind.ts';
import type { FiscalYear, IntentId, IsoDate } from '../../src/programme/ids.ts';
import { dues } from '../support/dues.ts';
import { type Bot, openBot } from './bot.ts';
import type { Someone } from './someone.ts';

const year = 2565 as FiscalYear;
let bot: Bot;
let colleague: Someone;

beforeAll(async () => {
  bot = await openBot('clock', {}, year);
  const [officerCode = ''] = bot.codes;
  colleague = await bot.newcomer('วิชัย ใจดี', officerCode);
  const deadline = newDeadline('assessment', { year }, { kind: 'province', province: 'ปราจีนบุรี' });
  const { record } = decideDeadline(dueKindOf(dues, deadline.kind), deadline, {
    ...{ kind: 'set', id: 'set' as IntentId, by: { kind: 'operator' }, at: new Date('2022-07-01T02:00:00Z') },
    ...{ due: '2022-08-09' as IsoDate, holds: false, accepted: true },
  });
  await bot.database.store.deadlines.write(record, 0);
});
afterAll(() => bot?.close());

const pushesTo = ({ userId }: Someone) =>
  bot.line.platform
    .messagesTo(userId)
    .filter(({ via }) => via === 'push')
    .map(({ message }) => String(message.altText ?? message.text ?? ''));

test('reminders go to each person once, also when the job is run twice and by two processes', async () => {
  const before = pushesTo(bot.officer).length;
  const at = ['reminders', '--at', '2565-08-02T08:30'] as const;
  const inTwo = [bot.fundline('run-job', ...at), bot.fundline('run-job', ...at)];
  const [one, two] = await Promise.all(inTwo);
  expect([one, two].sort()).toEqual(['already run', expect.stringMatching(/^sent [1-9]/)]);
  expect(await bot.fundlineHere('run-job', ...at)).toBe('already run');
  const told = pushesTo(bot.officer).slice(before);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^แจ้งเตือน \d+ รายการ/);
  expect(told[0]).toContain('อีก 7 วัน');
  expect(await bot.fundlineHere('jobs')).toContain('2565-08-02 08:30  reminders  ended  sent');
});

test('nothing goes by the clock in the night, on a Sunday or on a holiday', async () => {
  const quiet = ['2565-08-06T08:30', '2565-08-07T08:30', '2565-08-12T08:30'];
  for (const at of quiet)
    expect(await bot.fundlineHere('run-job', 'reminders', '--at', at)).toContain('nothing is sent');
});

test('of several colleagues who owe the same, nobody is reminded once one of them has submitted', async () => {
  expect(pushesTo(colleague).filter((words) => words.includes('แจ้งเตือน'))).toHaveLength(1);
});
