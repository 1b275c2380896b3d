import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../src/programme/area/areas.ts';
import type { DeadlineArea, DeadlineRule } from '../../../src/programme/deadline/deadline.ts';
import type { DeadlineKind } from '../../../src/programme/deadline/kind.ts';
import { usualPlan } from '../../../src/programme/deadline/reminderPlan.ts';
import { closedOn } from '../../../src/programme/deadline/summaryDays.ts';
import { dues } from '../../support/dues.ts';
import { at, day, year } from '../calendar/days.ts';

const nation: DeadlineArea = { kind: 'nation' };
const province: DeadlineArea = { kind: 'province', province: 'น่าน' };
const district = { kind: 'district', province: 'น่าน', district: 'ปัว' } as const;
const other: Scope = { kind: 'district', province: 'น่าน', district: 'เวียงสา' };

const rule = (
  kind: DeadlineKind,
  area: DeadlineArea,
  due = '2022-08-09',
  set = '2021-10-01',
): DeadlineRule => ({
  ...{ kind, year, area, due: day(due), setAt: at(set), plan: usualPlan },
});
const closed = (rules: readonly DeadlineRule[], area: Scope, on = '2022-08-10') =>
  closedOn(dues, rules, area, day(on)).map(({ kind }) => kind);

describe('the summary after a date', () => {
  test('that a district reports by is for the district and for the province that receives it', () => {
    const rules = [rule('assessment', nation), rule('debt1', nation)];
    for (const area of [district, province]) expect(closed(rules, area)).toEqual(['assessment', 'debt1']);
    expect(closed(rules, nation)).toEqual([]);
  });

  test('that a province reports by is for the province alone', () => {
    expect(closed([rule('round1', nation)], province)).toEqual(['round1']);
    expect(closed([rule('round1', nation)], district)).toEqual([]);
  });

  test('does not come for kinds of which there are no reports', () => {
    const silent = (['readiness', 'ranking', 'women-fund', 'forum'] as const).map((kind) =>
      rule(kind, nation),
    );
    for (const area of [district, province]) expect(closed(silent, area)).toEqual([]);
  });

  test('waits where the date was extended', () => {
    const rules = [rule('assessment', nation), rule('assessment', district, '2022-08-16', '2022-08-01')];
    expect([closed(rules, district), closed(rules, other)]).toEqual([[], ['assessment']]);
    expect(closed(rules, district, '2022-08-17')).toEqual(['assessment']);
    // The province receives that one too.
    expect(closed(rules, province, '2022-08-17')).toEqual(['assessment']);
    expect(closed(rules, other, '2022-08-17')).toEqual([]);
  });
});
