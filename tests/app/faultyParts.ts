import { isHeard } from '../../src/flows/route/index.ts';
import type { ShellStore } from '../support/memoryStore.ts';
import { createToyTurn } from './toy.ts';
import type { WorldOptions } from './world.ts';

/** Parts that break one rule each, handed in through the ports. A test that does not catch them is none. */
export const faultyParts: { readonly [rule: string]: Pick<WorldOptions, 'store' | 'turn'> } = {
  'what was handled is not remembered': { store: forgetful },
  'a document is written whatever its revision': { store: blind },
  'a reply is marked as sent before it is': { store: hasty },
  'a text counts as an answer whether or not the question was shown': { turn: createToyTurn(() => true) },
  'a question counts from the beginning of the call that shows it': { turn: createToyTurn(early) },
};

/** As long before the answer as the calls take that are not waited for in vain. */
function early(...[person, event]: Parameters<typeof isHeard>): boolean {
  return isHeard(person, { ...event, at: new Date(event.at.getTime() + 2000) });
}

function forgetful(store: ShellStore): ShellStore {
  const read: ShellStore['persons']['read'] = async (ids) =>
    (await store.persons.read(ids)).map((record) => ({ ...record, handled: [] }));
  return { ...store, persons: { ...store.persons, read } };
}

function blind(store: ShellStore): ShellStore {
  const commit: ShellStore['persons']['commit'] = async (writes) => {
    const stored = await store.persons.read(writes.map(({ record }) => record.person.id));
    const revs = new Map(stored.map(({ person, rev }) => [person.id, rev]));
    return store.persons.commit(
      writes.map(({ record }) => {
        const expected = revs.get(record.person.id) ?? 0;
        return { record: { ...record, rev: expected + 1 }, expected };
      }),
    );
  };
  return { ...store, persons: { ...store.persons, commit } };
}

function hasty(store: ShellStore): ShellStore {
  const commit: ShellStore['persons']['commit'] = (writes) =>
    store.persons.commit(writes.map((write) => ({ ...write, record: { ...write.record, outbox: [] } })));
  return { ...store, persons: { ...store.persons, commit } };
}
