import type { IntentId, PersonId } from '../../../programme/ids.ts';
import type { Shared } from '../../../programme/sharedRecord.ts';
import { type Chunk, type ChunkEnd, chunkEnds } from './chunk.ts';

/**
 * An announcement, or a reminder by hand, from its preview to its report. Whoever sends it asks `nextStep`, does it and
 * tells the outcome; any process may go on at any point.
 */
export type Announcement = Shared<AnnouncementOutcome> & {
  readonly id: string;
  readonly by: PersonId;
  /** What is to be said, opaque here; it is rendered for each group when its chunks are begun. */
  readonly content: string;
  readonly state: 'planned' | 'scheduled' | 'sending' | 'stopping' | 'stopped' | 'done';
  /** When it may be begun, where it was confirmed for later. */
  readonly from?: Date;
  readonly chunks: readonly Chunk[];
  /** Planned recipients to whom it did not go when their chunk was begun. */
  readonly blocked: number;
  readonly skipped: number;
};

/** What happened to how many people; they add up to all. */
export type Counts = {
  readonly [End in ChunkEnd]: number;
} & {
  readonly people: number;
  /** Do not let the bot write to them. */
  readonly blocked: number;
  /** No longer concerned when their turn came, such as by finishing what they were to be reminded of. */
  readonly skipped: number;
  /** Not yet, or, when it was stopped, not at all. */
  readonly open: number;
};

export type AnnouncementOutcome =
  | { readonly kind: 'confirmed'; readonly people: number }
  | { readonly kind: 'scheduled'; readonly from: Date; readonly people: number }
  | { readonly kind: 'notYours' }
  /** The audience is another one than was shown; nothing goes out until the new number is confirmed. */
  | { readonly kind: 'audienceChanged'; readonly people: number }
  | { readonly kind: 'alreadyConfirmed' }
  | { readonly kind: 'notConfirmed' }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'alreadyOver' }
  | { readonly kind: 'noted' }
  /** Somebody else was quicker, or it is not the time for it: ask for the next step anew. */
  | { readonly kind: 'outOfDate' }
  | { readonly kind: 'finished'; readonly state: 'done' | 'stopped'; readonly counts: Counts };

/** A person's act, or what the sender did with a chunk. */
export type AnnouncementIntent = { readonly id: IntentId; readonly at: Date } & (
  | {
      readonly kind: 'confirm';
      readonly by: PersonId;
      /** The number of people that the card named. */
      readonly shown: number;
      /** By rendering, those who are pushed to; and those for whom the quota does not suffice. Each person once. */
      readonly groups: readonly (readonly PersonId[])[];
      readonly kept: readonly PersonId[];
      /** People of the audience who do not let the bot write to them; they are in none of the groups. */
      readonly blocked?: number;
    }
  /** Confirmed for later: whom it reaches is found when it is begun, by `confirm`. */
  | {
      readonly kind: 'schedule';
      readonly by: PersonId;
      readonly shown: number;
      readonly people: number;
      readonly from: Date;
    }
  | { readonly kind: 'stop'; readonly by: PersonId }
  | {
      readonly kind: 'begin';
      readonly chunk: string;
      readonly body: string;
      readonly key: string;
      /** Whether phones make no sound. */
      readonly silent: boolean;
      /** Of its recipients, as judged now. */
      readonly blocked: readonly PersonId[];
      readonly skipped: readonly PersonId[];
      /** For whom the month leaves no push any more. */
      readonly kept: readonly PersonId[];
    }
  /** LINE answered 200 or 409. */
  | { readonly kind: 'sent'; readonly chunk: string; readonly key: string }
  /** LINE answered 400, perhaps because of one of the recipients. */
  | {
      readonly kind: 'refused';
      readonly chunk: string;
      readonly key: string;
      readonly newKeys: readonly [string, string];
    }
  /** LINE answered that the month is used up, so it did not go out: it rides along instead. */
  | { readonly kind: 'keep'; readonly chunk: string; readonly key: string }
  /** LINE refused what is said, whoever it is sent to. */
  | { readonly kind: 'fail'; readonly chunk: string; readonly key: string }
  /** It certainly did not go out, and people are not written to any more today. */
  | { readonly kind: 'putOff'; readonly chunk: string; readonly key: string }
  /** The key ran out with no answer, or the month did after a call that was not answered. */
  | { readonly kind: 'giveUp'; readonly chunk: string; readonly key: string }
  /** All of a chunk that is being kept have it among what waits for their next reply. */
  | { readonly kind: 'kept'; readonly chunk: string }
  | { readonly kind: 'finish' }
);

export type IntentOf<K extends AnnouncementIntent['kind']> = Extract<
  AnnouncementIntent,
  { readonly kind: K }
>;
export type Decided = { readonly record: Announcement; readonly outcome: AnnouncementOutcome };

/** An answer that leaves the announcement as it is. */
export const unchanged = (
  record: Announcement,
  kind: 'notYours' | 'alreadyConfirmed' | 'notConfirmed' | 'alreadyOver' | 'outOfDate',
): Decided => ({ record, outcome: { kind } });

export const plannedAnnouncement = (id: string, by: PersonId, content: string): Announcement => ({
  id,
  by,
  content,
  state: 'planned',
  chunks: [],
  blocked: 0,
  skipped: 0,
  rev: 0,
  outcomes: {},
});

/** How far it is, or was when it ended. */
export function countsOf({ chunks, blocked, skipped }: Announcement): Counts {
  const ended = { sent: 0, kept: 0, failed: 0, unsure: 0 };
  let open = 0;
  for (const { state } of chunks) {
    if (state.kind === 'split') continue;
    const end = chunkEnds.find((kind) => kind === state.kind);
    if (end) ended[end] += state.to.length;
    else open += state.to.length;
  }
  const { sent, kept, failed, unsure } = ended;
  return {
    ...ended,
    blocked,
    skipped,
    open,
    people: sent + kept + failed + unsure + blocked + skipped + open,
  };
}
