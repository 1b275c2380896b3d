import type { Scope } from '../area/areas.ts';
import type { CenterId } from '../ids.ts';

/** What one report is about, with the areas it lies in. A village is known by its number (moo) in its tambon. */
export type Unit =
  | {
      readonly kind: 'center';
      readonly province: string;
      readonly district: string;
      readonly center: CenterId;
    }
  | {
      readonly kind: 'village';
      readonly province: string;
      readonly district: string;
      readonly tambon: string;
      readonly moo: number;
    }
  | {
      readonly kind: 'tambon';
      readonly province: string;
      readonly district: string;
      readonly tambon: string;
    }
  | { readonly kind: 'district'; readonly province: string; readonly district: string }
  | { readonly kind: 'province'; readonly province: string };

export type UnitKind = Unit['kind'];
export type CenterUnit = Extract<Unit, { readonly kind: 'center' }>;

/** The center that a report is about, where its kind is one of centers. @throws of another unit. */
export function centerUnit(unit: Unit): CenterUnit {
  if (unit.kind !== 'center') throw new Error(`a report of a center is about a ${unit.kind}`);
  return unit;
}

/** A unit in one word, for ids: a center's printed id, otherwise the names from the province down. */
export function unitId(unit: Unit): string {
  switch (unit.kind) {
    case 'center':
      return unit.center;
    case 'village':
      return [unit.province, unit.district, unit.tambon, unit.moo].join('/');
    case 'tambon':
      return [unit.province, unit.district, unit.tambon].join('/');
    case 'district':
      return [unit.province, unit.district].join('/');
    case 'province':
      return unit.province;
    default:
      return unit satisfies never;
  }
}

/** The smallest area of people that holds the unit; nobody's scope is smaller than a district but a chair's. */
export function scopeOfUnit(unit: Unit): Exclude<Scope, { readonly kind: 'nation' }> {
  switch (unit.kind) {
    case 'center':
      return {
        kind: 'center',
        province: unit.province,
        district: unit.district,
        center: unit.center,
      };
    case 'village':
    case 'tambon':
    case 'district':
      return { kind: 'district', province: unit.province, district: unit.district };
    case 'province':
      return { kind: 'province', province: unit.province };
    default:
      return unit satisfies never;
  }
}
