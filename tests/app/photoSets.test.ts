import { describe, expect, it } from 'vitest';
import type { PhotoSetOf, Prepare, TakeTurn } from '../../src/app/ports.ts';
import type { EventId } from '../../src/engine/ids.ts';
import { said } from '../../src/kernel/reply.ts';
import type { FileId } from '../../src/programme/ids.ts';
import { anna, codes, handled, linesTo, say, startWorld } from './chat.ts';
import { createToyTurn, toyPrepare } from './toy.ts';
import type { World } from './world.ts';

/** `photo 3 a`: one of three that were sent together; `photo 3 a spoilt` cannot be stored. */
const photoSet: PhotoSetOf = ({ body }) => {
  const [, total] = /^photo (\d)/.exec((body as { text?: string }).text ?? '') ?? [];
  return total === undefined ? undefined : { id: 'S1', total: Number(total) };
};
const prepare: Prepare = async (row) => {
  const event = await toyPrepare(row);
  if (event?.kind !== 'text' || !event.text.startsWith('photo')) return event;
  const { text, ...head } = event;
  if (text.endsWith('spoilt')) return { ...head, kind: 'unusableFile', why: 'damaged' };
  return { ...head, kind: 'file', media: 'photo', file: text.slice(-1) as FileId };
};
const toy = createToyTurn();
const turn: TakeTurn = async (event, person) => {
  if (event.kind !== 'file' || event.media !== 'photo') return toy(event, person);
  const { file, more = [], unusable = 0 } = event;
  const text = [event.id, [file, ...more].join(''), `${unusable} unusable`].map(said);
  return { person, reply: { messages: [{ kind: 'text', text }] } };
};

const start = async () => {
  const world = await startWorld({ photoSet, prepare, turn });
  await say(world, anna, 'agree');
  return world;
};
const sends = (world: World, text: string) => void world.type(anna, text, { id: text as EventId });
const answers = (world: World) => linesTo(world, anna).filter((line) => line.startsWith('photo'));

describe('photos that were sent together', () => {
  it('are one answer, in the order in which they were sent', async () => {
    const world = await start();
    const at = new Date(world.time.clock.now().getTime() - 5);
    void world.type(anna, 'photo 3 b', { id: 'photo 3 b' as EventId });
    void world.type(anna, 'photo 3 c', { id: 'photo 3 c' as EventId });
    void world.type(anna, 'photo 3 a', { id: 'photo 3 a' as EventId, at });
    await world.rest();
    expect(answers(world)).toEqual(['photo 3 a abc 0 unusable']);
    expect(handled(world, anna)).toEqual(expect.arrayContaining(['photo 3 a', 'photo 3 b', 'photo 3 c']));
  });

  it('wait five seconds for the last of them, each time that one came, and are then what came', async () => {
    const world = await start();
    sends(world, 'photo 4 a');
    await world.time.pass(4000);
    sends(world, 'photo 4 b');
    await world.time.pass(4000);
    expect(answers(world)).toEqual([]);
    sends(world, 'photo 4 c');
    await world.time.pass(4900);
    expect(answers(world)).toEqual([]);
    await world.rest();
    expect(answers(world)).toEqual(['photo 4 a abc 0 unusable']);
  });

  it('tell how many could not be stored', async () => {
    const world = await start();
    for (const text of ['photo 3 a', 'photo 3 b spoilt', 'photo 3 c']) sends(world, text);
    await world.rest();
    expect(answers(world)).toEqual(['photo 3 a ac 1 unusable']);
  });

  it('are answered before what was typed behind them', async () => {
    const world = await start();
    sends(world, 'photo 2 a');
    sends(world, 'typed');
    await world.rest();
    expect(linesTo(world, anna).slice(1)).toEqual(['photo 2 a a 0 unusable', 'typed q2']);
    expect(codes(world)).not.toContain('eventFailed');
  });
});
