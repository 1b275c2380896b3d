import { covers } from '../../area/areas.ts';
import { bangkokDate } from '../../calendar/calendar.ts';
import type { CaseState } from '../case.ts';
import { freezingRoles } from '../freeze.ts';
import type { LiftFreeze, SetFreeze } from '../intent.ts';
import type { CaseOutcome } from '../outcome.ts';
import { scopeOfUnit } from '../unit.ts';
import { type CaseDecided, unchanged } from './decided.ts';

export function setFreeze<C>(present: CaseState<C>, intent: SetFreeze): CaseDecided<C> {
  const { from, until, by, name: byName, capacity } = intent;
  const refused = refusalOf(present, intent);
  if (refused) return unchanged(refused);
  const reason = intent.reason.trim();
  if (reason === '') return unchanged({ kind: 'reasonMissing' });
  return {
    change: { freeze: { from, until, reason, by, byName, scope: capacity.scope } },
    outcome: { kind: 'freezeSet', from, until },
  };
}

export function liftFreeze<C>(present: CaseState<C>, intent: LiftFreeze): CaseDecided<C> {
  const refused = refusalOf(present, intent);
  return refused ? unchanged(refused) : { change: { freeze: undefined }, outcome: { kind: 'freezeLifted' } };
}

/** What a wider area has frozen, a smaller one neither lifts nor sets other dates for until it is over. */
function refusalOf<C>(
  { unit, freeze }: CaseState<C>,
  { capacity: { role, scope }, at }: SetFreeze | LiftFreeze,
): CaseOutcome | undefined {
  if (!freezingRoles.includes(role) || !covers(scope, scopeOfUnit(unit))) return { kind: 'notEntitled' };
  const isOver = !freeze || freeze.until < bangkokDate(at);
  if (isOver || covers(scope, freeze.scope)) return undefined;
  const { from, until, reason, byName } = freeze;
  return { kind: 'frozen', from, until, reason, byName };
}
