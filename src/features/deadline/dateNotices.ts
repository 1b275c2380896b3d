import type { Notice } from '../../kernel/notice.ts';
import { readPeople } from '../../kernel/readPeople.ts';
import type { Kept } from '../../kernel/store.ts';
import {
  type Deadline,
  type DeadlinePlace,
  deadlineId,
  ruleBefore,
} from '../../programme/deadline/deadline.ts';
import { dueFor } from '../../programme/deadline/dueFor.ts';
import { type DueKind, dueKindOf } from '../../programme/deadline/kind.ts';
import { concernedAs, rolesConcerned } from '../../programme/deadline/people.ts';
import type { IsoDate, PersonId } from '../../programme/ids.ts';
import type { Binding } from '../../programme/people/actor.ts';
import type { DateBefore } from './terms.ts';

type Capacity = Pick<Binding, 'role' | 'scope'>;

/** A date that was set, by whom and when; an operator has no name here. */
export type DateSet = {
  readonly place: DeadlinePlace;
  readonly due: IsoDate;
  readonly at: Date;
  readonly record: Deadline;
  readonly by?: { readonly id: PersonId; readonly name: string; readonly as?: Capacity };
};

/** Where dates are kept and people found, and what is due. */
export type DateParts = Pick<Kept, 'deadlines' | 'persons'> & { readonly dues: readonly DueKind[] };

export type DateNotice = { readonly to: PersonId; readonly notice: Notice };

/**
 * What those hear for whom a new date changes something: which one held where they work. Who blocked the bot hears
 * nothing.
 */
export async function dateNotices(
  { deadlines, persons, dues }: DateParts,
  { place, due, at, record, by }: DateSet,
): Promise<readonly DateNotice[]> {
  const { kind, area, ...period } = place;
  const dueKind = dueKindOf(dues, kind);
  const [ids, now] = await Promise.all([
    persons.holding(rolesConcerned(dueKind, area), area),
    deadlines.rules(period.year),
  ]);
  const others = now.filter((rule) => deadlineId(rule.kind, rule, rule.area) !== record.id);
  const old = ruleBefore(record, at);
  const then = old ? [...others, old] : others;
  const people = await readPeople(
    persons,
    ids.filter((id) => id !== by?.id),
  );
  return people.flatMap(({ id: to, away, bindings }): readonly DateNotice[] => {
    const changed = concernedAs(bindings, dueKind, area)
      .map(({ scope }) => ({ area: scope, before: dueFor(then, kind, period, scope) }))
      .filter((one) => dueFor(now, kind, period, one.area) === due && one.before !== due);
    if (changed.length === 0 || away) return [];
    const notice = { kind: 'deadlineChanged' as const, place, due, by: by?.name ?? '' };
    return [{ to, notice: { ...notice, ...(by?.as && { as: by.as }), ...datesBefore(changed) } }];
  });
}

/** One date where it was the same in all areas of a person; else that of each area, which is none where none was set. */
function datesBefore(changed: readonly DateBefore[]): { before?: IsoDate; beforeIn?: readonly DateBefore[] } {
  const [before, ...others] = new Set(changed.map((one) => one.before));
  if (others.length > 0) return { beforeIn: changed };
  return before ? { before } : {};
}
