import { describe, expect, test } from 'vitest';
import { capacities, may, roles } from '../../src/domain/actor.ts';
import { type CenterRecord, decideCenter } from '../../src/domain/centerRecord.ts';
import type { FiscalYear, IntentId, PersonId } from '../../src/domain/ids.ts';
import { decideInvite, type Invite, inviteLife } from '../../src/domain/invite.ts';
import { decideSeat, type Seat } from '../../src/domain/seat.ts';
import { centerNamed } from '../support/flowWorld.ts';

const orathai = 'Porathai' as PersonId;
const wichai = 'Pwichai' as PersonId;
const at = new Date('2022-08-01T02:00:00Z');
const by = (id: string, person: PersonId) => ({ id: id as IntentId, by: person, at });
const nadi = { kind: 'district', province: 'ปราจีนบุรี', district: 'นาดี' } as const;

describe('an invitation', () => {
  const fresh: Invite = {
    code: '7K4M2QXA',
    role: 'officer',
    scope: nadi,
    expiresAt: new Date(at.getTime() + inviteLife),
    rev: 1,
    outcomes: {},
  };

  test('is used once, whoever comes first', () => {
    const first = decideInvite(fresh, by('e1', orathai));
    expect(first.outcome).toMatchObject({ kind: 'redeemed', binding: { role: 'officer', scope: nadi } });
    expect(decideInvite(first.invite, by('e2', wichai)).outcome).toEqual({ kind: 'used' });
    expect(decideInvite(first.invite, by('e1', orathai)).outcome).toEqual(first.outcome);
  });

  test('ends after seven days', () => {
    expect(decideInvite({ ...fresh, expiresAt: at }, by('e1', orathai)).outcome).toEqual({ kind: 'expired' });
  });
});

describe('a single seat', () => {
  const empty: Seat = { id: 'chair:x', rev: 0, outcomes: {} };

  test('goes to whoever takes it last, who learns of the one before', () => {
    const first = decideSeat(empty, by('e1', orathai));
    expect(first.outcome).toEqual({ kind: 'seated' });
    const second = decideSeat(first.record, by('e2', wichai));
    expect(second.outcome).toEqual({ kind: 'seated', previous: { person: orathai, since: at } });
    expect(decideSeat(second.record, by('e2', wichai)).outcome).toEqual(second.outcome);
  });

  test('stays with who has it', () => {
    const first = decideSeat(empty, by('e1', orathai));
    expect(decideSeat(first.record, by('e2', orathai)).outcome).toEqual({ kind: 'seated' });
  });
});

describe('a registry entry', () => {
  const entry: CenterRecord = {
    center: centerNamed('ศจก.บ้านทุ่ง', 'นาดี'),
    confirmations: [],
    rev: 1,
    outcomes: {},
  };

  test('takes corrections, each intent once', () => {
    const intent = {
      ...by('e1', orathai),
      kind: 'correct',
      corrections: [{ field: 'chairName', value: 'ใหม่' }],
    } as const;
    const once = decideCenter(entry, intent);
    expect(once.record.center.chair).toEqual({ ...entry.center.chair, name: 'ใหม่' });
    expect(decideCenter(once.record, intent).record).toBe(once.record);
  });

  test('says when it was confirmed before', () => {
    const confirm = (id: string) =>
      ({ ...by(id, orathai), kind: 'confirm', year: 2565 as FiscalYear }) as const;
    const once = decideCenter(entry, confirm('e1'));
    expect(once.outcome).toMatchObject({ again: false });
    expect(decideCenter(once.record, confirm('e2')).outcome).toMatchObject({ again: true });
  });
});

describe('what people may do', () => {
  const since = at;
  const center = {
    kind: 'center',
    province: 'ปราจีนบุรี',
    district: 'นาดี',
    center: centerNamed('ก', 'นาดี').id,
  } as const;
  const elsewhere = { ...center, district: 'กบินทร์บุรี' };

  test('an officer assesses in the own district and nowhere else', () => {
    const officer = [{ role: 'officer', scope: nadi, since }] as const;
    expect(may(officer, 'assess', center)).toBe(true);
    expect(may(officer, 'assess', elsewhere)).toBe(false);
    expect(may(officer, 'seeSummary', nadi)).toBe(false);
  });

  test('an administrator gets alerts and no reports', () => {
    const admin = [{ role: 'admin', scope: { kind: 'nation' }, since }] as const;
    for (const deed of ['assess', 'seeLevel', 'seeSummary', 'invite'] as const)
      expect(capacities(admin, deed)).toEqual([]);
  });

  test('only officers assess', () => {
    const all = roles.map((role) => ({ role, scope: { kind: 'nation' }, since }) as const);
    expect(capacities(all, 'assess').map(({ role }) => role)).toEqual(['officer']);
  });
});
