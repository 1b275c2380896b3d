import { areaAround, type Scope, scopeKey } from '../../programme/area/areas.ts';
import type { Situation } from '../../programme/duty/situation.ts';
import { scopeKindOf } from '../../programme/people/actor.ts';
import { seatId } from '../../programme/people/seat.ts';
import { signingRoles } from '../../programme/report/signSteps.ts';
import type { UnitStanding } from '../../programme/standing.ts';
import { reached } from '../report/signers.ts';
import type { SituationStore } from './situationStore.ts';

type Seats = Pick<Situation, 'seated' | 'left' | 'deputies'>;

/**
 * The seats of signers that somebody has in these areas, and around them, whose holders left LINE, and who was named to
 * sign for them. They matter only where a report waits for a signature, so otherwise none is read.
 */
export async function readSeats(
  { persons, seats }: Pick<SituationStore, 'persons' | 'seats'>,
  areas: readonly Scope[],
  units: readonly UnitStanding[],
): Promise<Seats> {
  if (!units.some(({ rows }) => rows.some(({ stage }) => stage === 'waits')))
    return { seated: new Set(), left: new Set(), deputies: new Map() };
  const seatsFound = async (find: 'areasOf' | 'areasLeft') => {
    const found = await Promise.all(
      signingRoles.map(async (role) => {
        const around = once(areas.map((area) => areaAround(area, scopeKindOf[role])));
        const scopes = await Promise.all(around.map((area) => persons[find](role, area)));
        return scopes.flat().map((scope) => seatId(role, scope));
      }),
    );
    return new Set(found.flat());
  };
  const [named, seated, left] = await Promise.all([
    seats.deputisedIn(provincesAround(areas)),
    seatsFound('areasOf'),
    seatsFound('areasLeft'),
  ]);
  const deputies = named.flatMap((seat) => (seat.deputies ?? []).map(({ to }) => to));
  const here = new Set(await reached(persons, [...new Set(deputies)]));
  return {
    ...{ seated, left },
    deputies: new Map(named.map(({ id, deputies = [] }) => [id, deputies.filter(({ to }) => here.has(to))])),
  };
}

/** The provinces in which these areas lie, or the nation. */
export const provincesAround = (areas: readonly Scope[]): readonly Scope[] =>
  once(areas.map((area) => areaAround(area, 'province')));

const once = (areas: readonly Scope[]): readonly Scope[] => [
  ...new Map(areas.map((area) => [scopeKey(area), area])).values(),
];
