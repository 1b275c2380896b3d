import { districtsOf, provinces, type Scope } from '../../programme/area/areas.ts';
import { readCenterId } from '../../programme/center/center.ts';

/** The nation's path; no province is called so. */
const nation = '*';

/** An area in one word, as buttons carry it: `ปราจีนบุรี/นาดี/C4K7Q2M`. Names of areas hold no spaces. */
export function areaPath(area: Scope): string {
  switch (area.kind) {
    case 'nation':
      return nation;
    case 'province':
      return area.province;
    case 'district':
      return `${area.province}/${area.district}`;
    case 'center':
      return `${area.province}/${area.district}/${area.center}`;
    default:
      return area satisfies never;
  }
}

/** The area of a path; nothing where there is no such province or district. */
export function areaAt(path: string | undefined): Scope | undefined {
  if (path === nation) return { kind: 'nation' };
  const [province = '', district, id] = path?.split('/') ?? [];
  if (!provinces.includes(province)) return undefined;
  if (district === undefined) return { kind: 'province', province };
  if (!districtsOf(province).includes(district)) return undefined;
  if (id === undefined) return { kind: 'district', province, district };
  const center = readCenterId(id);
  return center && { kind: 'center', province, district, center };
}
