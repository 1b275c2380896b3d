import { expect, test } from 'vitest';
import { resultDue } from '../../../src/features/household/resultDue.ts';
import type { DeadlineArea, DeadlineRule } from '../../../src/programme/deadline/deadline.ts';
import type { DeadlineKind } from '../../../src/programme/deadline/kind.ts';
import type { IsoDate } from '../../../src/programme/ids.ts';
import { centerNamed, now, year } from '../../support/flowWorld.ts';

const center = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const nation: DeadlineArea = { kind: 'nation' };
const province: DeadlineArea = { kind: 'province', province: center.province };
const rule = (kind: DeadlineKind, area: DeadlineArea, due: string): DeadlineRule =>
  ({ kind, area, year, due: due as IsoDate, setAt: now }) as DeadlineRule;

test('the result of a center is due by its own date, else by that of its province', () => {
  const ofProvince = rule('round2', nation, '2022-07-31');
  expect(resultDue([], center, year)).toBeUndefined();
  expect(resultDue([ofProvince, rule('debt1', province, '2022-08-05')], center, year)).toBe('2022-07-31');
  expect(resultDue([ofProvince, rule('debt2', province, '2022-08-09')], center, year)).toBe('2022-08-09');
});
