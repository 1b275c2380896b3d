import { expect, test } from 'vitest';
import { dateWords } from '../../src/cli/deadlineWords.ts';
import type { FiscalYear, IsoDate } from '../../src/programme/ids.ts';

test('a date in the list tells its letter, and whose newer date overrides it', () => {
  const date = {
    ...{ kind: 'assessment' as const, year: 2565 as FiscalYear, due: '2022-08-15' as IsoDate },
    area: { kind: 'district', province: 'ปราจีนบุรี', district: 'นาดี' } as const,
  };
  expect(dateWords(date)).toBe('2565-08-15  assessment  2565  ปราจีนบุรี/นาดี');
  const overriddenBy = { kind: 'province', province: 'ปราจีนบุรี' } as const;
  expect(
    dateWords({ ...date, letter: { number: 'ปจ 0019/1', date: '2022-08-01' as IsoDate }, overriddenBy }),
  ).toBe('2565-08-15  assessment  2565  ปราจีนบุรี/นาดี  letter ปจ 0019/1 2565-08-01  overridden by ปราจีนบุรี');
});
