import { bare } from '../../engine/parse/clean.ts';
import {
  covers,
  districtsOf,
  findDistrict,
  findProvince,
  provinces,
  type Scope,
} from '../../programme/area/areas.ts';

/** The provinces and districts that a typed name means within some areas, with or without their title in front. */
export function areasNamed(text: string, within: readonly Scope[]): readonly Scope[] {
  const words = bare(text);
  const province = findProvince(words);
  const found: readonly Scope[] = [
    ...(province.kind === 'found' ? [{ kind: 'province', province: province.name } as const] : []),
    ...provincesIn(within).flatMap((name) => districtNamed(name, words)),
  ];
  return found.filter((area) => within.some((outer) => covers(outer, area)));
}

/** The areas next below a nation or province, whether or not they have a center. */
export function areasBelow(area: Scope): readonly Scope[] {
  if (area.kind === 'nation') return provinces.map((province) => ({ kind: 'province', province }));
  if (area.kind !== 'province') return [];
  const { province } = area;
  return districtsOf(province).map((district) => ({ kind: 'district', province, district }));
}

function provincesIn(areas: readonly Scope[]): readonly string[] {
  return provinces.filter((name) => areas.some((area) => area.kind === 'nation' || area.province === name));
}

function districtNamed(province: string, text: string): readonly Scope[] {
  const district = findDistrict(province, text);
  return district.kind === 'found' ? [{ kind: 'district', province, district: district.name }] : [];
}
