import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repo } from './fundline.ts';

const start: string = JSON.parse(readFileSync(join(repo, 'package.json'), 'utf8')).scripts.start;

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'fundline-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('what README says first, npm start, opens a trial from the sources, which ends when it is told to', async () => {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', DATA_DIR: dataDir };
  const [node, ...words] = start.split(' ');
  expect(node).toBe('node');
  const trial = spawn(process.execPath, words, {
    cwd: repo,
    env: { ...env, PORT: '0', SIMULATOR_PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(trial, 'exit');
  try {
    let address: string | undefined;
    for await (const line of createInterface({ input: trial.stderr })) {
      address = /Chat as officer.* (http:\S+)$/.exec(line)?.[1];
      if (address) break;
    }
    expect((await fetch(address ?? '')).status).toBe(200);
    trial.stderr.resume();
    trial.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  } finally {
    trial.kill('SIGKILL');
  }
});
