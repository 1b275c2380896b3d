import type { Scope } from '../area/areas.ts';
import { type Role, scopeKindOf } from '../people/actor.ts';
import type { CaseRow } from '../report/row.ts';
import type { SignStep } from '../report/rules.ts';
import { scopeOfUnit, type Unit } from '../report/unit.ts';
import type { Step } from './duty.ts';

/** The step that a report waits for; none once it is done. A report that nobody has begun has no row. */
export function stepAt(row: CaseRow | undefined, unit: Unit, chain: readonly SignStep[]): Step | undefined {
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
      return step && { act: step.act, roles: [step.role], scope: scopeAround(unit, scopeKindOf[step.role]) };
    }
    case 'done':
      return undefined;
    default:
      return stage satisfies never;
  }
}

/** A district's officers report for what lies in it, a province's own staff for the province. */
function reporterStep(act: 'submit' | 'amend', unit: Unit, row: CaseRow | undefined): Step {
  const roles: readonly Role[] =
    unit.kind === 'province' ? ['province', 'director', 'provinceHead'] : ['officer'];
  const kind = unit.kind === 'province' ? 'province' : 'district';
  const person = row?.holder?.person;
  return { act, roles, scope: scopeAround(unit, kind), ...(person !== undefined && { person }) };
}

/** The area of a kind that a unit lies in, or the unit's own where that is larger. */
export function scopeAround(unit: Unit, kind: Scope['kind']): Scope {
  if (kind === 'nation') return { kind };
  const { province } = unit;
  if (kind === 'province' || unit.kind === 'province') return { kind: 'province', province };
  return kind === 'district' ? { kind, province, district: unit.district } : scopeOfUnit(unit);
}
