import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { deadlinesCommand } from '../../src/cli/deadlines.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { commandLine } from './fundline.ts';
import { inThisProcess } from './inThisProcess.ts';

let database: TestDatabase;
let folder: string;
/** In a process of its own, as an operator runs it. */
let fundline: (...words: string[]) => Promise<string>;
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'fundline-'));
  const settings = {
    ...{ MONGODB_URI: database.uri, DATA_DIR: folder, ALLOW_OLD_MONGODB: '1' },
    ...{ LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' },
  };
  fundline = commandLine({ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings });
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const deadlines = (...words: string[]) => inThisProcess(deadlinesCommand(), words);
const set = (...words: string[]) => deadlines('set', '--year', '2565', ...words);
const inProvince = ['--province', 'ปราจีนบุรี'];

/** Why a command does not do it. */
async function refusal(...words: string[]): Promise<string> {
  const failure: unknown = await deadlines(...words).catch((error: unknown) => error);
  if (!(failure instanceof Error)) throw new Error(`it does it, and prints ${failure}`);
  return failure.message;
}

describe('fundline deadlines', () => {
  test("takes over the programme's own dates once", async () => {
    expect(await deadlines('list', '--year', '2565')).toBe('no due dates are set for 2565');
    expect(await fundline('deadlines', 'import', '--year', '2565')).toMatch(/^taken over \d+, kept 0/);
    expect(JSON.parse(await deadlines('import', '--year', '2565', '--json'))).toMatchObject({ taken: 0 });
    const listed = await deadlines('list', '--year', '2565');
    expect(listed).toContain('2565-05-31  assessment  2565  (nation)');
    expect(listed).toContain(
      '2565-08-09  assessment  2565  ปราจีนบุรี  letter ปจ 0019/26655 2565-08-07 mostUrgent',
    );
    expect(listed).not.toContain('women-fund');
  });

  test('sets a date of either era, saying the one before and how many hear of it', async () => {
    const words = await set('--kind', 'debt1', ...inProvince, '--district', 'นาดี', '--due', '2565-08-20');
    expect(words).toContain('set debt1 2565 ปราจีนบุรี/นาดี: 2565-08-20 (before: 2565-08-09)');
    expect(words).toContain('nobody registered is concerned');
    const again = await set('--kind', 'debt1', ...inProvince, '--district', 'นาดี', '--due', '2022-08-20');
    expect(again).toBe('debt1 2565 ปราจีนบุรี/นาดี: 2565-08-20 already');
    const json = JSON.parse(await set('--kind', 'debt1', ...inProvince, '--due', '2022-08-21', '--json'));
    expect(json).toMatchObject({
      ...{ kind: 'debt1', year: 2565, due: '2022-08-21', before: '2022-08-09', result: 'set', told: 0 },
      warnings: [{ kind: 'laterThanNext', next: { kind: 'round1', due: '2022-05-31' } }, { kind: 'past' }],
    });
  });

  test('says on its way out why it does not do it, having printed nothing', async () => {
    for (const [words, why] of [
      [['--year', '2566'], 'No dates of 2566 are known'],
      [['--year', 'soon'], 'soon'],
    ] as const) {
      const failure: unknown = await fundline('deadlines', 'import', ...words).catch(
        (error: unknown) => error,
      );
      expect(failure).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(why) });
    }
  });

  test('refuses what is no date of that report, and an area that is none', async () => {
    const refused = (...words: string[]) => refusal('set', '--year', '2565', ...words);
    expect(await refused('--kind', 'debt1', '--due', '2570-01-01')).toContain('between 2564-10-01');
    expect(await refused('--kind', 'forum', '--due', '2565-10-01')).toContain('no quarter or month');
    expect(await refused('--kind', 'debt1', '--due', 'soon')).toContain('2565-08-09');
    expect(await refused('--kind', 'debts', '--due', '2565-08-09')).toContain('assessment');
    expect(await refused('--kind', 'debt1', '--district', 'นาดี', '--due', '2565-08-09')).toContain(
      '--province',
    );
    const round = ['--kind', 'round1', ...inProvince, '--district', 'นาดี', '--due', '2565-08-09'];
    expect(await refused(...round)).toContain('leave out --district');
  });

  test('sets the good rows of a file and names the others with their lines', async () => {
    const file = join(folder, 'dates.csv');
    const lines = [
      'รายงาน,ปี,จังหวัด,อำเภอ,กำหนดส่ง',
      'round2,2565,,,31/7/2565',
      'readiness,2565,ลำพูน,,5/8/2565',
    ];
    await writeFile(file, [...lines, 'ready,2565,ลำพูน,ลี้,9/8/2565'].join('\n'));
    const words = await deadlines('import', file);
    expect(words).toContain('set 1, unchanged 1, rejected 1');
    expect(words).toMatch(/^line 4 rejected: .*ready/m);
    expect(await deadlines('list', '--year', '2565')).toContain('2565-08-05  readiness  2565  ลำพูน');
    expect(await refusal('import', join(folder, 'nothing.csv'))).toContain('cannot be read');
  });
});
