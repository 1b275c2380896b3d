import type { EventId, StepKey } from '../../src/engine/ids.ts';
import type { Person } from '../../src/kernel/person.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { answersOf } from './toy.ts';
import { createWorld, userOf, type World, type WorldOptions } from './world.ts';

export const anna = 'P0' as PersonId;
export const ben = 'P1' as PersonId;

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const world = createWorld(options);
  await world.start();
  return world;
}

/** Types texts one after the other, each when the one before is done with. */
export async function say(world: World, person: PersonId, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    void world.type(person, text);
    await world.rest();
    // What is typed in the millisecond of an answer is not an answer to it.
    await world.time.pass(1);
  }
}

/** What a phone was shown, each message as one line. */
export const linesTo = (world: World, person: PersonId): readonly string[] =>
  world.line.shown
    .filter(({ to }) => to === userOf(person))
    .map(({ messages }) => (messages as readonly string[]).join(' + '));

export function personOf(world: World, id: PersonId): Person {
  const record = world.memory.people.get(id);
  if (!record) throw new Error('nothing is stored of this person');
  return record.person;
}

export const answers = (world: World, id: PersonId): readonly (readonly [StepKey, unknown])[] =>
  answersOf(personOf(world, id)).map((entry) => [entry.key, entry.do === 'answer' ? entry.value : undefined]);

export const offered = (world: World, id: PersonId): readonly string[] =>
  personOf(world, id).offered.map(({ text }) => text);

/** How the handled rows of a person ended, in the order of the commits. */
export const handled = (world: World, id: PersonId): readonly EventId[] =>
  world.memory.history.filter(({ person }) => person === id).map(({ event }) => event);

export const codes = (world: World): readonly string[] => world.logged.map(({ code }) => code);
