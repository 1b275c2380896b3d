import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowOf } from '../../../src/features/registry/rules/centerRow.ts';
import type { CenterCorrection } from '../../../src/programme/center/correction.ts';
import {
  type CenterIntent,
  type CenterRecord,
  type Confirmer,
  decideCenter,
  doubtedYears,
  markOfEntry,
  nextConfirmer,
} from '../../../src/programme/center/record.ts';
import type { FiscalYear, IntentId, IsoDate, PersonId } from '../../../src/programme/ids.ts';
import { remember } from '../../../src/programme/sharedRecord.ts';
import { seed } from '../../seed.ts';
import { center, centerRecord } from '../../storage/contract/samples.ts';

const at = new Date('2022-08-01T02:00:00Z');
const head = (id: string) => ({ id: id as IntentId, by: 'P1' as PersonId, at });
const present: CenterRecord = centerRecord(center(1));
const correctIn = (year: number, id: string, ...corrections: readonly CenterCorrection[]): CenterIntent => ({
  ...head(id),
  kind: 'correct',
  year: year as FiscalYear,
  corrections,
});
const correct = (id: string, ...corrections: readonly CenterCorrection[]) =>
  correctIn(2565, id, ...corrections);
const confirm = (id: string, year: number, as: Confirmer = 'officer'): CenterIntent => ({
  ...head(id),
  kind: 'confirm',
  year: year as FiscalYear,
  as: [as],
});

const all: readonly CenterCorrection[] = [
  { field: 'founded', value: '2009-01-15' as IsoDate },
  { field: 'chairName', value: 'สมชาย ใจดี' },
  { field: 'chairPhone', value: '0812345678' },
  { field: 'committeeSize', value: 15 },
  { field: 'divisions', value: ['ฝ่ายบริหาร'] },
  { field: 'memberFunds', value: [] },
];

