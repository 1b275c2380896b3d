import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OperatorProblem } from '../../src/cli/problem.ts';
import { type Bot, openBot } from './bot.ts';
import { allTold, toCenter, types } from './debtWork.ts';

const ofDistrict = (district: string) => [
  ...['--role', 'officer', '--province', 'ปราจีนบุรี', '--district', district],
];
const here = ofDistrict('กบินทร์บุรี');
const takingOver = (name: string) => bot.fundlineHere('invite', ...here, '--takes-over-from', name);

/** Why the command is refused. */
async function refusal(name: string): Promise<string> {
  const failure: unknown = await takingOver(name).catch((error: unknown) => error);
  if (!(failure instanceof OperatorProblem)) throw failure;
  return failure.message;
}

let bot: Bot;
beforeAll(async () => {
  bot = await openBot('inviteCommand');
});
afterAll(() => bot?.close());

describe('fundline invite --takes-over-from', () => {
  test('names those who are there when nobody, or somebody elsewhere, is called so', async () => {
    const [officerCode = ''] = bot.codes;
    await bot.newcomer('ไกล ห่างไกล', officerCode);
    for (const name of ['ไกล ห่างไกล', 'อรทัย']) {
      const said = await refusal(name);
      expect(said).toContain('อรทัย ตัวอย่าง');
      expect(said).not.toMatch(/^ .*ไกล ห่างไกล/m);
    }
  });

  test('makes a code by which the area goes over when it is used, and not before', async () => {
    await types(bot.officer, ...toCenter('บ้านโคก'), 'เพิ่มครัวเรือน', 'ยินยอม', 'นายสมชาย ใจดี');
    const code = await takingOver('อรทัย  ตัวอย่าง');
    expect(code).toMatch(/^[0-9A-Z]{8}$/);
    expect(await bot.officer.says('12/3')).toContain('กี่คน');

    const newcomer = await bot.newcomer('ธิดา มาใหม่', code);
    await bot.officer.isTold('ธิดา มาใหม่');
    expect(await newcomer.says('ทำต่อ')).toContain('กี่คน');
    const seen = bot.line.platform.messagesTo(bot.officer.userId).length;
    await types(bot.officer, '4', 'ทำต่อ', ...toCenter('บ้านโคก'), 'งานค้าง', 'เมนู');
    expect(allTold(bot.line, bot.officer, seen)).not.toMatch(/สมชาย|บ้านโคก/);
    expect(await newcomer.says('4')).toContain('เบอร์โทร');
  });

  test('asks for the id where two have the same name, and takes it', async () => {
    await bot.newcomer('ธิดา มาใหม่', await bot.fundlineHere('invite', ...here));
    const ids = (await refusal('ธิดา มาใหม่')).match(/^ {2}P\S+/gm) ?? [];
    expect(new Set(ids).size).toBe(2);
    expect(await takingOver(ids[1]?.trim() ?? '')).toMatch(/^[0-9A-Z]{8}$/);
  });

  test('says with --json whose place is taken', async () => {
    const other = JSON.parse(
      await bot.fundlineHere('invite', ...ofDistrict('นาดี'), '--takes-over-from', 'ไกล ห่างไกล', '--json'),
    );
    expect(other).toMatchObject({
      role: 'officer',
      scope: { kind: 'district', district: 'นาดี' },
      takesOverFrom: expect.stringMatching(/^P/),
    });
  });
});
