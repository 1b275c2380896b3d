import { describe, expect, it } from 'vitest';
import type { CenterId, FiscalYear } from '../../../src/programme/ids.ts';
import { reportCaseId } from '../../../src/programme/report/case.ts';
import { hashOf, isShown, markOf } from '../../../src/programme/report/hash.ts';
import { isPeriodOf, periodLabel, periodsOf } from '../../../src/programme/report/period.ts';
import type { Unit } from '../../../src/programme/report/unit.ts';

const year = 2565 as FiscalYear;
const form = { id: 'debt1', version: 2565 };
const area = { province: 'ปราจีนบุรี', district: 'นาดี' } as const;

describe('the hash of a report', () => {
  it('is the same however the content was put together or stored', () => {
    const at = new Date('2022-08-01T02:00:00Z');
    const hash = hashOf(form, { b: [1, { y: 1, x: 2 }], a: at, c: undefined });
    expect(hashOf(form, { a: at.toISOString(), b: [1, { x: 2, y: 1 }] })).toBe(hash);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is another for another content, order of a list, form or version', () => {
    const hashes = [
      hashOf(form, { a: [1, 2] }),
      hashOf(form, { a: [2, 1] }),
      hashOf(form, { a: [1, '2'] }),
      hashOf({ ...form, version: 2566 }, { a: [1, 2] }),
      hashOf({ ...form, id: 'debt2' }, { a: [1, 2] }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is of plain data only', () => {
    expect(() => hashOf(form, { a: Number.NaN })).toThrow();
    expect(() => hashOf(form, { a: new Map([[1, 2]]) })).toThrow();
  });

  it('is known by its mark, and by nothing shorter', () => {
    const hash = hashOf(form, {});
    expect([hash, markOf(hash), hash.slice(0, 11), ''].map((shown) => isShown(hash, shown))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a period', () => {
  it('is a year, a quarter or a month of it', () => {
    expect(periodsOf('year', year)).toEqual([{ year }]);
    expect(periodsOf('quarter', year)).toHaveLength(4);
    expect(periodsOf('month', year).every((period) => isPeriodOf('month', period))).toBe(true);
    expect([{ year }, { year, part: 0 }, { year, part: 5 }].map((one) => isPeriodOf('quarter', one))).toEqual(
      [false, false, false],
    );
  });

  it('of a month is said by the calendar: October comes first, of the year before', () => {
    const months = [1, 3, 4, 12].map((part) => periodLabel('month', { year, part }));
    expect(months).toEqual([
      { kind: 'month', month: 10, gregorianYear: 2021 },
      { kind: 'month', month: 12, gregorianYear: 2021 },
      { kind: 'month', month: 1, gregorianYear: 2022 },
      { kind: 'month', month: 9, gregorianYear: 2022 },
    ]);
    expect(periodLabel('quarter', { year, part: 2 })).toEqual({ kind: 'quarter', quarter: 2, year });
  });
});

describe('the id of a case', () => {
  it.each<[Unit, number | undefined, string]>([
    [{ kind: 'center', ...area, center: 'C4K7Q2M' as CenterId }, undefined, 'C4K7Q2M:f:2565'],
    [{ kind: 'village', ...area, tambon: 'สำพันตา', moo: 3 }, 2, 'ปราจีนบุรี/นาดี/สำพันตา/3:f:2565-2'],
    [{ kind: 'tambon', ...area, tambon: 'สำพันตา' }, undefined, 'ปราจีนบุรี/นาดี/สำพันตา:f:2565'],
    [{ kind: 'district', ...area }, 12, 'ปราจีนบุรี/นาดี:f:2565-12'],
    [{ kind: 'province', province: 'ปราจีนบุรี' }, undefined, 'ปราจีนบุรี:f:2565'],
  ])('names the unit, the form and the period', (unit, part, id) => {
    expect(reportCaseId(unit, 'f', { year, ...(part !== undefined && { part }) })).toBe(id);
  });
});
