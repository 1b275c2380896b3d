import { describe, expect, it } from 'vitest';
import type { IntentId, IsoDate } from '../../../src/programme/ids.ts';
import {
  type AreaFreeze,
  decideFreeze,
  frozenDays,
  newAreaFreeze,
} from '../../../src/programme/report/freeze.ts';
import { idOf } from './caseOffice.ts';

describe('the days of a freeze', () => {
  const area = { kind: 'district', province: 'ปราจีนบุรี', district: 'นาดี' } as const;
  const acting = (id: string, day: string) => ({
    ...{ id: id as IntentId, by: idOf('chair'), name: 'อารี', at: new Date(`${day}T09:00:00+07:00`) },
    capacity: { role: 'province', scope: { kind: 'province', province: 'ปราจีนบุรี' } } as const,
  });
  const set = (present: AreaFreeze, day: string, from: string, until: string) =>
    decideFreeze(present, {
      ...{ ...acting(`${day} ${from}`, day), kind: 'freeze', reason: 'ตรวจสอบบัญชี' },
      ...{ from: from as IsoDate, until: until as IsoDate },
    }).record;
  const lift = (present: AreaFreeze, day: string) =>
    decideFreeze(present, { ...acting(`${day} lift`, day), kind: 'lift' }).record;
  const days = (record: AreaFreeze) => frozenDays(record).map(({ from, until }) => `${from} ${until}`);

  it('are remembered up to the day on which it was lifted', () => {
    const one = set(newAreaFreeze(area), '2022-08-01', '2022-08-01', '2022-08-09');
    expect(days(lift(one, '2022-08-03'))).toEqual(['2022-08-01 2022-08-03']);
  });

  it('are none where it was lifted before it began', () => {
    const one = set(newAreaFreeze(area), '2022-08-01', '2022-08-05', '2022-08-09');
    expect(days(lift(one, '2022-08-03'))).toEqual([]);
  });

  it('stay beside those of the next one', () => {
    const one = set(newAreaFreeze(area), '2022-08-01', '2022-08-01', '2022-08-02');
    expect(days(set(one, '2022-08-05', '2022-08-08', '2022-08-09'))).toEqual([
      '2022-08-01 2022-08-02',
      '2022-08-08 2022-08-09',
    ]);
  });
});
