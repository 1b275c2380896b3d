import { describe, expect, test } from 'vitest';
import { callsAt, callsFor } from '../../../src/programme/duty/calls.ts';
import type { Owing } from '../../../src/programme/duty/ofPerson.ts';
import type { Situation } from '../../../src/programme/duty/situation.ts';
import { at } from '../calendar/days.ts';
import {
  academic,
  assessment,
  centers,
  chair,
  department,
  everybody,
  first,
  head,
  heldSeats,
  neighbour,
  office,
  officer,
  owedIn,
  provinceHead,
  second,
} from './office.ts';

/** One center, of which only the assessment is looked at. */
const one = (more: Parameters<typeof office>[0] = {}): Situation =>
  office({ centers: centers.slice(0, 1), ...more });

const told = (person: Owing, date: string, situation: Situation = one()) =>
  callsFor(person, callsAt(owedIn(situation), at(date)))
    .filter(({ duty }) => duty.kind === 'assessment')
    .map(({ audience, offset }) => `${audience} ${offset}`);

describe('of an assessment due on 9 August', () => {
  test('the officer is told before, on the day and daily afterwards', () => {
    const dates = ['2022-08-08', '2022-08-09', '2022-08-10', '2022-08-15', '2022-08-17'];
    expect(dates.map((date) => told(officer, date))).toEqual([
      ['owing -1'],
      ['owing 0'],
      ['owing 1'],
      ['owing 6'],
      [],
    ]);
  });

  test('the district head is told from day 2 and the province on day 4, each within the own area', () => {
    expect(told(head, '2022-08-10')).toEqual([]);
    expect(told(head, '2022-08-11')).toEqual(['districtHead 2']);
    expect(told(academic, '2022-08-11')).toEqual([]);
    expect(told(academic, '2022-08-15')).toEqual(['province 4']);
    expect(told(provinceHead, '2022-08-15')).toEqual(['province 4']);
    expect([neighbour, chair, department].map((person) => told(person, '2022-08-15'))).toEqual([[], [], []]);
  });

  test('nobody is told once it is submitted', () => {
    const situation = one({ reports: [assessment(first)] });
    const dates = ['2022-08-09', '2022-08-11', '2022-08-15'];
    expect(dates.flatMap((date) => everybody.flatMap((person) => told(person, date, situation)))).toEqual([]);
  });

  test('who owes it in one role and oversees it in another is told once, as the one who owes', () => {
    const both = { id: officer.id, bindings: [...head.bindings, ...officer.bindings, ...academic.bindings] };
    expect(told(both, '2022-08-15')).toEqual(['owing 6']);
  });
});

describe('of a step that waits since 1 August, and so is due on the 4th', () => {
  const dates = ['2022-08-02', '2022-08-04', '2022-08-05', '2022-08-08', '2022-08-11'];
  const all = (person: Owing, situation: Situation) =>
    Object.fromEntries(
      dates.flatMap((date) => {
        const said = told(person, date, situation);
        return said.length > 0 ? [[date, said]] : [];
      }),
    );
  const signing = {
    '2022-08-04': ['owing 0'],
    '2022-08-05': ['owing 1'],
    '2022-08-08': ['owing 4'],
    '2022-08-11': ['owing 7'],
  };

  test('whoever signs is told on the day and daily after it, the level above once, nobody else', () => {
    const chairs = one({ reports: [assessment(first, 'chair')] });
    expect(all(chair, chairs)).toEqual(signing);
    expect(all(head, chairs)).toEqual({ '2022-08-05': ['districtHead 1'] });
    const heads = one({ reports: [assessment(first, 'districtHead')] });
    expect(all(head, heads)).toEqual(signing);
    expect(all(academic, heads)).toEqual({ '2022-08-05': ['province 1'] });
    expect(all(provinceHead, heads)).toEqual({ '2022-08-05': ['province 1'] });
    for (const [situation, people] of [
      [chairs, [officer, academic, provinceHead, neighbour, department]],
      [heads, [officer, chair, neighbour, department]],
    ] as const)
      expect(people.map((person) => all(person, situation))).toEqual(people.map(() => ({})));
  });

  test('a vacant seat is told to the level above from the next working day on', () => {
    const without = (seat: string) =>
      one({
        reports: [assessment(first, 'chair')],
        holders: heldSeats((one) => one.startsWith(seat)),
      });
    expect(all(head, without('chair:'))).toEqual({ '2022-08-02': ['owing -2'], ...signing });
    expect(all(chair, without('chair:'))).toEqual({});
    // Whoever has to name somebody is overdue after the same day.
    expect(all(academic, without('chair:'))).toEqual({ '2022-08-05': ['province 1'] });
  });

  test('of a whole round a province head is told once, since the first of its reports', () => {
    const later = { ...assessment(second, 'provinceHead').row, since: at('2022-08-03') };
    const situation = office({
      reports: [{ center: second, row: later }, assessment(first, 'provinceHead')],
    });
    const calls = callsAt(owedIn(situation), at('2022-08-05'));
    const own = callsFor(provinceHead, calls).filter(({ duty }) => duty.kind === 'round1');
    expect(own.map(({ offset, duty }) => [offset, duty.state.reports])).toEqual([[1, 2]]);
    expect(callsFor(head, calls).filter(({ duty }) => duty.kind === 'round1')).toEqual([]);
  });
});

test('what waits for the province is nothing that its districts are told of', () => {
  const situation = one({
    centers: centers.slice(0, 1).map((each) => ({ ...each, confirmations: each.confirmations.slice(0, 2) })),
  });
  const calls = callsAt(owedIn(situation), at('2022-01-04')).filter(({ duty }) => duty.kind === 'registry');
  const kinds = (person: Owing) => callsFor(person, calls).map(({ audience }) => audience);
  expect([kinds(officer), kinds(head), kinds(academic)]).toEqual([[], [], ['owing']]);
});

test('a duty without a date is never spoken of', () => {
  const situation = one({ rules: [] });
  expect(callsAt(owedIn(situation), at('2022-08-09'))).toEqual([]);
});
