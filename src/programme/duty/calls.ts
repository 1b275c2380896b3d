import { covers } from '../area/areas.ts';
import { type Notice, noticesAt } from '../deadline/notices.ts';
import { type Audience, audiences } from '../deadline/reminderPlan.ts';
import type { Role } from '../people/actor.ts';
import type { Duty } from './duty.ts';
import { type Owing, waitsFor } from './ofPerson.ts';
import type { DutyDate } from './stepDate.ts';
import { byUrgency } from './urgency.ts';

/** A duty that the clock speaks of, to whom, and how many days before or after its date that was planned. */
export type DutyCall = Notice & { readonly duty: Duty };

/** What the clock has to say at an instant of what is still owed; of what is frozen then, nothing. */
export function callsAt(duties: readonly Duty[], at: Date): readonly DutyCall[] {
  const known = new Map<DutyDate, readonly Notice[]>();
  const noticesOf = (rule: DutyDate) => {
    const notices = known.get(rule) ?? noticesAt(rule, at);
    known.set(rule, notices);
    return notices;
  };
  return duties.flatMap((duty) =>
    (duty.deadline && !duty.frozen ? noticesOf(duty.deadline) : []).map((notice) => ({ ...notice, duty })),
  );
}

/** What a person is told: of each duty once, as the one who owes it before as a superior; the most urgent first. */
export function callsFor(person: Owing, calls: readonly DutyCall[]): readonly DutyCall[] {
  const own = calls.filter((call) => hears(person, call));
  const first = new Map<string, DutyCall>();
  for (const call of own.toSorted(byAudience)) {
    if (!first.has(call.duty.key)) first.set(call.duty.key, call);
  }
  return [...first.values()].sort((a, b) => byUrgency(a.duty, b.duty));
}

const rank: { readonly [A in Audience]: number } = { owing: 0, districtHead: 1, province: 2 };
const byAudience = (a: DutyCall, b: DutyCall): number => rank[a.audience] - rank[b.audience];

/** Whether something may be said of a duty to a person: it is an own one, or one of those whose work the person oversees. */
export const concerns = (person: Owing, duty: Duty): boolean =>
  !duty.frozen && audiences.some((audience) => hears(person, { audience, duty }));

/** The superiors in each list; a province's staff are its academics, its director and its head. */
const superiors: { readonly [A in Exclude<Audience, 'owing'>]: readonly Role[] } = {
  districtHead: ['districtHead'],
  province: ['province', 'director', 'provinceHead'],
};

/** Superiors hear of what waits below them, not of what waits for their equals or for those above. */
function hears(person: Owing, { audience, duty }: Pick<DutyCall, 'audience' | 'duty'>): boolean {
  if (audience === 'owing') return waitsFor(person, duty);
  return (
    duty.step.roles.every((role) => levelOf(role) < rank[audience]) &&
    person.bindings.some(({ role, scope }) => superiors[audience].includes(role) && covers(scope, duty.about))
  );
}

function levelOf(role: Role): number {
  if (role === 'officer' || role === 'chair') return 0;
  return role === 'districtHead' ? 1 : 2;
}
