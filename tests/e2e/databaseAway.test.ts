import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHostEnv } from '../../src/config.ts';
import { findMongod } from '../../src/storage/mongod/findMongod.ts';
import { type RunningMongod, startMongod } from '../../src/storage/mongod/startMongod.ts';
import { type Bot, openBot } from './bot.ts';

let mongod: RunningMongod;
let bot: Bot;
beforeAll(async () => {
  const found = await findMongod({ host: readHostEnv(), progress: () => {}, now: Date.now });
  mongod = await startMongod({ mongod: found });
  bot = await openBot('databaseAway', { MONGODB_URI: mongod.uri });
});
afterAll(async () => {
  await bot?.close();
  await mongod?.stop();
});

test('while MongoDB is away LINE hears 503, and afterwards nothing is lost', async () => {
  const { platform } = bot.line;
  const { officer } = bot;
  await officer.says('ประเมิน');
  await officer.says('1');
  expect(await officer.says('ถูกต้อง')).toMatch(/^ข้อ 1\/14/m);

  platform.webhook.change({ redelivery: { on: true, delaysMs: [500, 1000, 2000, 4000] } });
  process.kill(mongod.pid, 'SIGSTOP');
  const { delivery, webhookEventId } = await platform.sendText(officer.userId, '3');
  expect(delivery.status).toBe(503);
  process.kill(mongod.pid, 'SIGCONT');

  const answer = await platform.waitFor(officer.userId, ({ inReplyTo }) => inReplyTo === webhookEventId);
  expect(String(answer.message.text)).toContain('3 คะแนน');
  expect(await officer.says('2')).toMatch(/^ข้อ 3\/14/m);
  await platform.webhook.idle();
  expect(await officer.says('ทำต่อ')).toMatch(/^ข้อ 3\/14/m);
});
