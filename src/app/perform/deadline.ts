import {
  type Deadline,
  type DeadlineOutcome,
  type DeadlinePlace,
  deadlineId,
  newDeadline,
  ruleBefore,
} from '../../domain/deadline/deadline.ts';
import { type DeadlineIntent, decideDeadline } from '../../domain/deadline/decideDeadline.ts';
import { dueFor, holdsThroughout, nextDue } from '../../domain/deadline/dueFor.ts';
import { concernedAs, rolesConcerned } from '../../domain/deadline/people.ts';
import type { Intent } from '../../flows/intent.ts';
import { readPeople } from '../people.ts';
import type { Deadlines, Perform, Store } from '../ports.ts';
import { settle } from './settle.ts';

type Job = Parameters<Perform>[0];
type Done = Awaited<ReturnType<Perform>>;
type SetDeadline = Extract<Intent, { kind: 'setDeadline' }>;

/** A date that somebody gives, without what is read when it is decided. */
type DateGiven = Omit<DeadlineIntent, 'kind' | 'next' | 'before' | 'holds'>;

/** Lets the dates of an area decide on a new one. */
export async function setDeadline(
  deadlines: Deadlines,
  { kind, area, ...period }: DeadlinePlace,
  given: DateGiven,
): Promise<{ readonly record: Deadline; readonly outcome: DeadlineOutcome }> {
  const decided = await settle(deadlines, deadlineId(kind, period, area), async (present) => {
    const rules = await deadlines.rules(period.year);
    const next = nextDue(rules, kind, period, area);
    const before = dueFor(rules, kind, period, area);
    return decideDeadline(present ?? newDeadline(kind, period, area), {
      ...given,
      kind: 'set',
      ...(next && { next }),
      ...(before && { before }),
      holds: holdsThroughout(rules, kind, period, area),
    });
  });
  if (!decided) throw new Error('a deadline always decides');
  return decided;
}

/** A new date; those for whom it changes something are told. */
export function createDeadlineWork({ deadlines, persons }: Pick<Store, 'deadlines' | 'persons'>) {
  return async (job: Job, intent: SetDeadline): Promise<Done> => {
    const { place, due, accepted } = intent;
    const { id, at, by } = job;
    const setter = { kind: 'person' as const, person: by.id, name: by.name ?? '' };
    const { record, outcome } = await setDeadline(deadlines, place, { id, at, due, accepted, by: setter });
    const notices = outcome.kind === 'set' ? await noticesOf(job, intent, record) : [];
    return {
      outcome: { of: 'setDeadline', place, due, result: outcome, told: notices.length },
      notices,
    };
  };

  /** Each hears which date held where they work; those for whom nothing changed hear nothing. */
  async function noticesOf(
    { by, at }: Job,
    { place, due }: SetDeadline,
    record: Deadline,
  ): Promise<Done['notices']> {
    const { kind, area, ...period } = place;
    const [ids, now] = await Promise.all([
      persons.holding(rolesConcerned(place), area),
      deadlines.rules(period.year),
    ]);
    const others = now.filter((rule) => deadlineId(rule.kind, rule, rule.area) !== record.id);
    const old = ruleBefore(record, at);
    const then = old ? [...others, old] : others;
    const people = await readPeople(
      persons,
      ids.filter((id) => id !== by.id),
    );
    return people.flatMap((person): Done['notices'] => {
      const where = concernedAs(person.bindings, place)
        .map(({ scope }) => scope)
        .filter((scope) => dueFor(now, kind, period, scope) === due)
        .find((scope) => dueFor(then, kind, period, scope) !== due);
      if (!where) return [];
      const before = dueFor(then, kind, period, where);
      const notice = { kind: 'deadlineChanged' as const, place, due, by: by.name ?? '' };
      return [{ to: person.id, notice: { ...notice, ...(before && { before }) } }];
    });
  }
}
