import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers } from '../../../src/programme/area/areas.ts';
import { confirmers } from '../../../src/programme/center/record.ts';
import type { Duty } from '../../../src/programme/duty/duty.ts';
import { dutiesOf, type Owing, waitsFor } from '../../../src/programme/duty/ofPerson.ts';
import { owedIn } from '../../../src/programme/duty/owed.ts';
import type {
  AssessmentState,
  DebtState,
  Situation,
  WaitsFor,
} from '../../../src/programme/duty/situation.ts';
import { seed } from '../../seed.ts';
import { assessment, centers, colleague, debt, everybody, ids, office, officer } from './office.ts';

const holder = fc.constantFrom(undefined, officer.id, colleague.id);
const stage: fc.Arbitrary<{ readonly revisions: readonly unknown[]; readonly waitsFor?: WaitsFor }> =
  fc.oneof(
    fc.constant({ revisions: [] }),
    fc.constant({ revisions: [{}] }),
    fc
      .constantFrom<WaitsFor>('officer', 'chair', 'districtHead', 'provinceHead')
      .map((waits) => ({ revisions: [{}], waitsFor: waits })),
  );
const assessments = reportsOf(fc.tuple(fc.constantFrom(...ids), stage, holder), ([center, state, person]) =>
  assessment(center, { ...state, ...(person ? { holder: { person } } : {}) }),
);
const debts = reportsOf(
  fc.tuple(fc.constantFrom(...ids), stage, fc.constantFrom<DebtState['form']>('debt1', 'debt2')),
  ([center, state, form]) => debt(center, form, state),
);

/** At most one report of a center and form. */
function reportsOf<T, R extends { readonly center: string; readonly form?: string }>(
  arbitrary: fc.Arbitrary<T>,
  make: (value: T) => R,
): fc.Arbitrary<readonly R[]> {
  return fc.uniqueArray(arbitrary.map(make), { selector: ({ center, form }) => `${center}:${form}` });
}

const situation: fc.Arbitrary<Situation> = fc
  .record({
    assessments,
    debtReports: debts,
    confirmed: fc.array(fc.integer({ min: 0, max: confirmers.length }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ confirmed, ...reports }) =>
    office({
      ...reports,
      centers: centers.map((one, no) => ({
        ...one,
        confirmations: one.confirmations.slice(0, confirmed[no]),
      })),
    }),
  );

const check = (law: (situation: Situation) => void) => fc.assert(fc.property(situation, law), { seed });

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
const withoutCenter = <R extends { readonly center: string }>(
  all: readonly R[],
  ...gone: readonly string[]
) => all.filter(({ center }) => !gone.includes(center));

/** A situation in which this center's assessment and debt reports are submitted, and nobody certifies them. */
function submitted(present: Situation, center: AssessmentState['center']): Situation {
  return {
    ...present,
    assessments: [...withoutCenter(present.assessments, center), assessment(center)],
    debtReports: [
      ...withoutCenter(present.debtReports, center),
      debt(center, 'debt1'),
      debt(center, 'debt2'),
    ],
  };
}

test('a submission only ever takes duties away, and leaves its officer none of it', () => {
  let taken = 0;
  fc.assert(
    fc.property(situation, fc.constantFrom(...ids), (present, center) => {
      const then = submitted(present, center);
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
