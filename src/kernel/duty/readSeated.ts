import { type Scope, scopeKey } from '../../programme/area/areas.ts';
import { type Role, scopeKindOf } from '../../programme/people/actor.ts';
import { seatId } from '../../programme/people/seat.ts';
import type { UnitStanding } from '../../programme/standing.ts';
import type { SituationStore } from './situationStore.ts';

/** Those who sign reports of centers. */
const signing: readonly Role[] = ['chair', 'districtHead', 'provinceHead'];

/**
 * The seats of signers that somebody has in these areas, and around them, by their ids. They matter only where a report
 * waits for a signature, so otherwise none is read.
 */
export async function readSeated(
  { persons }: Pick<SituationStore, 'persons'>,
  areas: readonly Scope[],
  units: readonly UnitStanding[],
): Promise<ReadonlySet<string>> {
  if (!units.some(({ rows }) => rows.some(({ stage }) => stage === 'waits'))) return new Set();
  const found = await Promise.all(
    signing.map(async (role) => {
      const around = new Map(areas.map((area) => widened(area, role)).map((area) => [scopeKey(area), area]));
      const scopes = await Promise.all([...around.values()].map((area) => persons.areasOf(role, area)));
      return scopes.flat().map((scope) => seatId(role, scope));
    }),
  );
  return new Set(found.flat());
}

/** The area itself, or the one around it in which the role is held. */
function widened(area: Scope, role: Role): Scope {
  if (area.kind === 'nation') return area;
  const { province } = area;
  switch (scopeKindOf[role]) {
    case 'province':
      return { kind: 'province', province };
    case 'district':
      return area.kind === 'center' ? { kind: 'district', province, district: area.district } : area;
    case 'center':
    case 'nation':
      return area;
    default:
      return scopeKindOf[role] satisfies never;
  }
}
