import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inbox, InboxRow } from '../../../src/app/ports.ts';
import { at, later, personId, row } from './samples.ts';
import type { OpenWorld, World } from './world.ts';

const idsOf = (rows: readonly InboxRow[]) => rows.map(({ id }) => id);

export function inboxContract(open: OpenWorld): void {
  let world: World;
  let inbox: Inbox;
  beforeAll(async () => {
    world = await open();
    inbox = world.store('a').inbox;
  });
  afterAll(() => world.close());

  const finish = (id: string, forget = false) => inbox.finish([{ id: row(id, personId(0)).id, forget }]);
  /** Each test has a partition of its own. */
  let partition = 0;
  const pending = (limit = 100, before = later(3600)) => inbox.pending([partition], before, limit);
  const here = (id: string, person: number, changes = {}) =>
    row(id, personId(person), { partition, ...changes });

  describe('an event in the inbox', () => {
    beforeAll(() => world.setClock(at));

    test('is pending, as it came, until it is finished', async () => {
      partition = 1;
      const event = here('a1', 1, { body: { text: 'x', $where: ['sleep'], nested: { 'a.b': null } } });
      expect(await inbox.insert([event])).toEqual([event.id]);
      expect(await pending()).toEqual([{ ...event, tries: 0 }]);
      expect(await inbox.pendingOf(personId(1))).toEqual([{ ...event, tries: 0 }]);
      await finish('a1');
      expect(await pending()).toEqual([]);
      expect(await inbox.pendingOf(personId(1))).toEqual([]);
    });

    test('that is delivered three times at once is one event', async () => {
      partition = 2;
      const other = world.store('b').inbox;
      const deliveries = [inbox, other, inbox].map((each, n) => each.insert([here('b1', 2, { body: n })]));
      expect((await Promise.all(deliveries)).flat()).toEqual(['b1']);
      expect(idsOf(await pending())).toEqual(['b1']);
    });

    test('is known by how it stands', async () => {
      partition = 20;
      await inbox.insert(['s1', 's2', 's3'].map((id) => here(id, 20)));
      await finish('s2', true);
      await inbox.failed(here('s3', 20).id, 'bug', true, at);
      const ids = ['s1', 's2', 's3', 's4'].map((id) => here(id, 20).id);
      const states = await inbox.states(ids);
      expect(ids.map((id) => states.get(id))).toEqual(['pending', 'finished', 'quarantined', undefined]);
    });

    test('that is known does not keep the rest of its batch out', async () => {
      partition = 3;
      await inbox.insert([here('c1', 3)]);
      const batch = ['c1', 'c2', 'c3', 'c3', 'c4'].map((id, place) => here(id, 3, { place }));
      expect(await inbox.insert(batch)).toEqual(['c2', 'c3', 'c4']);
      expect(idsOf(await pending())).toEqual(['c1', 'c2', 'c3', 'c4']);
      expect(await inbox.insert([])).toEqual([]);
    });

    test('that is finished stays so when it is delivered again', async () => {
      partition = 4;
      await inbox.insert([here('d1', 4)]);
      await finish('d1');
      await finish('d1', true);
      expect(await inbox.insert([here('d1', 4)])).toEqual([]);
      expect(await pending()).toEqual([]);
    });

    test('comes in the order of its time, then its place in the body, then its arrival', async () => {
      partition = 5;
      await inbox.insert([
        here('e4', 5, { at: later(2), place: 0 }),
        here('e3', 5, { at: later(1), place: 1, receivedAt: later(9) }),
        here('e2', 5, { at: later(1), place: 1, receivedAt: later(8) }),
        here('e1', 5, { at: later(1), place: 0, receivedAt: later(10) }),
        here('e0', 6, { at, place: 7 }),
      ]);
      expect(idsOf(await pending())).toEqual(['e0', 'e1', 'e2', 'e3', 'e4']);
      expect(idsOf(await inbox.pendingOf(personId(5)))).toEqual(['e1', 'e2', 'e3', 'e4']);
      expect(idsOf(await pending(2))).toEqual(['e0', 'e1']);
      expect(idsOf(await pending(9, later(9)))).toEqual(['e0', 'e2', 'e4']);
    });

    test('is seen in its own partition only', async () => {
      partition = 6;
      await inbox.insert([here('f1', 7), row('f2', personId(8), { partition: 7 })]);
      expect(idsOf(await pending())).toEqual(['f1']);
      expect(idsOf(await inbox.pending([6, 7, 8], later(1), 10))).toEqual(['f1', 'f2']);
      expect(await inbox.pending([], later(1), 10)).toEqual([]);
    });

    test('that waits for another try holds up what the same person did later, and nobody else', async () => {
      partition = 9;
      await inbox.insert([here('g1', 9), here('g2', 9, { at: later(1) }), here('g3', 10)]);
      await inbox.failed(here('g1', 9).id, 'LINE_AWAY', false, later(30));
      expect(idsOf(await pending())).toEqual(['g3']);
      expect(idsOf(await inbox.pendingOf(personId(9)))).toEqual([]);
      world.setClock(later(30));
      expect((await pending()).map(({ id, tries }) => [id, tries])).toEqual([
        ['g1', 1],
        ['g3', 0],
        ['g2', 0],
      ]);
      expect(idsOf(await inbox.pendingOf(personId(9)))).toEqual(['g1', 'g2']);
    });

    test('that fails for good is put aside, and later ones go on', async () => {
      partition = 10;
      await inbox.insert([here('h1', 11), here('h2', 11, { at: later(1) })]);
      await inbox.failed(here('h1', 11).id, 'BUG', true, later(9999));
      expect(idsOf(await pending())).toEqual(['h2']);
      expect(idsOf(await inbox.pendingOf(personId(11)))).toEqual(['h2']);
    });

    test('of a person who is erased waits on, while all that was handled is over', async () => {
      partition = 21;
      await inbox.insert(['k1', 'k2', 'k3'].map((id) => here(id, 21)));
      await inbox.insert([here('k4', 22)]);
      await finish('k1');
      await inbox.forget(personId(21), [here('k2', 21).id]);
      const states = await inbox.states(['k1', 'k2', 'k3', 'k4'].map((id) => here(id, 21).id));
      expect([...states.values()]).toEqual(['finished', 'finished', 'pending', 'pending']);
      expect(idsOf(await pending())).toEqual(['k3', 'k4']);
    });

    test('that was finished meanwhile does not fail any more', async () => {
      partition = 11;
      await inbox.insert([here('i1', 12)]);
      await finish('i1');
      await inbox.failed(here('i1', 12).id, 'LATE', false, at);
      expect(await pending()).toEqual([]);
    });
  });

  describe('a watch of the inbox', () => {
    test('tells of what other processes insert, and of nothing else', async () => {
      partition = 12;
      const [watcher, other] = [world.store('watcher').inbox, world.store('other').inbox];
      const told: InboxRow[] = [];
      let tell = () => {};
      const twoTold = new Promise<void>((resolve) => {
        tell = () => void (told.length === 2 && resolve());
      });
      const stop = await watcher.watch(
        (event) => {
          told.push(event);
          tell();
        },
        (error) => expect.unreachable(String(error)),
      );
      await watcher.insert([here('w1', 13)]);
      await other.insert([here('w2', 13)]);
      await other.finish([{ id: here('w2', 13).id, forget: false }]);
      await watcher.insert([here('w3', 13)]);
      await other.insert([here('w3', 13), here('w4', 13)]);
      await twoTold;
      expect(told).toEqual([
        { ...here('w2', 13), tries: 0 },
        { ...here('w4', 13), tries: 0 },
      ]);
      await stop();
    });

    test('is silent once it was stopped', async () => {
      const told: string[] = [];
      const stop = await world.store('watcher').inbox.watch(
        ({ id }) => told.push(id),
        () => told.push('broken'),
      );
      const { seen, stop: stopOther } = await nextOf(world.store('other watcher').inbox);
      await stop();
      await world.store('other').inbox.insert([here('x1', 14)]);
      expect((await seen).id).toBe('x1');
      await stopOther();
      expect(told).toEqual([]);
    });
  });
}

/** The next event that a watch tells of. */
async function nextOf(inbox: Inbox) {
  let resolve: (row: InboxRow) => void = () => {};
  const seen = new Promise<InboxRow>((told) => {
    resolve = told;
  });
  return { seen, stop: await inbox.watch(resolve, () => {}) };
}
