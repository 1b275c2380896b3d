import { describe, expect, it } from 'vitest';
import { partitionOf } from '../../src/app/inbox/partition.ts';
import type { NewRow } from '../../src/app/ports.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { EventId } from '../../src/engine/ids.ts';
import type { ShellStore } from '../support/memoryStore.ts';
import { anna, ben, linesTo, startWorld } from './chat.ts';
import { toyBody } from './toy.ts';
import { createWorld, startsAt, userOf, type World } from './world.ts';

const texts = 200;

/** Everything at once, as after a night on which nobody took it. */
const sendMany = (world: World, person: typeof anna, count: number) =>
  world.send(Array.from({ length: count }, () => ({ person, text: 'hello' })));

describe('many texts of somebody who has not agreed', () => {
  it('are each read once or twice, and each answered', async () => {
    let read = 0;
    const counting = (store: ShellStore): ShellStore => ({
      ...store,
      inbox: {
        ...store.inbox,
        async pendingOf(...given) {
          const rows = await store.inbox.pendingOf(...given);
          read += rows.length;
          return rows;
        },
      },
    });
    const world = await startWorld({ store: counting });
    void sendMany(world, anna, texts);
    await world.rest();
    expect(linesTo(world, anna)).toHaveLength(texts);
    expect(read).toBeLessThanOrEqual(2 * texts);
  });

  it('do not hide from a fresh process what others wrote', async () => {
    const world = createWorld({
      people: 2,
      limits: { rowsPerPoll: 20 },
      latency: (call) => (call === 'line.reply' ? 150 : 2),
    });
    const rowOf = (person: PersonId, place: number): NewRow => ({
      ...{ id: `n${place}` as EventId, person, partition: partitionOf(person), place },
      ...{ at: startsAt, receivedAt: startsAt },
      body: toyBody('hello', world.line.token(userOf(person)), userOf(person)),
    });
    const left = [...Array.from({ length: texts }, (_, place) => rowOf(anna, place)), rowOf(ben, texts)];
    await world.memory.storeOf('an earlier process').inbox.insert(left);
    await world.start();
    await world.time.until(() => linesTo(world, ben).length > 0, 60_000);
    expect(linesTo(world, anna).length).toBeLessThan(texts / 4);
    await world.rest();
    expect(linesTo(world, anna)).toHaveLength(texts);
  });

  it('are taken in order once they agree in the middle', async () => {
    const world = await startWorld();
    const words = ['hello', 'hello', 'agree', 'one', 'two'];
    void world.send(words.map((text) => ({ person: anna, text })));
    await world.rest();
    expect(linesTo(world, anna)).toEqual(['e1 greeting', 'e2 greeting', 'e3 q1', 'e4 q1', 'e5 q1']);
  });
});
