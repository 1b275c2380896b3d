import type { Scope } from '../../programme/area/areas.ts';

/** Finds the documents of an area; `centerField` holds the center's id. */
export function areaFilter(area: Scope, centerField = 'center'): Record<string, string> {
  switch (area.kind) {
    case 'nation':
      return {};
    case 'province':
      return { province: area.province };
    case 'district':
      return { province: area.province, district: area.district };
    case 'center':
      return { province: area.province, district: area.district, [centerField]: area.center };
    default:
      return area satisfies never;
  }
}

/** Finds the documents of any of the areas; of none, nothing. */
export function areasFilter(areas: readonly Scope[], centerField?: string): Record<string, unknown> {
  return areas.length === 0
    ? { _id: { $in: [] } }
    : { $or: areas.map((area) => areaFilter(area, centerField)) };
}
