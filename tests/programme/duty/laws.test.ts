import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers } from '../../../src/programme/area/areas.ts';
import { confirmers } from '../../../src/programme/center/record.ts';
import type { Duty } from '../../../src/programme/duty/duty.ts';
import { dutiesOf, type Owing, waitsFor } from '../../../src/programme/duty/ofPerson.ts';
import type { Situation } from '../../../src/programme/duty/situation.ts';
import { seed } from '../../seed.ts';
import {
  assessment,
  centers,
  colleague,
  debt,
  everybody,
  ids,
  office,
  officer,
  owedIn,
  type Report,
  signers,
} from './office.ts';

const holder = fc.constantFrom(undefined, officer.id, colleague.id);
const stage = fc.oneof(
  holder.map((person) => ({ holder: person })),
  fc.constantFrom('nobody' as const, 'officer' as const, ...signers),
);
const form = fc.constantFrom('assessment' as const, 'debt1' as const, 'debt2' as const);
const report = fc
  .tuple(fc.constantFrom(...ids), form, stage)
  .map(([center, kind, at]) => (kind === 'assessment' ? assessment(center, at) : debt(center, kind, at)));
/** At most one report of a center and kind. */
const reports = fc.uniqueArray(report, { selector: ({ center, row }) => `${center}:${row.kind}` });

const situation: fc.Arbitrary<{ readonly reports: readonly Report[]; readonly given: Situation }> = fc
  .record({
    reports,
    confirmed: fc.array(fc.integer({ min: 0, max: confirmers.length }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ confirmed, reports }) => {
    const confirmedCenters = centers.map((one, no) => ({
      ...one,
      confirmations: one.confirmations.slice(0, confirmed[no]),
    }));
    return { reports, given: office({ reports, centers: confirmedCenters }) };
  });

const check = (law: (situation: Situation) => void) =>
  fc.assert(
    fc.property(situation, ({ given }) => law(given)),
    { seed },
  );

test('nobody owes anything outside the own area, or in a role that is not the own', () => {
  const seen = new Set<string>();
  check((present) => {
    for (const person of everybody) {
      for (const { about, step, kind } of dutiesOf(person, owedIn(present))) {
        const own = person.bindings.filter(({ role }) => step.roles.includes(role));
        expect(own.some(({ scope }) => covers(scope, about))).toBe(true);
        seen.add(`${person.id} ${kind}`);
      }
    }
  });
  expect(seen.size).toBeGreaterThan(12);
});

test('a report waits for one step, and for nobody or for people of one level', () => {
  const levels: { readonly [role: string]: string } = {
    officer: 'officer',
    chair: 'chair',
    districtHead: 'head',
  };
  check((present) => {
    const duties = owedIn(present);
    expect(new Set(duties.map(({ key }) => key)).size).toBe(duties.length);
    for (const duty of duties) {
      const roles = everybody
        .filter((person) => waitsFor(person, duty))
        .flatMap(({ bindings }) => bindings.map(({ role }) => levels[role] ?? 'province'));
      expect(new Set(roles).size).toBeLessThanOrEqual(1);
    }
  });
});

const keys = (duties: readonly Duty[]) => duties.map(({ key }) => key);

/** A situation in which this center's assessment and debt reports are submitted, and nobody certifies them. */
const submitted = (
  { centers }: Situation,
  reports: readonly Report[],
  center: (typeof ids)[number],
): Situation =>
  office({
    centers,
    reports: [
      ...reports.filter((one) => one.center !== center),
      assessment(center),
      debt(center, 'debt1'),
      debt(center, 'debt2'),
    ],
  });

test('a submission only ever takes duties away, and leaves its officer none of it', () => {
  let taken = 0;
  fc.assert(
    fc.property(situation, fc.constantFrom(...ids), ({ reports, given: present }, center) => {
      const then = submitted(present, reports, center);
      for (const person of everybody) {
        const before = keys(dutiesOf(person, owedIn(present)));
        const after = keys(dutiesOf(person, owedIn(then)));
        expect(before).toEqual(expect.arrayContaining(after));
        expect(after.filter((key) => key.startsWith(center) && !key.includes('registry'))).toEqual([]);
        taken += before.length - after.length;
      }
    }),
    { seed },
  );
  expect(taken).toBeGreaterThan(100);
});

/** Broken copies of who owes what, which the laws have to notice. */
const wrongly: { readonly [what: string]: (person: Owing, duty: Duty) => boolean } = {
  'forgets the area': ({ bindings }, { step }) => bindings.some(({ role }) => step.roles.includes(role)),
  'forgets the role': ({ bindings }, { step }) => bindings.some(({ scope }) => covers(scope, step.scope)),
};

test.each(Object.entries(wrongly))('that a copy %s is noticed', (_, waits) => {
  expect(() =>
    check((present) => {
      for (const person of everybody) {
        for (const duty of owedIn(present).filter((one) => waits(person, one))) {
          const own = person.bindings.filter(({ role }) => duty.step.roles.includes(role));
          expect(own.some(({ scope }) => covers(scope, duty.about))).toBe(true);
        }
      }
    }),
  ).toThrow();
});
