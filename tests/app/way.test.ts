import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { answersOf } from './toy.ts';
import { createWorld, userOf, type World, type WorldOptions } from './world.ts';

async function worldWith(options: WorldOptions = {}): Promise<World> {
  const world = createWorld(options);
  await world.start();
  return world;
}

const first = 'P0' as PersonId;
const textsTo = (world: World, person: PersonId) =>
  world.line.shown
    .filter(({ to }) => to === userOf(person))
    .map(({ messages }) => (messages as string[]).join('|'));

async function say(world: World, person: PersonId, ...texts: string[]) {
  for (const text of texts) {
    void world.type(person, text);
    await world.rest();
  }
}

describe('the way of a message', () => {
  it('answers each text with the next question', async () => {
    const world = await worldWith();
    await say(world, first, 'agree', 'one', 'two');
    expect(textsTo(world, first)).toEqual(['e1 q1', 'e2 q2', 'e3 q3']);
    const person = world.memory.people.get(first)?.person;
    expect(person && answersOf(person).map(({ key }) => key)).toEqual(['q1', 'q2']);
  });
});
