import { describe, expect, it } from 'vitest';
import type { EventId } from '../../src/engine/ids.ts';
import { anna, answers, ben, codes, handled, linesTo, personOf, say, startWorld } from './chat.ts';
import { createToyTurn, toyPrepare } from './toy.ts';
import { startsAt } from './world.ts';

const second = 1000;
const turn = createToyTurn();

describe('an event that cannot be handled', () => {
  const poisoned = () => {
    let tries = 0;
    const options = {
      turn: ((event, person) => {
        if (event.kind !== 'text' || event.text !== 'poison') return turn(event, person);
        tries += 1;
        throw new Error('a bug');
      }) as typeof turn,
    };
    return { options, tries: () => tries };
  };

  it('is tried five times and then put aside; the person gets one apology and later events go on', async () => {
    const { options, tries } = poisoned();
    const world = await startWorld(options);
    await say(world, anna, 'agree');
    void world.type(anna, 'poison');
    await world.time.pass(second);
    void world.type(anna, 'one');
    await world.rest();
    expect(tries()).toBe(5);
    expect(linesTo(world, anna)).toEqual(['e1 q1', 'sorry', 'e3 q2']);
    expect(world.memory.rows.get('e2' as EventId)).toMatchObject({ state: 'quarantined', tries: 5 });
    expect(handled(world, anna)).toEqual(['e1', 'e3']);
    expect([world.counted.quarantined, codes(world).includes('eventQuarantined')]).toEqual([1, true]);
  });

  it('harms nobody else', async () => {
    const world = await startWorld({ ...poisoned().options, people: 2 });
    await say(world, anna, 'agree');
    await say(world, ben, 'agree');
    void world.send([
      { person: anna, text: 'poison' },
      { person: ben, text: 'one' },
    ]);
    await world.time.pass(200);
    expect(linesTo(world, ben)).toEqual(['e2 q1', 'e4 q2']);
    await world.rest();
  });

  it('is put aside when it cannot even be read', async () => {
    const world = await startWorld({
      prepare: async (row) => {
        if (JSON.stringify(row.body).includes('poison')) throw new TypeError('unreadable');
        return toyPrepare(row);
      },
    });
    await say(world, anna, 'agree', 'poison', 'one');
    expect(linesTo(world, anna)).toEqual(['e1 q1', 'e3 q2']);
    expect(world.counted.quarantined).toBe(1);
  });

  it('from a stranger is apologised for too, and nothing is stored', async () => {
    const world = await startWorld(poisoned().options);
    await say(world, anna, 'poison');
    expect(linesTo(world, anna)).toEqual(['sorry']);
    expect(world.memory.people.size).toBe(0);
  });

  it('whose effects fail for good leaves the person free to go on, and may be tried again', async () => {
    const world = await startWorld({
      perform: () => async () => {
        throw new Error('a bug');
      },
    });
    await say(world, anna, 'agree', 'one', 'two', 'three', 'four');
    expect(linesTo(world, anna).slice(3, 4)).toEqual(['sorry']);
    expect(world.memory.people.get(anna)?.pending).toEqual([]);
    expect(world.memory.people.get(anna)?.handled).not.toContain('e4');
    expect(world.memory.rows.get('e4' as EventId)?.state).toBe('quarantined');
  });

  it('logs neither what was written nor who wrote it', async () => {
    const world = await startWorld(poisoned().options);
    await say(world, anna, 'agree', 'poison');
    const log = JSON.stringify(world.logged);
    for (const secret of ['poison', 'U-P0', 'token-', 'a bug']) expect(log).not.toContain(secret);
  });
});

