import { describe, expect, it } from 'vitest';
import { features } from '../../../src/features/index.ts';
import type { Scope } from '../../../src/programme/area/areas.ts';
import type { CenterId } from '../../../src/programme/ids.ts';
import {
  type Binding,
  capacities,
  type Deed,
  invitableBy,
  isSingleSeat,
  may,
  type Role,
  roles,
  scopeKindOf,
} from '../../../src/programme/people/actor.ts';

const province = 'ปราจีนบุรี';
const since = new Date(0);
const kabin: Scope = { kind: 'district', province, district: 'กบินทร์บุรี' };
const nadi: Scope = { kind: 'district', province, district: 'นาดี' };
const khok: Scope = { ...kabin, kind: 'center', center: 'C000001' as CenterId };
const rai: Scope = { ...kabin, kind: 'center', center: 'C000002' as CenterId };
const binding = (role: Role, scope: Scope): Binding => ({ role, scope, since });
const where: { readonly [K in Scope['kind']]: Scope } = {
  nation: { kind: 'nation' },
  province: { kind: 'province', province },
  district: kabin,
  center: khok,
};
const as = (role: Role) => [binding(role, where[scopeKindOf[role]])];
const deeds = new Map(features.flatMap(({ deeds: own = [] }) => own.map((deed) => [deed.id, deed] as const)));
function deed(id: string): Deed {
  const found = deeds.get(id);
  if (!found) throw new Error(`no feature has the deed ${id}`);
  return found;
}
const who = (id: string) => roles.filter((role) => may(as(role), deed(id), khok));

describe('who may do what', () => {
  it('is what the command list says', () => {
    expect(who('assess')).toEqual(['officer']);
    expect(who('carryPlan')).toEqual(['officer']);
    expect(who('keepRegistry')).toEqual(['officer']);
    expect(who('seePlan')).toEqual([
      'officer',
      'districtHead',
      'chair',
      'province',
      'director',
      'provinceHead',
    ]);
    expect(who('confirmRegistry')).toEqual([
      'officer',
      'districtHead',
      'province',
      'director',
      'provinceHead',
    ]);
    expect(who('seeLevel')).toEqual(roles.filter((role) => role !== 'admin'));
    expect(who('seeSummary')).toEqual(['districtHead', 'province', 'director', 'provinceHead', 'department']);
    expect(who('seeHouseholdCounts')).toEqual(who('seeSummary'));
    expect(who('announce')).toEqual(['province', 'director', 'provinceHead', 'department']);
    expect(who('remind')).toEqual(['province', 'director', 'provinceHead']);
    expect(who('invite')).toEqual(['districtHead', 'province', 'director', 'provinceHead', 'department']);
  });

  it('ends at the border of the area', () => {
    const officer = [binding('officer', kabin)];
    expect(may(officer, deed('assess'), rai)).toBe(true);
    expect(may(officer, deed('assess'), nadi)).toBe(false);
    expect(may(officer, deed('assess'), where.province)).toBe(false);
    const chair = [binding('chair', khok)];
    expect(may(chair, deed('seeLevel'), khok)).toBe(true);
    expect(may(chair, deed('seeLevel'), rai)).toBe(false);
    const namesake: Scope = { kind: 'district', province: 'สระแก้ว', district: 'กบินทร์บุรี' };
    expect(may(officer, deed('assess'), namesake)).toBe(false);
  });

  it('adds up over the roles of one account', () => {
    const both = [binding('officer', nadi), binding('chair', khok)];
    expect(may(both, deed('assess'), khok)).toBe(false);
    expect(may(both, deed('seeLevel'), khok)).toBe(true);
    expect(capacities(both, deed('seePlan'))).toEqual(both);
    expect(capacities(both, deed('assess'))).toEqual([both[0]]);
    expect(capacities([], deed('seeLevel'))).toEqual([]);
  });
});

describe('who may invite whom', () => {
  it('is never somebody above, and never an administrator', () => {
    const rank: readonly Role[] = [
      'chair',
      'officer',
      'districtHead',
      'province',
      'director',
      'provinceHead',
      'department',
    ];
    for (const role of roles) {
      for (const invited of invitableBy[role]) {
        expect(invited).not.toBe('admin');
        expect(rank.indexOf(invited)).toBeLessThanOrEqual(rank.indexOf(role));
      }
    }
  });

  it('is nobody for officers and chairs', () => {
    expect(roles.filter((role) => invitableBy[role].length === 0)).toEqual(['officer', 'chair', 'admin']);
    expect(invitableBy.districtHead).toEqual(['officer', 'chair']);
  });
});

describe('a seat of one', () => {
  it('is a chair, a head of district or province, and a director', () => {
    expect(roles.filter(isSingleSeat)).toEqual(['districtHead', 'chair', 'director', 'provinceHead']);
  });
});
