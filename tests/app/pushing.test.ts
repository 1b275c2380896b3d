import { describe, expect, it } from 'vitest';
import type { Fault } from '../support/fakeLine.ts';
import { anna, ben, codes, linesTo, personOf, say, startWorld } from './chat.ts';
import type { World } from './world.ts';

const minute = 60_000;
const until = (world: World, holds: () => boolean) => world.time.until(holds, 26 * 60 * minute);

describe('a push', () => {
  /** Ben is told of Anna's submission: the fifth reply is hers, the notice comes before it. */
  const submit = async (world: World) => {
    await say(world, ben, 'agree');
    await say(world, anna, 'agree', 'one', 'two');
    void world.type(anna, 'three');
  };
  /** LINE with these faults, one for each push; after them, and for replies, it is well. */
  const pushFaults =
    (...planned: readonly Fault[]) =>
    () => {
      let pushes = 0;
      return (_call: number, way: 'reply' | 'push'): Fault =>
        way === 'push' ? (planned[pushes++] ?? 'none') : 'none';
    };

  it('is sent once, however often its answer is lost', async () => {
    const world = await startWorld({
      people: 2,
      faultOf: pushFaults('answerLost', 'serverError', 'answerLost')(),
    });
    await submit(world);
    await world.rest();
    expect(linesTo(world, ben)).toEqual(['e1 q1', 'e5:draftTakenOver:P1 told']);
    expect(world.counted.pushes).toBe(1);
  });

  it('makes no sound at night', async () => {
    const world = await startWorld({ people: 2, quiet: true });
    await submit(world);
    await world.rest();
    expect(world.line.shown.map(({ way, silent }) => `${way} ${silent}`)).toContain('push true');
    expect(world.line.shown.filter(({ way, silent }) => way === 'reply' && silent)).toEqual([]);
  });

  it('that the quota does not allow rides along with the next reply', async () => {
    const world = await startWorld({ people: 2, faultOf: pushFaults('quotaUsedUp')() });
    await submit(world);
    await world.rest();
    expect(linesTo(world, ben)).toEqual(['e1 q1']);
    expect(personOf(world, ben).waiting).toHaveLength(1);
    await say(world, ben, 'one');
    expect(linesTo(world, ben)).toEqual(['e1 q1', 'e6 q2 + e5:draftTakenOver:P1 told']);
    expect(personOf(world, ben).waiting).toEqual([]);
    expect(world.counted.kept).toBe(1);
  });

  it('that rode along with a reply that certainly was lost waits for the next one', async () => {
    const planned = pushFaults('quotaUsedUp')();
    let lost = false;
    const world = await startWorld({
      people: 2,
      faultOf: (call, way) => {
        const loses = lost;
        lost = false;
        return loses ? 'tokenGone' : planned(call, way);
      },
    });
    await submit(world);
    await world.rest();
    lost = true;
    await say(world, ben, 'one', 'again');
    expect(linesTo(world, ben)).toEqual(['e1 q1', 'e7 q2 + e5:draftTakenOver:P1 told']);
  });

  it('that rode along with a receipt that had to be pushed waits for the next reply', async () => {
    const planned = pushFaults('quotaUsedUp')();
    let lost = false;
    const world = await startWorld({
      people: 2,
      faultOf: (call, way) => {
        const loses = lost && way === 'reply';
        return loses ? 'tokenGone' : planned(call, way);
      },
    });
    await say(world, ben, 'agree', 'one', 'two');
    await say(world, anna, 'agree', 'one', 'two', 'three');
    lost = true;
    await say(world, ben, 'three');
    lost = false;
    await say(world, ben, 'four');
    expect(linesTo(world, ben).slice(-2)).toEqual([
      'e8:outcome receipt 2 q1',
      'e9 q2 + e7:draftTakenOver:P1 told',
    ]);
  });

  it('does not go to somebody who blocked the bot', async () => {
    const world = await startWorld({ people: 2 });
    await say(world, ben, 'agree', 'unfollow');
    await say(world, anna, 'agree', 'one', 'two', 'three');
    expect(linesTo(world, ben)).toEqual(['e1 q1']);
    expect(codes(world)).toContain('awaySend');
  });

  it('that LINE never takes is dead at last, and replies went on meanwhile', async () => {
    const pushLife = 20 * minute;
    const faultOf = (_call: number, way: 'reply' | 'push') => (way === 'push' ? 'serverError' : 'none');
    const world = await startWorld({ people: 2, faultOf, limits: { pushLife } });
    await submit(world);
    await world.time.pass(minute);
    void world.type(ben, 'one');
    await world.time.pass(minute);
    expect(linesTo(world, ben)).toEqual(['e1 q1', 'e6 q2']);
    await until(world, () => codes(world).includes('tooOldSend'));
    expect(world.time.clock.monotonic()).toBeGreaterThan(pushLife);
    expect(world.counted.dead).toBe(1);
    await world.rest();
  });
});
