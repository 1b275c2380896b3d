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
  neighbour,
  office,
  officer,
  owedIn,
  provinceHead,
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

  test('whoever has to certify is told as the one who owes, and superiors above only', () => {
    const situation = one({ reports: [assessment(first, 'districtHead')] });
    expect(told(officer, '2022-08-15', situation)).toEqual([]);
    expect(told(head, '2022-08-15', situation)).toEqual(['owing 6']);
    expect(told(academic, '2022-08-15', situation)).toEqual(['province 4']);
    const chairs = one({ reports: [assessment(first, 'chair')] });
    expect(told(chair, '2022-08-11', chairs)).toEqual(['owing 2']);
    expect(told(head, '2022-08-11', chairs)).toEqual(['districtHead 2']);
  });

  test('who owes it in one role and oversees it in another is told once, as the one who owes', () => {
    const both = { id: officer.id, bindings: [...head.bindings, ...officer.bindings, ...academic.bindings] };
    expect(told(both, '2022-08-15')).toEqual(['owing 6']);
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
