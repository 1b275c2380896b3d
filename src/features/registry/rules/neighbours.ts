import { type Center, type CenterPlace, centerId, centerKey } from '../../../programme/center/center.ts';
import type { RegistryRow } from '../../../programme/center/row.ts';
import { centerOf } from './centerRow.ts';

/** The centers that an import meets: those of the registry and those that it adds. */
export function neighbours(centers: Iterable<Center>) {
  const byDistrict = new Map<string, Center[]>();
  const taken = new Set<string>();

  function remember(center: Center): void {
    taken.add(center.id).add(center.key);
    const key = districtKey(center);
    const others = byDistrict.get(key);
    if (others) others.push(center);
    else byDistrict.set(key, [center]);
  }
  for (const center of centers) remember(center);

  return {
    /** A center of the row's district for which a question is answered with yes. */
    find: (row: CenterPlace, isIt: (center: Center, row: CenterPlace) => boolean): Center | undefined =>
      byDistrict.get(districtKey(row))?.find((center) => isIt(center, row)),
    /** The center of a row that means none of them, under an id and a key that are free. */
    add(row: RegistryRow): Center {
      let key = centerKey(row);
      for (let salt = 1; taken.has(key) || taken.has(centerId(key)); salt += 1)
        key = `${centerKey(row)} ${salt}`;
      const center = centerOf(centerId(key), key, row);
      remember(center);
      return center;
    },
  };
}

export type Neighbours = ReturnType<typeof neighbours>;

const districtKey = ({ province, district }: CenterPlace): string => `${province}/${district}`;
