import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  nationalDeadlines2565,
  prachinBuriDeadlines2565,
} from '../../../src/features/deadline/deadlines2565.ts';
import type { Scope } from '../../../src/programme/area/areas.ts';
import {
  type Deadline,
  type DeadlineArea,
  type DeadlineRule,
  newDeadline,
  ruleOf,
  type Setter,
} from '../../../src/programme/deadline/deadline.ts';
import { type DeadlineIntent, decideDeadline } from '../../../src/programme/deadline/decideDeadline.ts';
import { dueFor, holdsThroughout, nextDue, ruleFor } from '../../../src/programme/deadline/dueFor.ts';
import { type DeadlineKind, dueKindOf } from '../../../src/programme/deadline/kind.ts';
import { usualPlan } from '../../../src/programme/deadline/reminderPlan.ts';
import type { CenterId, IntentId, PersonId } from '../../../src/programme/ids.ts';
import { endOfPeriod, periodOf, periodsOf, startOfPeriod } from '../../../src/programme/report/period.ts';
import { seed } from '../../seed.ts';
import { dues } from '../../support/dues.ts';
import { at, day, year } from '../calendar/days.ts';

const nation: DeadlineArea = { kind: 'nation' };
const province: DeadlineArea = { kind: 'province', province: 'ปราจีนบุรี' };
const district: DeadlineArea = { kind: 'district', province: 'ปราจีนบุรี', district: 'นาดี' };
const neighbour: DeadlineArea = { kind: 'district', province: 'ปราจีนบุรี', district: 'บ้านสร้าง' };
const elsewhere: DeadlineArea = { kind: 'province', province: 'ลำพูน' };
const center: Scope = { kind: 'center', province: 'ปราจีนบุรี', district: 'นาดี', center: 'CAAAAA1' as CenterId };

const rule = (area: DeadlineArea, due: string, setAt: string): DeadlineRule => ({
  kind: 'assessment',
  year,
  area,
  due: day(due),
  setAt: at(setAt),
  plan: usualPlan,
});

describe('the date that holds in an area', () => {
  const base = rule(nation, '2022-05-31', '2021-10-01');
  const ofProvince = rule(province, '2022-08-05', '2022-07-01');

  const inDistrict = (...rules: readonly DeadlineRule[]) => dueFor(rules, 'assessment', { year }, center);

  test('is the nation’s where nobody set another, and none where nothing is set', () => {
    expect(inDistrict(base)).toBe('2022-05-31');
    expect(dueFor([base, ofProvince], 'assessment', { year }, elsewhere)).toBe('2022-05-31');
    expect(inDistrict()).toBeUndefined();
    expect(dueFor([base], 'debt2', { year }, center)).toBeUndefined();
  });

  test('is the override’s, however late the nation moves its own', () => {
    const moved = rule(nation, '2022-06-30', '2022-07-20');
    expect(inDistrict(moved, ofProvince)).toBe('2022-08-05');
    expect(inDistrict(ofProvince, moved)).toBe('2022-08-05');
  });

  test('is the newest override’s, whether of the district or of its province', () => {
    const ofDistrict = rule(district, '2022-08-20', '2022-07-10');
    const later = rule(province, '2022-08-12', '2022-07-20');
    expect(inDistrict(base, ofProvince, ofDistrict)).toBe('2022-08-20');
    expect(inDistrict(base, ofDistrict, later)).toBe('2022-08-12');
    expect(inDistrict(base, ofProvince, rule(neighbour, '2022-08-30', '2022-07-30'))).toBe('2022-08-05');
  });

  test('does not depend on the order in which rules are read', () => {
    const areas = fc.constantFrom(nation, province, district, neighbour, elsewhere);
    const times = fc.constantFrom('2022-07-01', '2022-07-02', '2022-07-03');
    const rules = fc.uniqueArray(fc.record({ area: areas, setAt: times }), {
      selector: ({ area }) => area,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rules, areas, (some, where) => {
        const all = some.map(({ area, setAt }) => rule(area, '2022-08-01', setAt));
        expect(ruleFor(all.toReversed(), 'assessment', { year }, where)).toBe(
          ruleFor(all, 'assessment', { year }, where),
        );
      }),
      { seed },
    );
  });

  test('holds throughout its area until something newer is said of the whole or of a part', () => {
    const holds = (area: DeadlineArea, ...rules: readonly DeadlineRule[]) =>
      holdsThroughout(rules, 'assessment', { year }, area);
    const ofDistrict = rule(district, '2022-08-20', '2022-07-10');
    const later = rule(province, '2022-08-12', '2022-07-20');
    expect(holds(province, base, ofProvince)).toBe(true);
    expect(holds(province, base, ofProvince, ofDistrict)).toBe(false);
    expect(holds(province, base, ofDistrict, later)).toBe(true);
    expect(holds(district, base, ofDistrict, later)).toBe(false);
    expect(holds(nation, base, later)).toBe(true);
    expect(holds(province, base)).toBe(false);
  });
});

