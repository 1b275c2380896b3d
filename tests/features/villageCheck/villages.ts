import type { Scope } from '../../../src/programme/area/areas.ts';
import { covers } from '../../../src/programme/area/areas.ts';
import { scopeOfUnit, type Unit, unitId } from '../../../src/programme/report/unit.ts';

export type Village = { readonly unit: Extract<Unit, { kind: 'village' }>; readonly name: string };

const village = (district: string, tambon: string, moo: number): Village => ({
  unit: { kind: 'village', province: 'ปราจีนบุรี', district, tambon, moo },
  name: `หมู่ ${moo} ต.${tambon}`,
});

/** The villages that are checked. */
export const villages: readonly Village[] = [
  village('นาดี', 'ทุ่งโพธิ์', 3),
  village('นาดี', 'ทุ่งโพธิ์', 4),
  village('กบินทร์บุรี', 'เมืองเก่า', 1),
];

export const villagesIn = (areas: readonly Scope[]): readonly Village[] =>
  villages.filter(({ unit }) => areas.some((area) => covers(area, scopeOfUnit(unit)) || liesIn(unit, area)));

/** A district's own list is asked for by those whose area it is. */
const liesIn = (unit: Unit, area: Scope): boolean =>
  covers(scopeOfUnit(unit), area) && area.kind !== 'center';

export const villageWith = (id: string | undefined): Village | undefined =>
  villages.find(({ unit }) => unitId(unit) === id);
