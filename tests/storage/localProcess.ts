import { createInterface } from 'node:readline';
import { readHostEnv } from '../../src/config.ts';
import { joinOrStartLocal } from '../../src/storage/mongod/localMongod.ts';

/**
 * A process of its own that uses the kept MongoDB of a folder until a line arrives: `<folder> <trial|command>`.
 * It prints what it tells the operator, and at last one line of JSON.
 */
const [dataDir = '', owner = ''] = process.argv.slice(2);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const local = await joinOrStartLocal({
  dataDir,
  owner: owner === 'trial' ? 'trial' : 'command',
  host: readHostEnv(),
  progress: say,
  now: Date.now,
});
say(JSON.stringify({ uri: local.uri, port: local.port, joined: local.joined }));
createInterface({ input: process.stdin }).once('line', async () => {
  await local.stop();
  process.exit();
});