describe('while the database is away', () => {
  it('nothing is acknowledged, and afterwards all goes on', async () => {
    const isAway = (now: Date) => {
      const ms = now.getTime() - startsAt.getTime();
      return ms > 5 * second && ms < 65 * second;
    };
    const world = await startWorld({ isAway });
    await say(world, anna, 'agree');
    await world.time.pass(10 * second);
    void world.type(anna, 'one');
    await world.time.pass(40 * second);
    expect(world.acked.size).toBe(1);
    await world.rest();
    expect(world.acked.size).toBe(2);
    expect(linesTo(world, anna)).toEqual(['e1 q1', 'e2 q2']);
    expect(world.counted.quarantined).toBeUndefined();
  });

  it('an event in the middle of its turn waits, and it is no try', async () => {
    let away = 0;
    const world = await startWorld({
      fateAt: (_process, call) =>
        call === 'records.perform' && away++ < 8 ? { kind: 'away', side: 'before', ms: 0 } : undefined,
    });
    await say(world, anna, 'agree', 'one', 'two', 'three');
    expect(linesTo(world, anna).at(-1)).toBe('e4:outcome receipt 1 q1');
    expect(world.memory.rows.get('e4' as EventId)?.tries).toBe(0);
  });

  it('a commit whose answer was lost is found to be there, and its reply goes out once', async () => {
    let commits = 0;
    const world = await startWorld({
      fateAt: (_process, call) =>
        call === 'persons.commit' && commits++ === 0 ? { kind: 'away', side: 'after', ms: 0 } : undefined,
    });
    await say(world, anna, 'agree', 'one');
    expect(handled(world, anna)).toEqual(['e1', 'e2']);
    expect(linesTo(world, anna)).toEqual(['e1 q1', 'e2 q2']);
    expect(answers(world, anna)).toEqual([['q1', 'one']]);
  });
});

describe('somebody else who writes the document', () => {
  it('is noticed, and the event is decided again on what is there now', async () => {
    const world = await startWorld();
    await say(world, anna, 'agree');
    const { persons } = world.memory.storeOf('command line');
    const [record] = await persons.read([anna]);
    if (!record) throw new Error('nothing to change');
    const revoked = { ...record.person, name: 'changed elsewhere' };
    await persons.commit([
      { record: { ...record, rev: record.rev + 1, person: revoked }, expected: record.rev },
    ]);
    await say(world, anna, 'one');
    expect(world.counted.lostRaces).toBe(1);
    expect(personOf(world, anna).name).toBe('changed elsewhere');
    expect(answers(world, anna)).toEqual([['q1', 'one']]);
    expect(linesTo(world, anna)).toEqual(['e1 q1', 'e2 q2']);
  });
});

describe('a process that is told to stop', () => {
  it('finishes what was begun, gives its partitions away and leaves the rest to others', async () => {
    const world = await startWorld({ latency: (call) => (call === 'records.perform' ? 3000 : 2) });
    await say(world, anna, 'agree', 'one', 'two');
    void world.type(anna, 'three');
    await world.time.pass(100);
    void world.type(anna, 'late');
    await world.time.pass(100);
    const shell = world.process(0)?.shell;
    const begun = world.time.clock.monotonic();
    let stopped = 0;
    void shell?.drain().then(() => {
      stopped = world.time.clock.monotonic();
    });
    await world.time.until(() => stopped > 0, 10 * second);
    expect(linesTo(world, anna).at(-1)).toBe('e4:outcome receipt 1 q1');
    expect(personOf(world, anna).shown.heardAt).toBeDefined();
    expect(stopped - begun).toBeLessThan(10 * second);
    expect(world.memory.rows.get('e5' as EventId)?.state).toBe('pending');
    expect(await world.memory.storeOf('another').leases.renew('another', 8000, 'member')).toHaveLength(64);
    expect(shell?.health()).toEqual({ held: 0, people: 0, draining: true });
  });

  it('does not wait for a database that is away', async () => {
    const isAway = (now: Date) => now.getTime() - startsAt.getTime() > 5 * second;
    const world = await startWorld({ isAway });
    await say(world, anna, 'agree');
    await world.time.pass(6 * second);
    let isOver = false;
    void world
      .process(0)
      ?.shell.drain()
      .then(() => {
        isOver = true;
      });
    await world.time.until(() => isOver, 10 * second);
  });
});
