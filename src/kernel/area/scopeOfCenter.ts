import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';

/** The area that is one center. */
export function scopeOfCenter({
  province,
  district,
  id,
}: Pick<Center, 'id' | 'province' | 'district'>): Scope {
  return { kind: 'center', province, district, center: id };
}
