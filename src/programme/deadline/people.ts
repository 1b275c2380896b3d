import { covers, districtsOf, type Scope, scopeKey } from '../area/areas.ts';
import type { Binding, Role } from '../people/actor.ts';
import type { DeadlineArea } from './deadline.ts';
import type { DueKind } from './kind.ts';

/**
 * The areas with dates of a kind within those where somebody may set them: the nation for the department; for a
 * province itself and its districts, of what these report to it.
 */
export function areasOfDates(scopes: readonly Scope[], { from }: DueKind): readonly DeadlineArea[] {
  const areas = scopes.flatMap((scope): readonly DeadlineArea[] => {
    if (scope.kind === 'nation') return [scope];
    if (scope.kind !== 'province' || from === 'province') return [];
    const { province } = scope;
    return [
      scope,
      ...districtsOf(province).map((district) => ({ kind: 'district' as const, province, district })),
    ];
  });
  return [...new Map(areas.map((area) => [scopeKey(area), area])).values()];
}

const ofDistrict: readonly Role[] = ['officer', 'districtHead'];
const ofProvince: readonly Role[] = ['province', 'director', 'provinceHead'];

/** Who is told of a new date: those who owe what is due; where it is the nation's, the provinces that receive it too. */
export function rolesConcerned({ from }: DueKind, area: DeadlineArea): readonly Role[] {
  if (from === 'province') return ofProvince;
  return area.kind === 'nation' ? [...ofDistrict, ...ofProvince] : ofDistrict;
}

/** The capacities in which a date concerns somebody. */
export const concernedAs = (
  bindings: readonly Binding[],
  kind: DueKind,
  area: DeadlineArea,
): readonly Binding[] =>
  bindings.filter(({ role, scope }) => rolesConcerned(kind, area).includes(role) && covers(area, scope));
