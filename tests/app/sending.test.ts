import { describe, expect, it } from 'vitest';
import type { Fault } from '../support/fakeLine.ts';
import { anna, answers, ben, codes, linesTo, offered, personOf, say, startWorld } from './chat.ts';
import type { Fate } from './life.ts';
import { startsAt, type World } from './world.ts';

/** LINE with these faults, one for each call; after them it is well. */
const faults =
  (...planned: readonly Fault[]) =>
  (call: number): Fault =>
    planned[call] ?? 'none';

const minute = 60_000;
const until = (world: World, holds: () => boolean) => world.time.until(holds, 26 * 60 * minute);

describe('a reply', () => {
  it('that LINE answered with 500 goes out again with the same token', async () => {
    const world = await startWorld({ faultOf: faults('serverError', 'notSent') });
    await say(world, anna, 'agree');
    expect(linesTo(world, anna)).toEqual(['e1 q1']);
    expect(personOf(world, anna).shown.heardAt).toBeDefined();
  });

  it('that arrived is known by the ids that LINE gave its messages', async () => {
    const world = await startWorld();
    await say(world, anna, 'agree', 'one');
    expect(personOf(world, anna).shown.messages).toEqual(['m2.0']);
  });

  it('that arrived without an answer is not shown twice, and its question does not count as heard', async () => {
    const world = await startWorld({ faultOf: faults('answerLost') });
    await say(world, anna, 'agree', 'one');
    expect(linesTo(world, anna)).toEqual(['e1 q1', 'e2 q1']);
    expect(offered(world, anna)).toEqual(['one']);
    expect(codes(world)).toContain('unheardSend');
  });

  it('whose outcome is unknown when its token is old is counted, and not repeated', async () => {
    const world = await startWorld({ faultOf: (call) => (call < 20 ? 'serverError' : 'none') });
    await say(world, anna, 'agree');
    expect(linesTo(world, anna)).toEqual([]);
    expect(world.counted.ambiguous).toBe(1);
  });

  it('with a question that certainly did not arrive is dropped, and asked again at the next contact', async () => {
    const world = await startWorld({ faultOf: faults('tokenGone') });
    await say(world, anna, 'agree', 'one');
    expect(codes(world)).toContain('lostSend');
    expect(linesTo(world, anna)).toEqual(['e2 q1']);
    expect(offered(world, anna)).toEqual(['one']);
  });

  it('with a receipt that certainly did not arrive is pushed', async () => {
    const world = await startWorld({ faultOf: faults('none', 'none', 'none', 'tokenGone') });
    await say(world, anna, 'agree', 'one', 'two', 'three');
    expect(linesTo(world, anna).at(-1)).toBe('e4:outcome receipt 1 q1');
    expect(world.line.shown.at(-1)?.way).toBe('push');
  });

  it('with a receipt of unknown outcome is never pushed', async () => {
    const world = await startWorld({ faultOf: faults('none', 'none', 'none', 'serverError', 'tokenGone') });
    await say(world, anna, 'agree', 'one', 'two', 'three');
    expect(world.line.shown.every(({ way }) => way === 'reply')).toBe(true);
    expect(codes(world)).toContain('unheardSend');
  });

  it('that LINE refuses is dead, and later ones go on', async () => {
    const world = await startWorld({ faultOf: faults('refused') });
    await say(world, anna, 'agree', 'one');
    expect(linesTo(world, anna)).toEqual(['e2 q1']);
    expect(world.counted.dead).toBe(1);
  });

  it('waits for an earlier one that LINE has not taken yet', async () => {
    const world = await startWorld({ faultOf: faults('none', 'notSent', 'notSent', 'notSent', 'notSent') });
    await say(world, anna, 'agree');
    void world.type(anna, 'one');
    await world.time.pass(3000);
    void world.type(anna, 'two');
    await world.rest();
    expect(linesTo(world, anna)).toEqual(['e1 q1', 'e2 q2', 'e3 q2']);
  });

  it('is waited for two seconds before the next text is decided', async () => {
    const world = await startWorld({ latency: (call) => (call === 'line.reply' ? 8000 : 2) });
    void world.type(anna, 'agree');
    await world.time.pass(100);
    void world.type(anna, 'one');
    await world.time.until(() => world.memory.history.length === 2, minute);
    const decided = world.time.clock.monotonic();
    expect(decided).toBeGreaterThanOrEqual(2000);
    expect(decided).toBeLessThan(2500);
    await world.rest();
    expect(offered(world, anna)).toEqual(['one']);
  });
});

