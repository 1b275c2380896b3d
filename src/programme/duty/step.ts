import { areaAround, type Scope } from '../area/areas.ts';
import { type Role, scopeKindOf } from '../people/actor.ts';
import { levelAbove, signsOn } from '../people/deputy.ts';
import { seatId } from '../people/seat.ts';
import { reportCaseId } from '../report/case.ts';
import type { CaseRow } from '../report/row.ts';
import type { ReportRules, SignStep } from '../report/rules.ts';
import { scopeOfUnit, type Unit } from '../report/unit.ts';
import type { ChainStep, Step } from './duty.ts';
import type { Situation } from './situation.ts';

type Known = Pick<Situation, 'holders' | 'deputies' | 'today'>;

/** What a kind of report says of who owes it. */
export type OwedRules = Pick<ReportRules<never>, 'form' | 'chain'>;

/** The step that a report waits for; none once it is done. A report that nobody has begun has no row. */
export function stepAt(
  row: CaseRow | undefined,
  unit: Unit,
  { form, chain }: OwedRules,
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
      return row && step && chainStep(row, { unit, form, step }, known);
    }
    case 'done':
      return undefined;
    default:
      return stage satisfies never;
  }
}

type Waiting = { readonly unit: Unit; readonly form: string; readonly step: SignStep };

/**
 * Whoever has the seat signs, or stands in for it, unless another step of the case is theirs; while nobody does who
 * hears of it, the level above has to name somebody.
 */
function chainStep(
  { since, barred = [], period }: CaseRow,
  { unit, form, step }: Waiting,
  { holders, deputies, today }: Known,
): Step {
  if (!since) throw new Error('a report that waits for a signature does not say since when');
  const { role } = step;
  const seat = seatId(role, seatArea(unit, role));
  const report = reportCaseId(unit, form, period);
  const named = (deputies.get(seat) ?? []).filter(
    (one) => signsOn(one, report, today) && !barred.includes(one.to),
  );
  const standIns = new Map(named.map(({ to: person, name }) => [person, { person, name }]));
  const chain: ChainStep = { step, since, barred, deputies: [...standIns.values()] };
  const above = levelAbove[role];
  const signers = (holders.get(seat) ?? []).filter(({ person }) => !barred.includes(person));
  const isHeld = signers.some(({ away }) => !away);
  return above && !isHeld && standIns.size === 0
    ? {
        ...{ act: 'delegate', roles: [above], scope: seatArea(unit, above) },
        chain: { ...chain, ...(signers.length > 0 && { left: true }) },
      }
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
export const scopeAround = (unit: Unit, kind: Scope['kind']): Scope => areaAround(scopeOfUnit(unit), kind);
