import type { AreaFreeze, Freeze } from '../../programme/report/freeze.ts';
import { freezeAt } from '../../programme/report/freeze.ts';
import type { Unit } from '../../programme/report/unit.ts';
import type { Context } from '../flow.ts';
import { aroundOf } from './around.ts';

/** The freeze that is in force around a unit now, of those that a person knows. */
export const freezeAround = (
  unit: Unit,
  freezes: readonly AreaFreeze[],
  { now }: Pick<Context, 'now'>,
): Freeze | undefined => freezeAt(aroundOf(unit, freezes, []).freezes, now);
