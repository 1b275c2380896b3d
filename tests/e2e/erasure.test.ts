import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { type Bot, openBot } from './bot.ts';

let database: TestDatabase;
let bot: Bot;
beforeAll(async () => {
  database = await freshDatabase();
  bot = await openBot('erasure', { MONGODB_URI: database.uri });
}, 120_000);
afterAll(async () => {
  await bot?.close();
  await database?.close();
});

type Row = { readonly _id: string; readonly person?: string; readonly body?: unknown };

test('after an erasure nothing is left of what the person wrote, and of others everything', async () => {
  const { officer, chair } = bot;
  const rows = database.db.collection<Row>('inbox');
  const isOf = (userId: string) => ({ person: bot.database.sealer.personId(userId) });
  await chair.says('เมนู');
  await officer.says('ประเมิน');
  await officer.says('ข้อมูลของฉัน');
  await officer.says('ลบข้อมูลของฉัน');
  expect(await rows.countDocuments(isOf(officer.userId))).toBe(3);
  const changes = rows.watch();
  const gone = new Promise<void>((resolve) => {
    const look = async () => {
      if ((await rows.countDocuments(isOf(officer.userId))) === 0) resolve();
    };
    changes.on('change', () => void look());
  });
  await officer.says('ลบทั้งหมด');
  await gone;
  await changes.close();
  expect(await rows.countDocuments({ ...isOf(chair.userId), body: { $exists: true } })).toBe(1);
  // Five events, and what came of letting go of what the person held: that each was handled stays known.
  expect(await rows.countDocuments()).toBe(6);
});
