import { seatArea } from '../../programme/duty/step.ts';
import { type Seat, seatId } from '../../programme/people/seat.ts';
import type { Around } from '../../programme/report/around.ts';
import { type AreaFreeze, type Freeze, freezableAround, freezeId } from '../../programme/report/freeze.ts';
import type { ReportRules } from '../../programme/report/rules.ts';
import type { Unit } from '../../programme/report/unit.ts';
import type { Kept } from '../store.ts';

/** Where is kept what holds in an area. */
export type AroundStore = Pick<Kept, 'freezes' | 'seats'>;

/** What holds around a unit now for the reports of a kind. */
export async function readAround(
  store: AroundStore,
  unit: Unit,
  { chain }: Pick<ReportRules<never>, 'chain'>,
): Promise<Around> {
  const [freezes, seats] = await Promise.all([
    Promise.all(freezableAround(unit).map((area) => store.freezes.read(freezeId(area)))),
    Promise.all(chain.map(({ role }) => store.seats.read(seatId(role, seatArea(unit, role))))),
  ]);
  return { freezes: freezes.flatMap(freezeIn), deputies: seats.flatMap(deputiesIn) };
}

/** What holds around a unit, of all that is known of freezes and seats. */
export const aroundOf = (
  unit: Unit,
  freezes: readonly AreaFreeze[],
  deputies: Around['deputies'],
): Around => ({
  freezes: freezableAround(unit).flatMap((area) => freezeIn(freezes.find(({ id }) => id === freezeId(area)))),
  deputies,
});

const freezeIn = (record: AreaFreeze | undefined): readonly Freeze[] =>
  record?.freeze ? [record.freeze] : [];

const deputiesIn = (seat: Seat | undefined) => seat?.deputies ?? [];
