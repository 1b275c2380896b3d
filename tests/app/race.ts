import { tickId } from '../../src/app/inbox/effectIds.ts';
import { encodeTick } from '../../src/app/inbox/ownRows.ts';
import { partitionOf } from '../../src/app/inbox/partition.ts';
import type { TakeTurn } from '../../src/app/ports.ts';
import { said } from '../../src/kernel/reply.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { runId } from '../../src/programme/job/job.ts';
import { createDice } from '../chaos/dice.ts';
import { startWorld } from './chat.ts';
import { createToyTurn } from './toy.ts';
import { startsAt, userOf, type World } from './world.ts';

/** What came of reminders that met submissions. */
export type Race = {
  readonly people: number;
  /** Marked after the submission was committed and shown all the same. */
  readonly wrong: number;
  /** Marked before, while the submission was committed before the message was shown: a call under way. */
  readonly underWay: number;
  readonly shown: number;
  readonly passedOver: number;
};

export type RaceOptions = {
  readonly seed: number;
  readonly people: number;
  /** A faulty copy: whether somebody still owes is not asked once the attempt is marked. */
  readonly forgetsToAsk?: boolean;
};

/** Reminds many people who submit at any moment; each of them is one interleaving. */
export async function race({ seed, people, forgetsToAsk = false }: RaceOptions): Promise<Race> {
  const dice = createDice(seed);
  const doneAt = new Map<PersonId, number>();
  const markedAt = new Map<PersonId, number>();
  const isOwed = (world: World, person: PersonId) =>
    world.time.clock.now().getTime() < (doneAt.get(person) ?? Number.POSITIVE_INFINITY);
  const world: World = await startWorld({
    people,
    latency: () => dice(8),
    turn: reminding((person) => isOwed(world, person)),
    isStillOwed: async ({ id }) => forgetsToAsk || isOwed(world, id),
    store: (store) => ({
      ...store,
      persons: {
        ...store.persons,
        async commit(writes) {
          const results = await store.persons.commit(writes);
          for (const [at, { record }] of writes.entries())
            if (results[at] === 'committed' && record.outbox.some(({ cause }) => cause?.kind === 'tick'))
              markedAt.set(record.person.id, world.time.clock.now().getTime());
          return results;
        },
      },
    }),
  });
  for (const person of world.people) void world.type(person, 'agree');
  await world.rest();

  const now = world.time.clock.now();
  const run = runId('reminders', startsAt);
  const rows = world.people.map((person) => {
    const head = { id: tickId(run, person), person, partition: partitionOf(person), place: 0 };
    const body = encodeTick({ job: 'reminders', run, at: startsAt, ahead: 0, push: true });
    return { ...head, receivedAt: now, at: now, body };
  });
  for (const person of world.people) doneAt.set(person, now.getTime() + dice(60));
  void world.process(0)?.shell.accept(rows);
  const ended = () => world.settled.filter(({ id }) => id.startsWith('clock:')).length;
  await world.time.until(() => ended() >= people, 120_000);
  await world.rest();
  return judge(world, doneAt, markedAt);
}

/** Says what is owed, or that nothing is any more. */
function reminding(owes: (person: PersonId) => boolean): TakeTurn {
  const toy = createToyTurn();
  return async (event, person) => {
    if (event.kind !== 'tick') return toy(event, person);
    if (!owes(person.id))
      return { person, settledReminders: [{ id: event.id, state: 'skipped', why: 'done' }] };
    return { person, reply: { messages: [{ kind: 'text', text: [said('owed')] }], asLongAs: ['duty'] } };
  };
}

function judge(
  { people, line, settled }: World,
  doneAt: ReadonlyMap<PersonId, number>,
  markedAt: ReadonlyMap<PersonId, number>,
): Race {
  const pushes = line.shown.filter(({ way }) => way === 'push');
  const about = (person: PersonId) => {
    const push = pushes.find(({ to }) => to === userOf(person));
    return (
      push && { shown: push.at.getTime(), done: doneAt.get(person) ?? 0, marked: markedAt.get(person) ?? 0 }
    );
  };
  const each = people.flatMap((person) => about(person) ?? []);
  return {
    people: people.length,
    shown: each.length,
    wrong: each.filter(({ marked, done }) => marked > done).length,
    underWay: each.filter(({ marked, shown, done }) => marked <= done && done < shown).length,
    passedOver: settled.filter(({ why }) => why === 'done').length,
  };
}