describe('what LINE answered', () => {
  it('is kept when it comes in the middle of the next turn', async () => {
    const slow: { readonly [call: string]: number } = { 'line.reply': 5000, 'flows.turn': 2000 };
    const world = await startWorld({ latency: (call) => slow[call] ?? 2 });
    void world.type(anna, 'agree');
    await world.time.pass(2000);
    void world.type(anna, 'one');
    await world.rest();
    expect(linesTo(world, anna)).toEqual(['e1 q1', 'e2 q1']);
    expect(codes(world)).not.toContain('unheardSend');
  });

  it('is kept when somebody else writes the document first', async () => {
    const world = await startWorld();
    void world.type(anna, 'agree');
    await world.time.until(() => world.counted.replies === 1, minute);
    const { persons } = world.memory.storeOf('command line');
    const [record] = await persons.read([anna]);
    if (!record) throw new Error('nothing to change');
    await persons.commit([{ record: { ...record, rev: record.rev + 1 }, expected: record.rev }]);
    await world.rest();
    expect(personOf(world, anna).shown.heardAt).toBeDefined();
    expect(world.counted.lostRaces).toBe(1);
    expect(codes(world)).not.toContain('unheardSend');
  });

  it('makes a question heard from when it came: LINE may have shown it as late as that', async () => {
    const world = await startWorld({ latency: (call) => (call === 'line.reply' ? 1200 : 2) });
    await say(world, anna, 'agree');
    void world.type(anna, 'one');
    await world.time.pass(500);
    // The phone still shows the first question.
    void world.type(anna, 'one, I said');
    await world.rest();
    expect(answers(world, anna)).toEqual([['q1', 'one']]);
    expect(offered(world, anna)).toEqual(['one, I said']);
  });

  it('may have taken 50 ms to come, but what was typed before the call never counts', async () => {
    const world = await startWorld({ latency: (call) => (call === 'line.reply' ? 20 : 2) });
    await say(world, anna, 'agree');
    const asked = world.time.clock.now();
    void world.send([
      { person: anna, text: 'one', at: asked },
      { person: anna, text: 'one, I said', at: asked },
    ]);
    await world.rest();
    const shown = Number(world.line.shown.at(-1)?.at);
    void world.type(anna, 'two', { at: new Date(shown + 1) });
    await world.rest();
    expect(offered(world, anna)).toEqual(['one, I said']);
    expect(answers(world, anna)).toEqual([
      ['q1', 'one'],
      ['q2', 'two'],
    ]);
  });

  it('does not make a question heard from before a long hold-up in the middle of the call', async () => {
    let replies = 0;
    const world = await startWorld({
      fateAt: (_process, call) =>
        call === 'line.reply' && replies++ === 1 ? { kind: 'freeze', side: 'before', ms: 5000 } : undefined,
    });
    await say(world, anna, 'agree');
    void world.type(anna, 'one');
    await world.time.pass(3000);
    // The phone still shows the first question.
    void world.type(anna, 'one, I said');
    await world.rest();
    expect(answers(world, anna)).toEqual([['q1', 'one']]);
    expect(offered(world, anna)).toEqual(['one, I said']);
  });
});

describe('the whole channel', () => {
  it('pauses for everybody while LINE limits the rate', async () => {
    const world = await startWorld({ people: 2, faultOf: faults('rateLimited') });
    void world.type(anna, 'agree');
    await world.time.pass(100);
    void world.type(ben, 'agree');
    await world.time.pass(500);
    expect(world.line.calls()).toBe(1);
    await world.rest();
    expect([linesTo(world, anna), linesTo(world, ben)]).toEqual([['e1 q1'], ['e2 q1']]);
  });

  it('pauses when the access token is refused, says so, and loses nothing that may still be sent', async () => {
    const world = await startWorld({
      faultOf: faults('none', 'none', 'none', ...Array<Fault>(30).fill('unauthorized')),
    });
    await say(world, anna, 'agree', 'one', 'two');
    void world.type(anna, 'three');
    await until(world, () => linesTo(world, anna).length === 4);
    expect(world.line.shown.at(-1)).toMatchObject({ way: 'push', messages: ['e4:outcome receipt 1 q1'] });
    expect(codes(world)).toContain('lineAccessTokenRefused');
    await world.rest();
  });
});

describe('after a crash', () => {
  const killed = (call: string, side: Fate['side'], time: number, planned: Fate['kind'] = 'kill') => {
    let seen = 0;
    return (process: number, at: string): Fate | undefined =>
      process === 0 && at === call && seen++ === time ? { kind: planned, side, ms: 30_000 } : undefined;
  };

  it('between commit and send the reply goes out once, from whoever took over, within ten seconds', async () => {
    const world = await startWorld({ processes: 2, fateAt: killed('line.reply', 'before', 0) });
    for (const person of world.people) void world.type(person, 'agree');
    await world.rest();
    expect(linesTo(world, anna)).toEqual(['e1 q1']);
    const shownAfter = Number(world.line.shown[0]?.at) - startsAt.getTime();
    expect(shownAfter).toBeGreaterThan(2000);
    expect(shownAfter).toBeLessThanOrEqual(10_000);
  });

  it('after the send the same token finds out that it arrived', async () => {
    const world = await startWorld({ processes: 2, fateAt: killed('line.reply', 'after', 0) });
    void world.type(anna, 'agree');
    await world.rest();
    expect(linesTo(world, anna)).toEqual(['e1 q1']);
    expect(codes(world)).toContain('unheardSend');
  });

  it('a process that was held up before the send wakes without doing harm', async () => {
    const world = await startWorld({ processes: 2, fateAt: killed('line.reply', 'before', 0, 'freeze') });
    void world.type(anna, 'agree');
    await world.time.pass(20_000);
    expect(linesTo(world, anna)).toEqual(['e1 q1']);
    await world.time.pass(40_000);
    expect(linesTo(world, anna)).toEqual(['e1 q1']);
    await world.rest();
  });
});
