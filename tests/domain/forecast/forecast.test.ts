import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar/calendar.ts';
import { forecast } from '../../../src/domain/forecast/forecast.ts';
import { shortestListToRemind } from '../../../src/domain/forecast/remind.ts';
import { courseOf, type OwedReport, type ReportRound } from '../../../src/domain/forecast/round.ts';
import { binomial, middleOf, mixedBinomial } from '../../../src/domain/forecast/spread.ts';
import type { IsoDate, PersonId } from '../../../src/domain/ids.ts';
import { isWithin } from '../../support/effort.ts';
import { isWorkingDay, playRound } from './simulatedRounds.ts';

const date = (text: string) => text as IsoDate;
/** A Monday to a Tuesday. */
const opened = date('2022-05-30');
const due = date('2022-08-09');

const report = (center: string, rest: Partial<OwedReport> = {}): OwedReport => ({
  center,
  answered: 0,
  officer: { id: `P-${center}` as PersonId, name: center },
  ...rest,
});
const round = (today: string, reports: readonly OwedReport[]): ReportRound => ({
  opened,
  due,
  today: date(today),
  questions: 14,
  reports,
});
const told = (today: string, reports: readonly OwedReport[]) => forecast(round(today, reports), isWorkingDay);
const centers = (count: number, rest: (no: number) => Partial<OwedReport> = () => ({})) =>
  Array.from({ length: count }, (_, no) => report(`c${no}`, rest(no)));

describe('the course of a round', () => {
  it('counts working days, and what is done on a closed day for the one before', () => {
    const days = [date('2022-05-30'), date('2022-06-03'), date('2022-06-04'), date('2022-06-06')];
    const { past, ahead } = courseOf(
      round(
        '2022-06-06',
        centers(5, (no) => (days[no] ? { doneOn: days[no] } : {})),
      ),
      isWorkingDay,
    );
    expect(past.map(({ open, done }) => [open, done])).toEqual([
      [5, 1],
      [4, 0],
      [4, 0],
      [4, 0],
      [4, 2],
    ]);
    expect([past[0]?.toGo, past.at(-1)?.toGo, ahead[0], ahead.at(-1)]).toEqual([51, 47, 46, 0]);
  });

  it('counts the due date as a working day, whatever day it is', () => {
    const sunday = { ...round('2022-07-30', centers(1)), due: date('2022-07-31') };
    expect(courseOf(sunday, isWorkingDay).ahead).toEqual([0]);
  });
});

