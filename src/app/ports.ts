import type { EventId, Json } from '../engine/ids.ts';
import type { Decision } from '../kernel/decision.ts';
import type { Done, Job } from '../kernel/effects.ts';
import type { InboundEvent } from '../kernel/event.ts';
import type { Delivery } from '../kernel/outside.ts';
import type { Person } from '../kernel/person.ts';
import type { Kept } from '../kernel/store.ts';
import type { Rider } from '../kernel/waiting.ts';
import type { PersonId } from '../programme/ids.ts';

/**
 * What the way of a message needs of the world. `storage` and `line` fit these types;
 * tests hand in faulty ones.
 */

/** A raw LINE event on its way, as it was put into the inbox. */
export type InboxRow = {
  readonly id: EventId;
  readonly person: PersonId;
  readonly partition: number;
  readonly receivedAt: Date;
  /** Order within the person: the clamped event time, then place in the body, then arrival. */
  readonly at: Date;
  readonly place: number;
  /** The raw event (from LINE) or the notice/outcome (from us). */
  readonly body: Json;
  readonly tries: number;
  /** Why the body is not here: it is sealed with a key that only other processes hold. The row is theirs. */
  readonly unopened?: Error;
};

export type NewRow = Omit<InboxRow, 'tries' | 'unopened'>;

/** Still to be handled, handled, or put aside after it failed too often. */
export type RowState = 'pending' | 'finished' | 'quarantined';

export type Inbox = {
  /**
   * Durable (majority, journal) when it resolves, to the ids that were not known before. Ids that are known change
   * nothing: a repeated delivery may come after the person's document forgot that it was handled.
   */
  readonly insert: (rows: readonly NewRow[]) => Promise<readonly EventId[]>;
  /** Unfinished rows of these partitions, in order, received before an instant, but for those of some people. */
  readonly pending: (
    partitions: readonly number[],
    before: Date,
    limit: number,
    besides?: readonly PersonId[],
  ) => Promise<readonly InboxRow[]>;
  /** All of a person, or the first so many, in order. */
  readonly pendingOf: (person: PersonId, limit?: number) => Promise<readonly InboxRow[]>;
  /** How rows stand; those that were never put there are absent. */
  readonly states: (ids: readonly EventId[]) => Promise<ReadonlyMap<EventId, RowState>>;
  /** Since when the oldest unfinished row waits. */
  readonly oldestPending: () => Promise<Date | undefined>;
  /** `forget` also removes the body (people who have not consented). */
  readonly finish: (done: readonly { readonly id: EventId; readonly forget: boolean }[]) => Promise<void>;
  /**
   * Nothing is kept any more of what a person wrote and was told: all rows but those that wait to be handled lose
   * their bodies and the person. `handled` are the events that the person's document holds as handled.
   */
  readonly forget: (person: PersonId, handled: readonly EventId[]) => Promise<void>;
  /** A failed try with its code; after the last one the row is quarantined. */
  readonly failed: (id: EventId, code: string, quarantine: boolean, retryAt: Date) => Promise<void>;
  /** Calls back for every row that another process inserts; resolves to a function that stops it. */
  readonly watch: (
    onRow: (row: InboxRow) => void,
    onBreak: (error: unknown) => void,
  ) => Promise<() => Promise<void>>;
};

export type Line = {
  readonly reply: (token: string, messages: Json, silent: boolean) => Promise<Delivery>;
  readonly push: (lineUser: string, messages: Json, retryKey: string, silent: boolean) => Promise<Delivery>;
  /** The loading animation; best effort. */
  readonly loading: (lineUser: string) => Promise<void>;
  /** Best effort: absent when LINE does not tell within two seconds. */
  readonly profile: (
    lineUser: string,
  ) => Promise<{ readonly name: string; readonly language?: string } | undefined>;
};

/** Makes an event of an inbox row: decodes it and stores what it carries; absent for what needs no turn. */
export type Prepare = (row: InboxRow) => Promise<InboundEvent | undefined>;

/** The set of photos, sent at once, that a row is one of: which, and of how many. */
export type PhotoSetOf = (row: InboxRow) => { readonly id: string; readonly total: number } | undefined;

/** Decides what becomes of an event, reading what that takes. */
export type TakeTurn = (event: InboundEvent, person: Person) => Promise<Turned>;
/** A decision, with what may ride along with its reply; until it does, it still waits. */
export type Turned = Decision & { readonly rider?: Rider };

/** Lets the shared record decide, then its standing, audit and notices; idempotent by the intent's id. */
export type Perform = (job: Job) => Promise<Done>;

/** How many partitions people fall into. */
export const partitions = 64;

/** Whether a process works beside the others, or only where none of them is there, as a command does. */
export type ShareOfWork = 'member' | 'relief';

/** Leases of the partitions, numbered from 0. Expiry is judged by the database's clock. */
export type Leases = {
  /**
   * Renews what this process holds and takes its share; resolves to the partitions held. A member announces itself
   * and takes a fair share of all; a relief takes them only while there is no member.
   */
  readonly renew: (process: string, lifeMs: number, as: ShareOfWork) => Promise<readonly number[]>;
  readonly release: (process: string) => Promise<void>;
};

export type Counted =
  | 'events'
  | 'replies'
  | 'pushes'
  /** Sends whose outcome stays unknown. */
  | 'ambiguous'
  | 'dead'
  /** Pushes that wait for the next reply, the month's quota being used up. */
  | 'kept'
  | 'lostRaces'
  | 'quarantined';

export type Metrics = {
  readonly count: (what: Counted) => void;
  /** From the receipt of an event to LINE's 200 for its answer, in milliseconds. */
  readonly answered: (ms: number) => void;
};

/** All that is kept: what features read and write, and what the way of a message keeps for itself. */
export type Store = Kept & {
  readonly inbox: Inbox;
  readonly leases: Leases;
  /** Whether something is sealed with a data key that this process does not hold. */
  readonly lacksKey: () => Promise<boolean>;
};