describe('setting a date', () => {
  const setter: Setter = { kind: 'person', person: 'P1' as PersonId, name: 'ตัวอย่าง' };
  let events = 0;
  const set = (record: Deadline, due: string, more: Partial<DeadlineIntent> = {}) => {
    events += 1;
    return decideDeadline(dueKindOf(dues, record.kind), record, {
      kind: 'set',
      id: `e${events}` as IntentId,
      by: setter,
      at: at('2022-07-20'),
      due: day(due),
      holds: true,
      accepted: false,
      ...more,
    });
  };
  const fresh = newDeadline('assessment', { year }, province);

  test('keeps the letter that set it; the same date by another letter is set anew', () => {
    const letter = { number: 'ปจ 0019/1', urgency: 'urgent' } as const;
    const { record } = set(fresh, '2022-08-09', { letter });
    expect(ruleOf(record)?.letter).toEqual(letter);
    expect(set(record, '2022-08-09', { letter }).outcome.kind).toBe('unchanged');
    expect(set(record, '2022-08-09').outcome.kind).toBe('unchanged');
    const again = set(record, '2022-08-09', { letter: { number: 'ปจ 0019/2' } });
    expect(again.outcome.kind).toBe('set');
    expect(ruleOf(set(record, '2022-08-11').record)).not.toHaveProperty('letter');
  });

  test('keeps who set what when, and tells the date before', () => {
    const first = set(fresh, '2022-08-05');
    const second = set(first.record, '2022-08-09', { at: at('2022-07-21'), before: day('2022-08-05') });
    expect(first.outcome).toEqual({ kind: 'set', due: '2022-08-05' });
    expect(second.outcome).toEqual({ kind: 'set', due: '2022-08-09', before: '2022-08-05' });
    expect(second.record.history).toMatchObject([{ due: '2022-08-05', by: setter }, { due: '2022-08-09' }]);
    expect(ruleOf(second.record)).toEqual({
      ...rule(province, '2022-08-09', '2022-07-21'),
    });
    expect([ruleOf(fresh), fresh.id, second.record.rev]).toEqual([undefined, 'assessment:2565:ปราจีนบุรี', 2]);
  });

  test('is decided once, however often the intent comes', () => {
    const once = set(fresh, '2022-08-05', { id: 'same' as IntentId });
    const again = set(once.record, '2022-08-20', { id: 'same' as IntentId });
    expect(again).toEqual(once);
  });

  test('to what stands changes nothing, unless something newer had overridden it or the plan is another', () => {
    const first = set(fresh, '2022-08-05').record;
    expect(set(first, '2022-08-05').outcome).toEqual({ kind: 'unchanged', due: '2022-08-05' });
    const again = set(first, '2022-08-05', {
      holds: false,
      before: day('2022-08-20'),
      at: at('2022-07-25'),
    });
    expect(again.outcome).toMatchObject({ kind: 'set', before: '2022-08-20' });
    expect(ruleOf(again.record)?.setAt).toEqual(at('2022-07-25'));
    const plan = { ...usualPlan, before: [5] };
    const planned = set(first, '2022-08-05', { plan }).record;
    expect(ruleOf(planned)?.plan).toEqual(plan);
    expect(ruleOf(set(planned, '2022-08-06').record)?.plan).toEqual(plan);
  });

  test('after the next level’s own date, or to a day that is over, is asked about first', () => {
    const next = { kind: 'round1', due: day('2022-07-31') } as const;
    const asked = set(fresh, '2022-08-09', { next });
    expect(asked.outcome).toEqual({
      kind: 'asked',
      due: '2022-08-09',
      warnings: [{ kind: 'laterThanNext', next }],
    });
    expect(asked.record.history).toEqual([]);
    expect(set(asked.record, '2022-08-09', { next, accepted: true }).outcome.kind).toBe('set');
    expect(set(fresh, '2022-07-31', { next }).outcome.kind).toBe('set');
    expect(set(fresh, '2022-07-19').outcome).toMatchObject({ warnings: [{ kind: 'past' }] });
    expect(set(fresh, '2022-07-20').outcome.kind).toBe('set');
  });

  test.each(['2021-09-30', '2023-01-01', '2565-08-09'])('to %s, no date of the year, is refused', (due) => {
    expect(set(fresh, due, { accepted: true }).outcome).toEqual({
      kind: 'refused',
      problem: { code: 'outsidePeriod', params: { from: '2021-10-01', to: '2022-12-31' } },
    });
  });

  test('of what a province reports is refused for a district', () => {
    const round = newDeadline('round1', { year }, district);
    expect(set(round, '2022-08-09').outcome).toEqual({ kind: 'refused', problem: { code: 'areaTooSmall' } });
  });
});

