import { expect, test } from 'vitest';
import type { EventId } from '../../src/engine/ids.ts';
import type { ShellStore } from '../support/memoryStore.ts';
import { anna, answers, ben, codes, say, startWorld } from './chat.ts';
import { KeyMissing } from './world.ts';

/** Of a process that lacks the key of some rows and of Anna's document for as long as `isLocked`. */
const lacking =
  (isLocked: () => boolean, rows: readonly string[], reads: { count: number }) =>
  (store: ShellStore): ShellStore => {
    const sealedOff = rows.map((id) => id as EventId);
    return {
      ...store,
      inbox: {
        ...store.inbox,
        pendingOf: async (person) =>
          (await store.inbox.pendingOf(person)).map((row) =>
            isLocked() && sealedOff.includes(row.id)
              ? { ...row, body: null, unopened: new KeyMissing() }
              : row,
          ),
      },
      persons: {
        ...store.persons,
        read: async (ids) => {
          if (isLocked() && rows.length === 0 && ids.includes(anna)) {
            reads.count += 1;
            throw new KeyMissing();
          }
          return store.persons.read(ids);
        },
      },
    };
  };

test.each([
  ["a person's document", []],
  ['a row of the inbox', ['sealed-off']],
])('of which only others hold the key, %s waits for them, and other people go on', async (_, rows) => {
  let isLocked = false;
  const reads = { count: 0 };
  // Of two people one is kept in memory, and that is Ben.
  const limits = { peopleKept: 1 };
  const world = await startWorld({ people: 2, limits, store: lacking(() => isLocked, rows, reads) });
  await say(world, anna, 'agree');
  await say(world, ben, 'agree');
  isLocked = true;
  await world.time.pass(1);
  void world.type(anna, 'one', { id: 'sealed-off' });
  await world.time.pass(1);
  void world.type(anna, 'two', { id: 'later' });
  void world.type(ben, 'mine');
  await world.time.pass(60_000);
  expect(answers(world, ben)).toEqual([['q1', 'mine']]);
  expect(answers(world, anna)).toEqual([]);
  const states = ['sealed-off', 'later'].map((id) => world.memory.rows.get(id as EventId));
  expect(states).toMatchObject([
    { state: 'pending', tries: 0 },
    { state: 'pending', tries: 0 },
  ]);
  expect(reads.count).toBeLessThan(150);
  expect(codes(world).filter((code) => /Failed|NotWritten|Quarantined/.test(code))).toEqual([]);
  expect(codes(world).filter((code) => code === 'keyAbsent')).toHaveLength(1);

  isLocked = false;
  await world.rest();
  expect(answers(world, anna)).toEqual([['q1', 'one']]);
  expect(world.counted.quarantined ?? 0).toBe(0);
});
