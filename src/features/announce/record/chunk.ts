import type { PersonId } from '../../../programme/ids.ts';

/** At most so many people are sent the same message by one call of LINE's multicast. */
export const largestChunk = 500;
/** How long one chunk may be tried under its retry key, in milliseconds: 23 hours, as LINE forgets keys after 24. */
export const retryLife = 23 * 3600 * 1000;

/** Recipients who are sent the same rendering together. */
export type Chunk = {
  /** `0`, `1`, …; the halves of a refused one are `0.0` and `0.1`, those of it who wait for a reply `0.kept`. */
  readonly id: string;
  /** Which of the groups with one rendering each, such as a language. */
  readonly group: number;
  readonly state: ChunkState;
};

export type ChunkState =
  /** Nothing was tried. */
  | { readonly kind: 'waiting'; readonly to: readonly PersonId[] }
  /** The call is made, perhaps more than once, always with the same recipients, body and key. */
  | Calling
  /** Being laid beside for the next reply to each. */
  | { readonly kind: 'keeping'; readonly to: readonly PersonId[] }
  | { readonly kind: ChunkEnd; readonly to: readonly PersonId[] }
  /** Refused as a whole; its halves are chunks of their own. */
  | { readonly kind: 'split' };

export type Calling = {
  readonly kind: 'calling';
  readonly to: readonly PersonId[];
  /** The messages as rendered, opaque here: a repeated call must carry exactly the same. */
  readonly body: string;
  /** LINE takes one call under a key and answers the others with 409. */
  readonly key: string;
  /** Whether phones make no sound; kept, since it is part of the call. */
  readonly silent: boolean;
  readonly since: Date;
};

/** How it ended for the recipients of a chunk. */
export const chunkEnds = [
  'sent',
  'kept',
  /** Refused for this one person, or whoever it is for. */
  'failed',
  /** Never answered until nothing more could be tried: repeating it could send it twice. */
  'unsure',
] as const;
export type ChunkEnd = (typeof chunkEnds)[number];

/** Cuts each group into chunks. */
export function chunksOf(groups: readonly (readonly PersonId[])[]): readonly Omit<Chunk, 'id'>[] {
  return groups.flatMap((people, group) =>
    Array.from({ length: Math.ceil(people.length / largestChunk) }, (_, no) => ({
      group,
      state: { kind: 'waiting', to: people.slice(no * largestChunk, (no + 1) * largestChunk) },
    })),
  );
}

/** The halves of a refused call, each begun at once under its own key. */
export function halvesOf({ id, group }: Chunk, calling: Calling, keys: readonly [string, string]) {
  const middle = Math.ceil(calling.to.length / 2);
  const halves = [calling.to.slice(0, middle), calling.to.slice(middle)];
  return keys.map(
    (key, no): Chunk => ({
      id: `${id}.${no}`,
      group,
      state: { ...calling, to: halves[no] ?? [], key },
    }),
  );
}