describe('what comes after', () => {
  const rules = nationalDeadlines2565.flatMap((one) => ruleOf(one) ?? []);

  test('is the province’s own round, by the date that holds in the province', () => {
    expect(nextDue(rules, dueKindOf(dues, 'assessment'), { year }, district)).toEqual({
      kind: 'round1',
      due: '2022-05-31',
    });
    expect(nextDue(rules, dueKindOf(dues, 'debt2'), { year }, nation)).toEqual({
      kind: 'round2',
      due: '2022-07-31',
    });
    expect(nextDue(rules, dueKindOf(dues, 'registry'), { year }, province)).toBeUndefined();
    expect(nextDue([], dueKindOf(dues, 'debt1'), { year }, province)).toBeUndefined();
  });
});

describe('a period', () => {
  test('is the year, a quarter or a month of it', () => {
    expect(dues.map(({ every }) => periodsOf(every, year).length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 4, 12]);
    expect(periodOf('quarter', year, day('2022-03-05'))).toEqual({ year, part: 2 });
    expect(periodOf('month', year, day('2022-09-30'))).toEqual({ year, part: 12 });
    expect(periodOf('year', year, day('2022-12-01'))).toEqual({ year });
    expect(periodOf('month', year, day('2022-10-01'))).toBeUndefined();
  });

  test.each(['year', 'quarter', 'month'] as const)(
    'of a %s follows the one before without a gap, through the whole year',
    (every) => {
      const bounds = periodsOf(every, year).map((period) => [
        startOfPeriod(every, period),
        endOfPeriod(every, period),
      ]);
      const days = bounds.reduce(
        (sum, [from = '', to = '']) => sum + (Date.parse(to) - Date.parse(from)) / 864e5 + 1,
        0,
      );
      expect([bounds[0]?.[0], bounds.at(-1)?.[1], days]).toEqual(['2021-10-01', '2022-09-30', 365]);
    },
  );
});

describe('the dates of FY2565', () => {
  const all = [...nationalDeadlines2565, ...prachinBuriDeadlines2565];
  const rules = all.flatMap((one) => ruleOf(one) ?? []);
  const due = (kind: DeadlineKind, where: Scope, part?: number) =>
    dueFor(rules, kind, part === undefined ? { year } : { year, part }, where);

  test.each([
    ['registry', '2021-12-31', '2021-12-31'],
    ['assessment', '2022-05-31', '2022-08-09'],
    ['debt1', '2022-05-31', '2022-08-09'],
    ['debt2', undefined, '2022-08-09'],
    ['readiness', '2022-06-30', '2022-08-09'],
    ['round1', '2022-05-31', '2022-05-31'],
    ['round2', '2022-07-31', '2022-07-31'],
    ['ranking', '2022-07-15', '2022-07-15'],
  ] as const)('of %s: %s in the nation, %s in Prachin Buri', (kind, national, own) => {
    expect([due(kind, elsewhere), due(kind, center)]).toEqual([national, own]);
  });

  test('are none for the women’s fund, which has no national date in that year', () => {
    expect([1, 2, 3, 4].map((part) => due('women-fund', center, part))).toEqual(Array(4).fill(undefined));
    expect(all.filter(({ kind }) => kind === 'women-fund' || kind === 'forum')).toEqual([]);
  });

  test('carry the letter that set them', () => {
    const letter = { number: 'ปจ 0019/26655', date: '2022-08-07', urgency: 'mostUrgent' };
    expect(ruleFor(rules, 'debt1', { year }, center)?.letter).toEqual(letter);
    expect(ruleFor(rules, 'debt1', { year }, elsewhere)?.letter).toBeUndefined();
  });

  test('keep the guideline’s date below the letter’s newer one, and are each of their own period', () => {
    const assessment = prachinBuriDeadlines2565.find(({ kind }) => kind === 'assessment');
    expect(assessment?.history.map(({ due, by }) => [due, by])).toEqual([
      ['2022-08-05', { kind: 'paper', paper: 'provinceGuideline' }],
      ['2022-08-09', { kind: 'paper', paper: 'provinceLetter' }],
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.every(({ history, rev }) => rev === history.length)).toBe(true);
  });
});
