import { areaAround, type Scope, scopeKey } from '../../programme/area/areas.ts';
import type { SeatSigner, Situation } from '../../programme/duty/situation.ts';
import { scopeKindOf } from '../../programme/people/actor.ts';
import { seatId } from '../../programme/people/seat.ts';
import { signingRoles } from '../../programme/report/signSteps.ts';
import type { UnitStanding } from '../../programme/standing.ts';
import { reached } from '../report/signers.ts';
import type { SituationStore } from './situationStore.ts';

type Seats = Pick<Situation, 'holders' | 'deputies'>;

/**
 * Who has the seats of signers in these areas, and around them, and who was named to sign for them. They matter only
 * where a report waits for a signature, so otherwise none is read.
 */
export async function readSeats(
  { persons, seats }: Pick<SituationStore, 'persons' | 'seats'>,
  areas: readonly Scope[],
  units: readonly UnitStanding[],
): Promise<Seats> {
  if (!units.some(({ rows }) => rows.some(({ stage }) => stage === 'waits')))
    return { holders: new Map(), deputies: new Map() };
  const [named, holders] = await Promise.all([
    seats.deputisedIn(provincesAround(areas)),
    readHolders(persons, areas),
  ]);
  const deputies = named.flatMap((seat) => (seat.deputies ?? []).map(({ to }) => to));
  const here = new Set(await reached(persons, [...new Set(deputies)]));
  return {
    holders,
    deputies: new Map(named.map(({ id, deputies = [] }) => [id, deputies.filter(({ to }) => here.has(to))])),
  };
}

async function readHolders(
  persons: SituationStore['persons'],
  areas: readonly Scope[],
): Promise<Seats['holders']> {
  const found = await Promise.all(
    signingRoles.map(async (role) => {
      const around = once(areas.map((area) => areaAround(area, scopeKindOf[role])));
      const all = await Promise.all(around.map((area) => persons.holders(role, area)));
      return all.flat().map((one) => ({ ...one, seat: seatId(role, one.scope) }));
    }),
  );
  const holders = new Map<string, SeatSigner[]>();
  for (const { seat, person, away } of found.flat()) {
    const known = holders.get(seat);
    if (known) known.push({ person, away });
    else holders.set(seat, [{ person, away }]);
  }
  return holders;
}

/** The provinces in which these areas lie, or the nation. */
export const provincesAround = (areas: readonly Scope[]): readonly Scope[] =>
  once(areas.map((area) => areaAround(area, 'province')));

const once = (areas: readonly Scope[]): readonly Scope[] => [
  ...new Map(areas.map((area) => [scopeKey(area), area])).values(),
];