describe("a center's entry", () => {
  it('takes every field that may be corrected, and keeps the others', () => {
    const { record, outcome } = decideCenter(present, correct('a', ...all));
    expect(outcome).toEqual({ kind: 'corrected', fields: all.map(({ field }) => field) });
    expect(record.center).toEqual({
      ...present.center,
      founded: '2009-01-15',
      chair: { name: 'สมชาย ใจดี', phone: '0812345678' },
      committeeSize: 15,
      divisions: ['ฝ่ายบริหาร'],
      memberFunds: [],
    });
    expect(record.rev).toBe(present.rev + 1);
  });

  it('follows a corrected date with the target that came from the date before', () => {
    const founded = (value: string) => ({ field: 'founded', value: value as IsoDate }) as const;
    const { householdTarget: _stated, ...row } = rowOf(center(1, { budgeted: false }));
    const { founded: _date, householdTarget: _target, ...undated } = center(1, { budgeted: false });
    const late = decideCenter(
      { ...centerRecord(undated), imported: row },
      correct('a', founded('2020-01-15')),
    );
    expect(late.record.center.householdTarget).toBe(0);
    const early = decideCenter(late.record, correct('b', founded('2017-01-15')));
    expect(early.record.center.householdTarget).toBe(5);
    const stated = { ...early.record, imported: { ...row, householdTarget: 7 } };
    expect(decideCenter(stated, correct('c', founded('2020-01-15'))).record.center.householdTarget).toBe(7);
  });

  it('learns a target that is not known from its founding date; one that was stated stays', () => {
    const { founded: _date, householdTarget: _target, ...undated } = center(1, { budgeted: false });
    const dated = correct('a', { field: 'founded', value: '2009-01-15' as IsoDate });
    const target = (of: typeof undated) =>
      decideCenter(centerRecord(of), dated).record.center.householdTarget;
    expect(target(undated)).toBe(5);
    expect(target({ ...undated, budgeted: true })).toBeUndefined();
    expect(target(center(1, { budgeted: false, householdTarget: 8 }))).toBe(8);
  });

  it('corrected in one field keeps what a chair has in the other', () => {
    const { record } = decideCenter(present, correct('a', { field: 'chairPhone', value: '0899999999' }));
    expect(record.center.chair).toEqual({ ...present.center.chair, phone: '0899999999' });
  });

  it('stays known by its id and key, whatever is corrected', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...all]), (some) => {
        const { id, key, name } = decideCenter(present, correct('a', ...some)).record.center;
        expect({ id, key, name }).toEqual({
          id: present.center.id,
          key: present.center.key,
          name: present.center.name,
        });
      }),
      { seed },
    );
  });

  it('is confirmed each year by officer, district head and province, in turn', () => {
    const early = decideCenter(present, confirm('a', 2565, 'province'));
    expect(early.outcome).toEqual({ kind: 'notInTurn', year: 2565, waitsFor: 'officer' });
    const first = decideCenter(early.record, confirm('b', 2565));
    expect(first.outcome).toEqual({ kind: 'confirmed', year: 2565, as: 'officer' });
    expect(decideCenter(first.record, confirm('c', 2565)).outcome).toMatchObject({
      waitsFor: 'districtHead',
    });
    const second = decideCenter(first.record, confirm('d', 2565, 'districtHead'));
    const third = decideCenter(second.record, confirm('e', 2565, 'province'));
    expect(third.record.confirmations.map(({ as }) => as)).toEqual(['officer', 'districtHead', 'province']);
    expect(decideCenter(third.record, confirm('f', 2565)).outcome).toEqual({ kind: 'notInTurn', year: 2565 });
    expect(decideCenter(third.record, confirm('g', 2566)).outcome).toMatchObject({ kind: 'confirmed' });
  });

  it('is to be confirmed anew when it was corrected since', () => {
    const { record } = decideCenter(present, confirm('a', 2565));
    const { record: corrected } = decideCenter(record, correct('b', ...all));
    expect(nextConfirmer(corrected, 2565 as FiscalYear)).toBe('officer');
  });

  it('is confirmed as it was shown, and not where it says something else since', () => {
    const shown = { ...confirm('b', 2565), seen: markOfEntry(present.center) } as CenterIntent;
    expect(decideCenter(present, shown).outcome).toMatchObject({ kind: 'confirmed' });
    const { record: corrected } = decideCenter(present, correct('a', ...all));
    const { record, outcome } = decideCenter(corrected, shown);
    expect(outcome).toEqual({ kind: 'changed', year: 2565 });
    expect(record.confirmations).toEqual([]);
  });

  describe('said not to be correct', () => {
    const doubt = (id: string, as: Confirmer): CenterIntent => ({
      ...{ ...head(id), kind: 'doubt', year: 2565 as FiscalYear, as: [as], reason: 'เบอร์โทรเปลี่ยน' },
    });
    const confirmed = (...as: readonly Confirmer[]) =>
      as.reduce((record, one) => decideCenter(record, confirm(`c${one}`, 2565, one)).record, present);
    const doubted = decideCenter(confirmed('officer', 'districtHead'), doubt('d', 'province')).record;

    it('waits for the officer again, with who said so and why', () => {
      expect(nextConfirmer(doubted, 2565 as FiscalYear)).toBe('officer');
      expect(doubted.doubts).toEqual([{ year: 2565, as: 'province', by: 'P1', at, reason: 'เบอร์โทรเปลี่ยน' }]);
      expect(doubtedYears(doubted)).toEqual({ doubted: [2565] });
    });

    it('is to be put right until something is corrected, and has its reason until it is confirmed', () => {
      const { record } = decideCenter(doubted, correct('e', ...all));
      expect(doubtedYears(record)).toEqual({});
      expect(record.doubts).toMatchObject([{ reason: 'เบอร์โทรเปลี่ยน', corrected: true }]);
      expect(decideCenter(record, confirm('f', 2565)).record.doubts).toBeUndefined();
      expect(decideCenter(doubted, confirm('f', 2565)).record.doubts).toBeUndefined();
    });

    it('is so after the officer, also when everybody had confirmed; not before', () => {
      const whole = confirmed('officer', 'districtHead', 'province');
      expect(decideCenter(whole, doubt('g', 'districtHead')).outcome).toEqual({
        ...{ kind: 'doubted', year: 2565, as: 'districtHead' },
      });
      expect(decideCenter(present, doubt('g', 'districtHead')).outcome).toMatchObject({
        waitsFor: 'officer',
      });
      expect(decideCenter(doubted, doubt('h', 'districtHead')).outcome).toMatchObject({
        waitsFor: 'officer',
      });
    });
  });

  it('stays confirmed in the years before the one in which it is corrected', () => {
    const { record } = decideCenter(present, confirm('a', 2565));
    const { record: next } = decideCenter(record, correctIn(2566, 'b', ...all));
    expect(next.confirmations).toEqual(record.confirmations);
    const { record: both } = decideCenter(next, confirm('c', 2566));
    const { record: again } = decideCenter(both, correctIn(2566, 'd', ...all));
    expect(again.confirmations.map(({ year }) => year)).toEqual([2565]);
  });

  it('is to be confirmed anew in later years too when a late report of an earlier one corrects it', () => {
    const { record } = decideCenter(present, confirm('a', 2566));
    expect(decideCenter(record, correctIn(2565, 'b', ...all)).record.confirmations).toEqual([]);
  });

  it('decides the same event once', () => {
    for (const intent of [correct('a', ...all), confirm('a', 2565)]) {
      const { record, outcome } = decideCenter(present, intent);
      expect(decideCenter(record, intent)).toEqual({ record, outcome });
    }
  });
});

describe('what a shared record remembers', () => {
  it('is its last 40 outcomes', () => {
    let outcomes: { readonly [intent: string]: number } = {};
    for (let n = 1; n <= 45; n += 1) outcomes = remember(outcomes, `intent ${n}`, n);
    expect(Object.keys(outcomes)).toHaveLength(40);
    expect(Object.values(outcomes)).toEqual(Array.from({ length: 40 }, (_, n) => n + 6));
  });

  it('is not pushed out by an outcome that is remembered anew', () => {
    const outcomes = remember(remember({}, 'a', 1), 'b', 2);
    expect(Object.entries(remember(outcomes, 'a', 3))).toEqual([
      ['b', 2],
      ['a', 3],
    ]);
  });
});
