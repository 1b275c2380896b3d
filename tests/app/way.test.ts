import { describe, expect, it } from 'vitest';
import type { EventId } from '../../src/engine/ids.ts';
import { anna, answers, ben, handled, linesTo, offered, personOf, say, startWorld } from './chat.ts';

describe('a person', () => {
  it('is answered each text with the next question', async () => {
    const world = await startWorld();
    await say(world, anna, 'agree', 'one', 'two');
    expect(linesTo(world, anna)).toEqual(['e1 q1', 'e2 q2', 'e3 q3']);
    expect(answers(world, anna)).toEqual([
      ['q1', 'one'],
      ['q2', 'two'],
    ]);
  });

  it('is not stored before agreeing, and what was written is forgotten', async () => {
    const world = await startWorld();
    await say(world, anna, 'hello', 'who are you');
    expect(linesTo(world, anna)).toEqual(['e1 greeting', 'e2 greeting']);
    expect(world.memory.people.size).toBe(0);
    expect([...world.memory.rows.values()].map(({ state, body }) => [state, body])).toEqual([
      ['finished', null],
      ['finished', null],
    ]);
  });

  it('who agrees is stored, and the row keeps its body', async () => {
    const world = await startWorld();
    await say(world, anna, 'hello', 'agree');
    expect(personOf(world, anna).consentedAt).toBeDefined();
    expect(world.memory.rows.get('e2' as EventId)?.body).not.toBeNull();
  });

  it('sends five texts at once and is asked about four of them', async () => {
    const world = await startWorld();
    await say(world, anna, 'agree');
    void world.send(['one', 'two', 'three', 'four', 'five'].map((text) => ({ person: anna, text })));
    await world.rest();
    expect(answers(world, anna)).toEqual([['q1', 'one']]);
    expect(offered(world, anna)).toEqual(['two', 'three', 'four', 'five']);
  });

  it('is understood in the order of typing, however shuffled the events arrive', async () => {
    const world = await startWorld();
    await say(world, anna, 'agree');
    const typed = world.time.clock.now().getTime();
    const texts = ['first', 'second', 'third'].map((text, place) => ({
      person: anna,
      text,
      at: new Date(typed + place),
    }));
    void world.send([2, 0, 1].flatMap((place) => texts[place] ?? []));
    await world.rest();
    expect(answers(world, anna)).toEqual([['q1', 'first']]);
    expect(offered(world, anna)).toEqual(['second', 'third']);
  });

  it('causes one effect with the same event three times at once', async () => {
    const world = await startWorld({ processes: 2 });
    await say(world, anna, 'agree');
    for (const _ of [1, 2, 3]) void world.type(anna, 'one', { id: 'same' });
    await world.rest();
    expect(answers(world, anna)).toEqual([['q1', 'one']]);
    expect(linesTo(world, anna)).toHaveLength(2);
  });

  it('causes no second effect with an event that comes again when the document forgot it long ago', async () => {
    const world = await startWorld({ limits: { handledKept: 3 } });
    await say(world, anna, 'agree', 'one', 'two', 'three', 'four', 'five', 'six');
    expect(world.memory.people.get(anna)?.handled).not.toContain('e2');
    void world.type(anna, 'one', { id: 'e2' });
    await world.rest();
    expect(handled(world, anna).filter((event) => event === 'e2')).toHaveLength(1);
    expect(world.counted.replies).toBe(7);
  });

  it('who waits for more than a second sees the loading animation', async () => {
    const world = await startWorld({ latency: (call) => (call === 'persons.commit' ? 1500 : 2) });
    await say(world, anna, 'agree');
    expect(world.line.loadings).toEqual(['U-P0']);
  });

  it('who is answered at once does not', async () => {
    const world = await startWorld();
    await say(world, anna, 'agree', 'one');
    expect(world.line.loadings).toEqual([]);
  });
});

describe('an intent', () => {
  it('is decided by the shared record, and its outcome answers with the token of the text that caused it', async () => {
    const world = await startWorld({ people: 2 });
    await say(world, ben, 'agree');
    await say(world, anna, 'agree', 'one', 'two', 'three');
    expect(world.shared.outcomes.size).toBe(1);
    expect(linesTo(world, anna).at(-1)).toBe('e5:outcome receipt 1 q1');
    expect(world.line.shown.findLast(({ to }) => to === 'U-P0')?.way).toBe('reply');
    expect(world.line.shown.findLast(({ to }) => to === 'U-P1')?.way).toBe('push');
    expect(linesTo(world, ben)).toEqual(['e1 q1', 'e5:draftTakenOver:P1 told']);
    expect([...world.memory.audits.keys()]).toEqual(['e3']);
  });

  it('is settled before anything else that the person wrote meanwhile', async () => {
    const world = await startWorld({ latency: (call) => (call === 'records.perform' ? 800 : 2) });
    await say(world, anna, 'agree', 'one', 'two');
    void world.type(anna, 'three');
    await world.time.pass(100);
    void world.type(anna, 'impatient');
    await world.rest();
    expect(handled(world, anna)).toEqual(['e1', 'e2', 'e3', 'e4', 'e4:outcome', 'e5']);
    expect(offered(world, anna)).toEqual(['impatient']);
  });

  it('tells nobody who is unknown', async () => {
    const world = await startWorld({ people: 2 });
    await say(world, anna, 'agree', 'one', 'two', 'three');
    expect(linesTo(world, ben)).toEqual([]);
    expect(world.memory.rows.get('e4:draftTakenOver:P1' as EventId)?.state).toBe('finished');
    expect(world.memory.people.has(ben)).toBe(false);
  });
});

describe('an answer costs', () => {
  it('one insert, one commit, one finish and one call to LINE', async () => {
    const world = await startWorld();
    await say(world, anna, 'agree', 'one');
    const before = { ...world.memory.calls };
    void world.type(anna, 'two');
    await world.time.until(() => world.memory.rows.get('e3' as EventId)?.state === 'finished', 5000);
    const spent = Object.entries(world.memory.calls).map(([call, times]) => [
      call,
      times - (before[call] ?? 0),
    ]);
    expect(spent.filter(([, times]) => times !== 0)).toEqual([
      ['inbox.insert', 1],
      ['persons.commit', 1],
      ['inbox.finish', 1],
    ]);
    expect(world.line.calls()).toBe(3);
    await world.rest();
  });

  it('next to nothing more for fifty people who write at the same time', async () => {
    const world = await startWorld({ people: 50 });
    const write = () => {
      for (const person of world.people) void world.type(person, 'agree');
    };
    write();
    await world.rest();
    const before = { ...world.memory.calls };
    write();
    await world.time.until(() => world.line.shown.length === 100, 5000);
    for (const call of ['inbox.insert', 'persons.commit']) {
      expect((world.memory.calls[call] ?? 0) - (before[call] ?? 0)).toBeLessThan(6);
    }
    await world.rest();
  });
});
