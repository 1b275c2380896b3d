import { describe, expect, it } from 'vitest';
import type { CenterId, IntentId, PersonId } from '../../../src/programme/ids.ts';
import { decideSeat, type Seat, seatId } from '../../../src/programme/people/seat.ts';

const since = (hour: number) => new Date(Date.UTC(2022, 7, 1, hour));
const take = (id: string, by: string, at: Date) => ({ id: id as IntentId, by: by as PersonId, at });
const center = {
  kind: 'center',
  province: 'ปราจีนบุรี',
  district: 'กบินทร์บุรี',
  center: 'C4K7Q2M' as CenterId,
} as const;
const vacant: Seat = { id: seatId('chair', center), rev: 0, outcomes: {} };

describe('a seat', () => {
  it('is one of a role and an area', () => {
    expect(seatId('chair', center)).toBe('chair:ปราจีนบุรี/กบินทร์บุรี/C4K7Q2M');
    const inNan = { kind: 'district', province: 'น่าน', district: 'เฉลิมพระเกียรติ' } as const;
    expect(seatId('districtHead', inNan)).not.toBe(seatId('districtHead', { ...inNan, province: 'สระบุรี' }));
  });

  it('that is vacant is taken from nobody', () => {
    const { record, outcome } = decideSeat(vacant, take('a', 'P1', since(1)));
    expect(outcome).toEqual({ kind: 'seated' });
    expect(record).toMatchObject({ rev: 1, holder: { person: 'P1', since: since(1) } });
  });

  it('is taken over by the next, and tells who held it', () => {
    const { record } = decideSeat(vacant, take('a', 'P1', since(1)));
    const next = decideSeat(record, take('b', 'P2', since(2)));
    expect(next.outcome).toEqual({ kind: 'seated', previous: { person: 'P1', since: since(1) } });
    expect(next.record.holder).toEqual({ person: 'P2', since: since(2) });
  });

  it('taken once more by its holder ends nobody', () => {
    const { record } = decideSeat(vacant, take('a', 'P1', since(1)));
    expect(decideSeat(record, take('b', 'P1', since(2))).outcome).toEqual({ kind: 'seated' });
  });

  it('decides the same event once, also after somebody else sits there', () => {
    const first = decideSeat(vacant, take('a', 'P1', since(1)));
    const second = decideSeat(first.record, take('b', 'P2', since(2)));
    const again = decideSeat(second.record, take('a', 'P1', since(1)));
    expect(again).toEqual({ record: second.record, outcome: first.outcome });
  });
});
