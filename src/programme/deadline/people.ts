import { covers, districtsOf, scopeKey } from '../area/areas.ts';
import { type Binding, capacities, type Role } from '../people/actor.ts';
import type { DeadlineArea, DeadlinePlace } from './deadline.ts';
import { type DeadlineKind, routes } from './kind.ts';

/**
 * Where somebody may change the date of a kind: the department the nation's; a province its own and its districts',
 * of what these report to it.
 */
export function areasToSet(bindings: readonly Binding[], kind: DeadlineKind): readonly DeadlineArea[] {
  const areas = capacities(bindings, 'setDeadline').flatMap(({ scope }): readonly DeadlineArea[] => {
    if (scope.kind === 'nation') return [scope];
    if (scope.kind !== 'province' || routes[kind].from === 'province') return [];
    const { province } = scope;
    return [
      scope,
      ...districtsOf(province).map((district) => ({ kind: 'district' as const, province, district })),
    ];
  });
  return [...new Map(areas.map((area) => [scopeKey(area), area])).values()];
}

type Place = Pick<DeadlinePlace, 'kind' | 'area'>;

const ofDistrict: readonly Role[] = ['officer', 'districtHead'];
const ofProvince: readonly Role[] = ['province', 'director', 'provinceHead'];

/** Who is told of a new date: those who owe what is due; where it is the nation's, the provinces that receive it too. */
export function rolesConcerned({ kind, area }: Place): readonly Role[] {
  if (routes[kind].from === 'province') return ofProvince;
  return area.kind === 'nation' ? [...ofDistrict, ...ofProvince] : ofDistrict;
}

/** The capacities in which a date concerns somebody. */
export const concernedAs = (bindings: readonly Binding[], place: Place): readonly Binding[] =>
  bindings.filter(({ role, scope }) => rolesConcerned(place).includes(role) && covers(place.area, scope));
