import type { Scope } from '../../domain/area/areas.ts';
import type { Center } from '../../domain/center/center.ts';

/** The area that is one center. */
export function scopeOfCenter({ province, district, id }: Center): Scope {
  return { kind: 'center', province, district, center: id };
}
