import { expect, test } from 'vitest';
import { decided } from '../../src/app/decided.ts';
import { andThen, ask, type Turn } from '../../src/kernel/asking.ts';
import { type Readers, read } from '../../src/kernel/reads.ts';
import { createReaders } from '../support/effects.ts';
import { centerNamed, heldBy, inDistrict, officerOf, year } from '../support/flowWorld.ts';
import { storeOf } from '../support/storeOf.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const officer = officerOf('นาดี');
const areas = [inDistrict('นาดี')];
const readers = createReaders(
  await storeOf({ centers: [nong], cases: [heldBy(nong, officer.id, 'อรทัย')] }, officer),
);
const take = (turn: Turn, by: Readers = readers) => decided(turn, by, { person: officer, year });

test('a turn goes on with what it asked for, by its own names, and asks again for what that led to', async () => {
  const turn = ask(
    { all: read('centersIn', areas), open: read('assessmentsIn', areas, year) },
    ({ all, open }) =>
      ask({ answered: read('progressOf', open) }, ({ answered }) => ({
        person: { ...officer, name: `${all[0]?.name} ${[...answered.values()]}` },
      })),
  );
  expect((await take(turn)).person.name).toBe('ศจก.บ้านหนอง 6');
});

test('the reads of one question are read side by side', async () => {
  const begun: string[] = [];
  let second = () => {};
  const bothBegan = new Promise<void>((resolve) => {
    second = resolve;
  });
  const waiting: Readers = {
    ...readers,
    centersIn: async (...of) => {
      begun.push('centers');
      await bothBegan;
      return readers.centersIn(...of);
    },
    dueDates: async (...of) => {
      begun.push('dates');
      second();
      return readers.dueDates(...of);
    },
  };
  const wants = { centers: read('centersIn', areas), dates: read('dueDates') };
  await take(
    ask(wants, () => ({ person: officer })),
    waiting,
  );
  expect(begun).toEqual(['centers', 'dates']);
});

test('another function goes on with the decision, whether it was asked for or not', async () => {
  const named = (turn: Turn) => andThen(turn, ({ person }) => ({ person: { ...person, name: 'วิชัย' } }));
  const asks = ask({ dates: read('dueDates') }, () => ({ person: officer }));
  for (const turn of [asks, { person: officer }]) expect((await take(named(turn))).person.name).toBe('วิชัย');
});
