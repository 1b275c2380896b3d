import { seatArea } from '../../programme/duty/step.ts';
import { type Seat, seatId } from '../../programme/people/seat.ts';
import type { Around } from '../../programme/report/around.ts';
import { type AreaFreeze, type FreezableArea, type Freeze, freezeId } from '../../programme/report/freeze.ts';
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
    Promise.all(areasAround(unit).map((area) => store.freezes.read(freezeId(area)))),
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
  freezes: areasAround(unit).flatMap((area) => freezeIn(freezes.find(({ id }) => id === freezeId(area)))),
  deputies,
});

const freezeIn = (record: AreaFreeze | undefined): readonly Freeze[] =>
  record?.freeze ? [record.freeze] : [];

const deputiesIn = (seat: Seat | undefined) => seat?.deputies ?? [];

/** The areas of which each may be frozen, the widest first. */
function areasAround(unit: Unit): readonly FreezableArea[] {
  const { province } = unit;
  const whole = { kind: 'province', province } as const;
  return unit.kind === 'province'
    ? [whole]
    : [whole, { kind: 'district', province, district: unit.district }];
}
