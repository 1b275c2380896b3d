import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonRecord, Persons } from '../../../src/kernel/store.ts';
import { seed } from '../../seed.ts';
import {
  at,
  binding,
  center,
  district,
  draft,
  effect,
  eventId,
  later,
  nation,
  outgoing,
  person,
  personId,
  province,
  record,
  scopeOf,
  withDrafts,
} from './samples.ts';
import type { OpenWorld, World } from './world.ts';

export function personsContract(open: OpenWorld): void {
  let world: World;
  let persons: Persons;
  beforeAll(async () => {
    world = await open();
    persons = world.store('a').persons;
  });
  afterAll(() => world.close());

  const create = (record: PersonRecord) => persons.commit([{ record, expected: 0 }]);
  const read = async (n: number) => (await persons.read([personId(n)]))[0];
  const next = (before: PersonRecord, changes: Partial<PersonRecord>) => ({
    record: { ...before, rev: before.rev + 1, ...changes },
    expected: before.rev,
    before,
  });

  describe('a person', () => {
    test('who is not known is not read', async () => {
      expect(await persons.read([personId(99), personId(98)])).toEqual([]);
      expect(await persons.read([])).toEqual([]);
      expect(await persons.commit([])).toEqual([]);
    });

    test('is read as committed', async () => {
      const whole = record(
        person(1, {
          bindings: [binding('officer', district('วาริชภูมิ', 'สกลนคร'))],
          drafts: withDrafts(draft('d1', [3, 2]), draft('d.2$%', [1])),
          lockedUntil: later(60),
          open: { kind: 'prompt', flow: 'people', act: 'name', data: { 'a.b': '$c' } },
          waiting: [{ id: 'w', gone: 0, kind: 'receipt', reply: { messages: [] } }],
        }),
        1,
        { handled: [eventId('e1')], outbox: [outgoing('e1', at)], pending: [effect('e1', at)] },
      );
      expect(await create(whole)).toEqual(['committed']);
      expect(await persons.read([personId(1), personId(97)])).toEqual([whole]);
    });

    test('who was begun by another process is not begun again', async () => {
      const first = record(person(2), 1);
      expect(await create(first)).toEqual(['committed']);
      expect(await create(record(person(2, { name: 'second' }), 1))).toEqual(['lost']);
      expect(await read(2)).toEqual(first);
    });

    test('is committed by exactly one of a hundred who try at once, each time', async () => {
      await create(record(person(3), 1));
      for (let rev = 1; rev <= 3; rev += 1) {
        const before = await read(3);
        if (!before) return expect.unreachable();
        const tries = Array.from({ length: 100 }, (_, n) =>
          persons.commit([next(before, { handled: [eventId(`${rev}-${n}`)] })]),
        );
        const results = (await Promise.all(tries)).flat();
        expect(results.filter((result) => result === 'committed')).toHaveLength(1);
        const winner = results.indexOf('committed');
        expect(await read(3)).toMatchObject({ rev: rev + 1, handled: [`${rev}-${winner}`] });
      }
    });

    test('who lost a race does not keep the others of the batch back', async () => {
      const numbers = Array.from({ length: 20 }, (_, n) => 100 + n);
      await persons.commit(numbers.map((n) => ({ record: record(person(n), 1), expected: 0 })));
      const before = await persons.read(numbers.map(personId));
      const overtaken = before.filter((_, n) => n % 3 === 0);
      await persons.commit(overtaken.map((each) => next(each, { handled: [eventId('first')] })));
      const results = await persons.commit(
        before.map((each) => next(each, { handled: [eventId('second')] })),
      );
      expect(results).toEqual(before.map((_, n) => (n % 3 === 0 ? 'lost' : 'committed')));
      const after = await persons.read(before.map((each) => each.person.id));
      const byId = (records: readonly PersonRecord[], told: (record: PersonRecord, n: number) => unknown) =>
        Object.fromEntries(records.map((each, n) => [each.person.id, told(each, n)]));
      expect(byId(after, ({ handled }) => handled[0])).toEqual(
        byId(before, (_, n) => (n % 3 === 0 ? 'first' : 'second')),
      );
    });

    test('is whole after any run of commits, whether these know the record before or not', async () => {
      const drafts = fc.uniqueArray(
        fc.record({ id: fc.constantFrom('d1', 'd2', 'd.3'), answers: fc.array(fc.nat(3), { maxLength: 3 }) }),
        { selector: ({ id }) => id },
      );
      const step = fc.record(
        {
          drafts,
          name: fc.constantFrom('x', 'y'),
          handled: fc.array(fc.constantFrom('e1', 'e2').map(eventId)),
          outbox: fc.array(
            fc.nat(9).map((n) => outgoing(`o${n}`, later(n))),
            { maxLength: 1 },
          ),
          pending: fc.array(
            fc.nat(9).map((n) => effect(`p${n}`, later(n))),
            { maxLength: 1 },
          ),
          forgetful: fc.boolean(),
        },
        { requiredKeys: ['forgetful'] },
      );
      let who = 1000;
      let draftsGone = 0;
      let settled = 0;
      const run = fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        who += 1;
        let present = record(person(who), 1);
        await create(present);
        for (const { forgetful, drafts, name, ...rest } of steps) {
          const self = { ...present.person, ...(name && { name }) };
          const kept = drafts
            ? withDrafts(...drafts.map(({ id, answers }) => draft(id, answers)))
            : self.drafts;
          draftsGone += Object.keys(self.drafts).some((id) => !(id in kept)) ? 1 : 0;
          const { before, ...write } = next(present, { ...rest, person: { ...self, drafts: kept } });
          expect(await persons.commit([forgetful ? write : { ...write, before }])).toEqual(['committed']);
          const owed = ({ outbox, pending }: PersonRecord) => outbox.length + pending.length;
          settled += owed(present) > 0 && owed(write.record) === 0 ? 1 : 0;
          present = write.record;
          expect(await read(who)).toEqual(present);
          const unsettled = await persons.unsettled([who % 64], later(100));
          expect(unsettled.includes(personId(who))).toBe(owed(present) > 0);
        }
      });
      await fc.assert(run, { seed, numRuns: 60 });
      expect(Math.min(draftsGone, settled)).toBeGreaterThan(10);
    });
  });

  describe('people', () => {
    test('with something unsettled are found by its age, in their own partition', async () => {
      // Their partitions are 16 to 18 of 64.
      const [oldest, newest, settled] = [208, 209, 210];
      const mine = [oldest, newest, settled].map(personId);
      const unsettled = async (...asked: Parameters<Persons['unsettled']>) =>
        (await persons.unsettled(...asked)).filter((id) => mine.includes(id));
      await create(
        record(person(oldest), 1, { outbox: [outgoing('o', later(50)), outgoing('p', later(10))] }),
      );
      await create(record(person(newest), 1, { pending: [effect('e', later(20))] }));
      await create(record(person(settled), 1));
      expect(await unsettled([16, 17, 18], later(10))).toEqual([]);
      expect(await unsettled([16, 17, 18], later(11))).toEqual([personId(oldest)]);
      expect(await unsettled([17, 18], later(60))).toEqual([personId(newest)]);
      const before = await read(oldest);
      if (!before) return expect.unreachable();
      await persons.commit([next(before, { outbox: [] })]);
      expect(await unsettled([16, 17, 18], later(60))).toEqual([personId(newest)]);
    });

    test('are found by the roles that they hold in an area now', async () => {
      const [here, there] = [district('วาริชภูมิ', 'สกลนคร'), district('พังโคน', 'สกลนคร')];
      const bindings = [
        [301, binding('officer', here), binding('districtHead', there)],
        [302, binding('officer', there)],
        [303, binding('chair', scopeOf(center(1)))],
        [304, binding('province', province('สกลนคร'))],
        [305, binding('department', nation)],
        // A district of the same name in another province.
        [306, binding('officer', district('พังโคน', 'นครพนม'))],
      ] as const;
      for (const [n, ...held] of bindings) await create(record(person(n, { bindings: held }), 1));
      const holding = async (...[roles, where]: Parameters<Persons['holding']>) =>
        (await persons.holding(roles, where))
          .map((id) => Number(id.slice(1)))
          .filter((n) => n > 300 && n < 310);
      expect(await holding(['officer'], here)).toEqual([301]);
      expect(await holding(['officer'], there)).toEqual([302]);
      expect(await holding(['officer', 'districtHead'], there)).toEqual([301, 302]);
      expect(await holding(['chair'], scopeOf(center(1)))).toEqual([303]);
      expect(await holding(['chair'], scopeOf(center(2)))).toEqual([]);
      expect(await holding(['chair', 'officer', 'province'], province('สกลนคร'))).toEqual([
        301, 302, 303, 304,
      ]);
      expect(await holding(['department'], nation)).toEqual([305]);
      expect(await holding([], nation)).toEqual([]);
      const before = await read(302);
      if (!before) return expect.unreachable();
      expect(await persons.areasOf('officer', province('สกลนคร'))).toEqual([there, here]);
      expect(await persons.areasOf('districtHead', here)).toEqual([]);
      const officers = async () =>
        (await persons.holders('officer', province('สกลนคร')))
          .map(({ person: id, scope, away }) => [Number(id.slice(1)), scope, away] as const)
          .filter(([n]) => n > 300 && n < 310);
      expect(await officers()).toEqual([
        [301, here, false],
        [302, there, false],
      ]);
      expect(await persons.holders('districtHead', here)).toEqual([]);
      const gone = next(before, { person: { ...before.person, away: true } });
      await persons.commit([gone]);
      expect(await persons.areasOf('officer', province('สกลนคร'))).toEqual([there, here]);
      expect(await officers()).toEqual([
        [301, here, false],
        [302, there, true],
      ]);
      const back = next(gone.record, { person: { ...gone.record.person, away: false } });
      await persons.commit([{ ...back, before: gone.record }]);
      expect(await officers()).toContainEqual([302, there, false]);
      await persons.commit([next(back.record, { person: { ...before.person, bindings: [] } })]);
      expect(await persons.areasOf('officer', province('สกลนคร'))).toEqual([here]);
      expect(await holding(['officer'], there)).toEqual([]);
    });

    test('show how far their drafts are, and nothing of drafts that are gone', async () => {
      const drafts = withDrafts(draft('p1', [1, 2, 3]), draft('p2'));
      await create(record(person(401, { drafts }), 1));
      const asked = ['p1', 'p2', 'p3'].map((id) => ({ person: personId(401), draft: id }));
      const all = [...asked, { person: personId(402), draft: 'p1' }];
      expect(await persons.progress(all)).toEqual(
        new Map([
          ['p1', 3],
          ['p2', 0],
        ]),
      );
      const before = await read(401);
      if (!before) return expect.unreachable();
      const further = withDrafts(draft('p2', [1]));
      await persons.commit([next(before, { person: { ...before.person, drafts: further } })]);
      expect(await persons.progress(all)).toEqual(new Map([['p2', 1]]));
      expect(await persons.progress([])).toEqual(new Map());
    });
  });
}