describe('a forecast', () => {
  it('of what is all done is certain', () => {
    const all = centers(8, () => ({ doneOn: date('2022-06-20') }));
    expect(told('2022-07-01', all)).toMatchObject({ total: 8, done: 8, expected: 8, low: 8, high: 8 });
    expect(told('2022-07-01', [])).toMatchObject({ total: 0, expected: 0, low: 0, high: 0 });
  });

  it('after the due date says what was done in time', () => {
    const reports = [report('a', { doneOn: due }), report('b', { doneOn: addDays(due, 1) }), report('c')];
    expect(told('2022-08-12', reports)).toMatchObject({ done: 1, expected: 1, low: 1, high: 1 });
  });

  it('before anything is known says what is usual, with a wide range', () => {
    const { expected, low, high } = told('2022-05-30', centers(100));
    expect(expected).toBeGreaterThan(70);
    expect(expected).toBeLessThan(90);
    expect(high - low).toBeGreaterThan(25);
  });

  it('lies between what is done and all, and narrows towards the due date', () => {
    const { seen } = playRound('earlySteady', 120, 7);
    const widths = [45, 21, 7, 1].map((daysBefore) => {
      const { done, low, expected, high, total } = forecast(seen(daysBefore), isWorkingDay);
      expect([done, low, expected, high, total].toSorted((a, b) => a - b)).toEqual([
        done,
        low,
        expected,
        high,
        total,
      ]);
      return high - low;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(widths[0]).toBeGreaterThan(2 * (widths[3] ?? 0));
  });

  it('is higher where more was done by the same day', () => {
    const expected = [10, 25, 40].map(
      (done) =>
        told(
          '2022-07-11',
          centers(60, (no) => (no < done ? { doneOn: addDays(opened, no) } : {})),
        ).expected,
    );
    expect(expected).toEqual(expected.toSorted((a, b) => a - b));
  });

  it('sees more chance in a draft that is nearly filled in', () => {
    const { chances } = told('2022-08-01', [
      report('new'),
      report('half', { answered: 7 }),
      report('full', { answered: 14 }),
    ]);
    const [none = 0, half = 0, full = 0] = ['new', 'half', 'full'].map((center) => chances.get(center));
    expect(none).toBeLessThan(half);
    expect(half).toBeLessThan(full);
    expect(full).toBeLessThan(1);
  });

  it('of the nation takes little effort', () => {
    const seen = playRound('deadlineRush', 1138, 5).seen(10);
    expect(isWithin(8, () => void forecast(seen, isWorkingDay))).toBe(true);
  });
});

describe('the shortest list to remind', () => {
  const officer = (name: string) => ({ officer: { id: `P${name}` as PersonId, name } });
  const many = [
    ...['a1', 'a2', 'a3'].map((center) => report(center, officer('มานี'))),
    ...['b1', 'b2'].map((center) => report(center, officer('ชูใจ'))),
    ...['c1', 'c2'].map((center) => report(center, officer('กล้า'))),
    report('d1', officer('ปิติ')),
    report('e1', { doneOn: date('2022-06-20') }),
  ];
  const seen = round('2022-08-08', many);
  const known = forecast(seen, isWorkingDay);
  const names = (share: number) =>
    shortestListToRemind(seen, known, share).people.map(({ name, open }) => `${name} ${open}`);

  it('names those first with whom most is won, and of those alike the first by name', () => {
    expect(names(1)).toEqual(['มานี 3', 'กล้า 2', 'ชูใจ 2', 'ปิติ 1']);
  });

  it('is as short as it can be', () => {
    const gains = shortestListToRemind(seen, known, 1).people.map(({ gain }) => gain);
    const [first = 0, second = 0] = gains;
    expect(names((known.expected + first) / 9)).toEqual(['มานี 3']);
    expect(names((known.expected + first + second / 2) / 9)).toEqual(['มานี 3', 'กล้า 2']);
  });

  it('names nobody where the target is expected to be reached', () => {
    expect(shortestListToRemind(seen, known, known.expected / 9)).toEqual({ people: [], reaches: true });
  });

  it('says when all of them are not enough, such as where a seat is vacant', () => {
    const { officer: _, ...vacant } = report('f1');
    const more = round('2022-08-08', [...many, vacant]);
    const { people, reaches } = shortestListToRemind(more, forecast(more, isWorkingDay), 1);
    expect(people).toHaveLength(4);
    expect(reaches).toBe(false);
  });
});

describe('chances', () => {
  it('of successes add up to one, also of many and of the sure and the impossible', () => {
    for (const p of [0, 1e-3, 0.3, 0.5, 0.999, 1]) {
      const chances = binomial(1138, p);
      const mean = chances.reduce((sum, chance, k) => sum + k * chance, 0);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect(mean).toBeCloseTo(1138 * p, 5);
    }
    expect([...binomial(3, 0.5)].map((chance) => chance * 8)).toEqual(
      [1, 3, 3, 1].map((n) => expect.closeTo(n, 9)),
    );
  });

  it('that are themselves uncertain spread wider', () => {
    const width = (spread: Float64Array) => {
      const { low, high } = middleOf(spread, 0.8);
      return high - low;
    };
    const mixed = mixedBinomial(100, [
      { weight: 0.5, chance: 0.3 },
      { weight: 0.5, chance: 0.7 },
    ]);
    expect(width(mixed)).toBeGreaterThan(2 * width(binomial(100, 0.5)));
  });

  it('have the middle range that is nearest to the one wished for', () => {
    expect(middleOf(Float64Array.from([0.1, 0.2, 0.4, 0.2, 0.1]), 0.8)).toEqual({ low: 1, high: 3 });
    expect(middleOf(Float64Array.from([0.02, 0.03, 0.95]), 0.8)).toEqual({ low: 2, high: 2 });
    expect(middleOf(Float64Array.from([0.3, 0.4, 0.3]), 0.8)).toEqual({ low: 1, high: 2 });
  });
});
