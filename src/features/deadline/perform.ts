import { decideShared } from '../../kernel/decideShared.ts';
import type { Done, Job } from '../../kernel/effects.ts';
import type { Intent } from '../../kernel/intent.ts';
import { covers } from '../../programme/area/areas.ts';
import {
  type Deadline,
  type DeadlineOutcome,
  type DeadlinePlace,
  deadlineId,
  newDeadline,
} from '../../programme/deadline/deadline.ts';
import { type DeadlineIntent, decideDeadline } from '../../programme/deadline/decideDeadline.ts';
import { dueFor, holdsThroughout, nextDue } from '../../programme/deadline/dueFor.ts';
import { type DueKind, dueKindOf } from '../../programme/deadline/kind.ts';
import { capacities } from '../../programme/people/actor.ts';
import { type DateParts, dateNotices } from './dateNotices.ts';
import { setDeadlines } from './deeds.ts';
import type { Deadlines } from './store.ts';

type SetDeadline = Extract<Intent, { kind: 'setDeadline' }>;

/** A date that somebody gives, without what is read when it is decided. */
type DateGiven = Omit<DeadlineIntent, 'kind' | 'next' | 'before' | 'holds'>;

/** Lets the dates of an area decide on a new one. */
export async function setDeadline(
  { deadlines, dues }: { readonly deadlines: Deadlines; readonly dues: readonly DueKind[] },
  { kind: id, area, ...period }: DeadlinePlace,
  given: DateGiven,
): Promise<{ readonly record: Deadline; readonly outcome: DeadlineOutcome }> {
  const kind = dueKindOf(dues, id);
  const decided = await decideShared(deadlines, deadlineId(id, period, area), async (present) => {
    const rules = await deadlines.rules(period.year);
    const next = nextDue(rules, kind, period, area);
    const before = dueFor(rules, id, period, area);
    return decideDeadline(kind, present ?? newDeadline(id, period, area), {
      ...given,
      kind: 'set',
      ...(next && { next }),
      ...(before && { before }),
      holds: holdsThroughout(rules, id, period, area),
    });
  });
  if (!decided) throw new Error('a deadline always decides');
  return decided;
}

/** A new date; those for whom it changes something are told. */
export function createDeadlineWork(parts: DateParts) {
  return async ({ id, at, by }: Job, { place, due, accepted, letter }: SetDeadline): Promise<Done> => {
    const setter = { id: by.id, name: by.name ?? '' };
    const given = {
      id,
      at,
      due,
      accepted,
      ...(letter && { letter }),
      by: { kind: 'person' as const, person: by.id, name: setter.name },
    };
    const { record, outcome } = await setDeadline(parts, place, given);
    const [as] = capacities(by.bindings, setDeadlines).filter(({ scope }) => covers(scope, place.area));
    const capacity = as && { as: { role: as.role, scope: as.scope } };
    const set = { place, due, at, record, by: { ...setter, ...capacity } };
    const notices = outcome.kind === 'set' ? await dateNotices(parts, set) : [];
    return {
      outcome: {
        of: 'setDeadline',
        place,
        due,
        ...(letter && { letter }),
        result: outcome,
        told: notices.length,
      },
      notices,
    };
  };
}
