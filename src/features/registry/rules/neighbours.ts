import { type Center, type CenterPlace, centerId, centerKey } from '../../../programme/center/center.ts';
import type { RegistryRow } from '../../../programme/center/row.ts';
import { centerOf } from './centerRow.ts';
import { looksLike } from './looksLike.ts';

/** The centers that an import meets: those of the registry and those that it adds. */
export function neighbours(centers: Iterable<Center>) {
  const byDistrict = new Map<string, Center[]>();
  const ids = new Set<string>();

  function remember(center: Center): void {
    ids.add(center.id);
    const key = districtKey(center);
    const others = byDistrict.get(key);
    if (others) others.push(center);
    else byDistrict.set(key, [center]);
  }
  for (const center of centers) remember(center);

  return {
    /** A center of the same district that is probably the one a row means. */
    similarTo: (row: CenterPlace): Center | undefined =>
      byDistrict.get(districtKey(row))?.find((center) => looksLike(center, row)),
    /** The center of a row that means none of them, under an id that is free. */
    add(row: RegistryRow): Center {
      const key = centerKey(row);
      let salt = 0;
      while (ids.has(centerId(key, salt))) salt += 1;
      const center = centerOf(centerId(key, salt), key, row);
      remember(center);
      return center;
    },
  };
}

const districtKey = ({ province, district }: CenterPlace): string => `${province}/${district}`;
