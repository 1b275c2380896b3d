import type { Draft } from '../../engine/draft.ts';
import type { PersonRecord } from '../../kernel/store.ts';
import type { PersonId } from '../../programme/ids.ts';
import { fieldName } from '../db/document.ts';
import type { Box } from '../seal/box.ts';

/** What the shell and the engine know of a person, so that the document can be found without opening it. */
export type PersonMarks = {
  readonly partitionOf: (person: PersonId) => number;
  /** How many numbered questions of a draft are answered. */
  readonly progressOf: (draft: Draft) => number;
};

/** The place where a part of a person's document is sealed. */
export const placeOf = (id: PersonId, path: string): string => `persons/${id}/${path}`;

/** A part of a person's document: what it is made of, and how. */
export type Part = { readonly of: unknown; readonly make: () => unknown };

/** The parts of a person's document by their paths. */
export function partsOf(box: Box, marks: PersonMarks, record: PersonRecord): ReadonlyMap<string, Part> {
  const { person, handled, outbox, pending } = record;
  const { drafts, ...self } = person;
  const clear = (of: unknown, value: unknown): Part => ({ of, make: () => value });
  const sealed = (path: string, value: unknown): [string, Part] => [
    path,
    { of: value, make: () => box.put(value, placeOf(person.id, path)) },
  ];
  const since = unsettledSince(record);
  const bindings = {
    of: person.bindings,
    make: () => person.bindings.map(({ role, scope }) => ({ role, ...scope })),
  };
  return new Map([
    ['partition', clear(person.id, marks.partitionOf(person.id))],
    ['handled', clear(handled, handled)],
    ['bindings', bindings],
    ...(person.away ? [['away', clear(true, true)] as const] : []),
    ...(since ? [['unsettledSince', clear(since.getTime(), since)] as const] : []),
    sealed('self', self),
    sealed('outbox', outbox),
    sealed('pending', pending),
    ...Object.values(drafts).flatMap((draft): [string, Part][] => [
      sealed(`drafts.${fieldName(draft.id)}`, draft),
      [`progress.${fieldName(draft.id)}`, { of: draft, make: () => marks.progressOf(draft) }],
    ]),
  ]);
}

/** The age of the oldest thing that still has to be sent or done. */
function unsettledSince({ outbox, pending }: PersonRecord): Date | undefined {
  const times = [...outbox.map(({ firstAt }) => firstAt), ...pending.map(({ at }) => at)];
  return times.length > 0 ? new Date(Math.min(...times.map(Number))) : undefined;
}
