import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { addVillage, keptMongod, kill } from '../storage/keptMongod.ts';

const { local, other, record, atEnd } = keptMongod();

describe('the kept MongoDB', () => {
  test('moves with its data when another program has its port', async () => {
    const first = await local();
    expect(await addVillage(first.uri)).toBe(1);
    await first.stop();
    const squatter = createServer((caller) => caller.destroy()).listen(first.port, '127.0.0.1');
    atEnd.push(() => squatter.close());
    await once(squatter, 'listening');
    const second = await local();
    expect(second.port).not.toBe(first.port);
    expect(await addVillage(second.uri)).toBe(2);
  });

  test('has its data again after its process was killed, at once and without waiting for the watchman', async () => {
    const first = other('trial');
    const { uri } = await first.ready;
    expect(await addVillage(uri)).toBe(1);
    await kill(first.process);
    const second = await local();
    expect(second).toMatchObject({ uri, joined: false });
    expect(await addVillage(uri)).toBe(2);
  });

  test('starts again after its process was killed in the middle of a start', async () => {
    let killed: Promise<void> | undefined;
    const first = other('trial', (line) => {
      if (line.startsWith('Starting')) killed = kill(first.process);
    });
    await expect(first.ready).rejects.toThrow('Starting MongoDB');
    await killed;
    expect(await addVillage((await local()).uri)).toBe(1);
  });

  test('of a command ends with it, and who comes later waits for that', async () => {
    const command = other('command');
    await command.ready;
    const waiting = new Promise<void>((resolve) => {
      const trial = other('trial', (line) => {
        if (line.startsWith('Waiting for process')) resolve();
      });
      atEnd.push(() => trial.ready);
    });
    await waiting;
    await command.finish();
    expect(await (await local({ owner: 'command' })).joined).toBe(true);
  });

  test('is refused while a trial runs on them', async () => {
    const trial = other('trial');
    const { uri } = await trial.ready;
    await expect(local({ fresh: true })).rejects.toThrow(
      `Process ${trial.process.pid} is using the kept data`,
    );
    expect(await addVillage(uri)).toBe(1);
  });

  test('has its data again after both its process and mongod were killed', async () => {
    const first = other('trial');
    const { uri } = await first.ready;
    expect(await addVillage(uri)).toBe(1);
    process.kill((await record()).mongod.pid, 'SIGKILL');
    await kill(first.process);
    expect(await addVillage((await local()).uri)).toBe(2);
  });

  test('of a trial is joined by a command, and outlives it', async () => {
    const trial = other('trial');
    const { uri } = await trial.ready;
    const command = other('command');
    expect(await command.ready).toMatchObject({ uri, joined: true });
    await command.finish();
    expect(await addVillage(uri)).toBe(1);
  });
});
