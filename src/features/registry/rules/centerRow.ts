import { type Center, defaultHouseholdTarget } from '../../../programme/center/center.ts';
import type { RegistryRow } from '../../../programme/center/row.ts';

/** The center that a row describes; what the row leaves open is absent, empty, false or the default target. */
export function centerOf(id: Center['id'], key: string, row: RegistryRow): Center {
  const { province, district, subdistrict, moo, village, name } = row;
  const { founded, chairName, chairPhone, committeeSize, operatingModel } = row;
  const budgeted = row.budgeted ?? false;
  const householdTarget = row.householdTarget ?? defaultHouseholdTarget(founded, budgeted);
  return {
    id,
    key,
    name,
    province,
    district,
    subdistrict,
    moo,
    village,
    ...(founded !== undefined && { founded }),
    chair: {
      ...(chairName !== undefined && { name: chairName }),
      ...(chairPhone !== undefined && { phone: chairPhone }),
    },
    ...(committeeSize !== undefined && { committeeSize }),
    divisions: row.divisions ?? [],
    memberFunds: row.memberFunds ?? [],
    budgeted,
    newCenter: row.newCenter ?? false,
    modelCenter: row.modelCenter ?? false,
    ...(operatingModel !== undefined && { operatingModel }),
    ...(householdTarget !== undefined && { householdTarget }),
  };
}

/** The row that describes a center as it is now. */
export function rowOf({ id: _id, key: _key, chair, ...rest }: Center): RegistryRow {
  return {
    ...rest,
    ...(chair.name !== undefined && { chairName: chair.name }),
    ...(chair.phone !== undefined && { chairPhone: chair.phone }),
  };
}
