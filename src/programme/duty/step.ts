import type { Scope } from '../area/areas.ts';
import { type Role, scopeKindOf } from '../people/actor.ts';
import { levelAbove } from '../people/deputy.ts';
import { seatId } from '../people/seat.ts';
import type { CaseRow } from '../report/row.ts';
import type { SignStep } from '../report/rules.ts';
import { scopeOfUnit, type Unit } from '../report/unit.ts';
import type { ChainStep, Step } from './duty.ts';
import type { Situation } from './situation.ts';

type Known = Pick<Situation, 'seated'>;

/** The step that a report waits for; none once it is done. A report that nobody has begun has no row. */
export function stepAt(
  row: CaseRow | undefined,
  unit: Unit,
  chain: readonly SignStep[],
  known: Known,
): Step | undefined {
  const stage = row?.stage ?? 'notBegun';
  switch (stage) {
    case 'notBegun':
    case 'inProgress':
    case 'recalled':
      return reporterStep('submit', unit, row);
    case 'returned':
      return reporterStep('amend', unit, row);
    case 'waits': {
      const step = chain.find(({ id }) => id === row?.step);
      return row && step && chainStep(row, unit, step, known);
    }
    case 'done':
      return undefined;
    default:
      return stage satisfies never;
  }
}

/** Whoever has the seat signs; while nobody has it, the level above has to name somebody. */
function chainStep(row: CaseRow, unit: Unit, step: SignStep, { seated }: Known): Step {
  const { since, barred = [] } = row;
  if (!since) throw new Error('a report that waits for a signature does not say since when');
  const chain: ChainStep = { step, since, barred };
  const { role } = step;
  const above = levelAbove[role];
  return above && !seated.has(seatId(role, seatArea(unit, role)))
    ? { act: 'delegate', roles: [above], scope: seatArea(unit, above), chain }
    : { act: step.act, roles: [role], scope: seatArea(unit, role), chain };
}

/** A district's officers report for what lies in it, a province's own staff for the province. */
function reporterStep(act: 'submit' | 'amend', unit: Unit, row: CaseRow | undefined): Step {
  const roles: readonly Role[] =
    unit.kind === 'province' ? ['province', 'director', 'provinceHead'] : ['officer'];
  const kind = unit.kind === 'province' ? 'province' : 'district';
  const person = row?.holder?.person;
  return { act, roles, scope: scopeAround(unit, kind), ...(person !== undefined && { person }) };
}

/** The area of the seat of a role, as far as it is about a unit. */
export const seatArea = (unit: Unit, role: Role): Scope => scopeAround(unit, scopeKindOf[role]);

/** The area of a kind that a unit lies in, or the unit's own where that is larger. */
export function scopeAround(unit: Unit, kind: Scope['kind']): Scope {
  if (kind === 'nation') return { kind };
  const { province } = unit;
  if (kind === 'province' || unit.kind === 'province') return { kind: 'province', province };
  return kind === 'district' ? { kind, province, district: unit.district } : scopeOfUnit(unit);
}
