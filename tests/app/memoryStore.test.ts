import type { Store } from '../../src/app/ports.ts';
import { inboxContract } from '../storage/contract/inbox.ts';
import { leasesContract } from '../storage/contract/leases.ts';
import { personsContract } from '../storage/contract/persons.ts';
import { at } from '../storage/contract/samples.ts';
import type { OpenWorld } from '../storage/contract/world.ts';
import { marks } from '../storage/mongoWorld.ts';
import { createMemory } from '../support/memoryStore.ts';

// What is tried on the store in memory counts only as far as it keeps the contracts of the real one.
const openMemoryWorld: OpenWorld = async () => {
  let now = at;
  const memory = createMemory({
    ...marks,
    now: () => now,
    databaseNow: () => new Date(performance.timeOrigin + performance.now()),
  });
  return {
    store: (process) => memory.storeOf(process) as Store,
    setClock: (time) => {
      now = time;
    },
    close: async () => {},
  };
};

inboxContract(openMemoryWorld);
personsContract(openMemoryWorld);
leasesContract(openMemoryWorld);
