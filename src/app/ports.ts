import type { Announcement } from '../domain/announcement/announcement.ts';
import type { Scope } from '../domain/area/areas.ts';
import type { Center } from '../domain/center/center.ts';
import type { CenterRecord } from '../domain/center/record.ts';
import type { Deadline, DeadlineRule } from '../domain/deadline/deadline.ts';
import type { HouseholdBook } from '../domain/household/book.ts';
import type { Household } from '../domain/household/household.ts';
import type { DebtReport } from '../domain/household/round.ts';
import type {
  CaseId,
  CenterId,
  FileId,
  FiscalYear,
  HouseholdId,
  IntentId,
  PersonId,
  Receipt,
} from '../domain/ids.ts';
import type {
  HowToRun,
  JobName,
  ReminderReason,
  ReminderState,
  Run,
  RunCounts,
  RunId,
  RunOrder,
  RunState,
} from '../domain/job/job.ts';
import type { Reminder } from '../domain/job/reminder.ts';
import type { Binding } from '../domain/people/actor.ts';
import type { Invite } from '../domain/people/invite.ts';
import type { Seat } from '../domain/people/seat.ts';
import type { MonthQuota } from '../domain/quota/monthQuota.ts';
import type { Want } from '../domain/quota/want.ts';
import type { ReportCase } from '../domain/report/reportCase.ts';
import type { AreaStanding, Contribution, StandingFigures } from '../domain/report/standing.ts';
import type { EventId, Json } from '../engine/ids.ts';
import type { InboundEvent } from '../flows/event.ts';
import type { Audit, Decision } from '../flows/flow.ts';
import type { Intent, Outcome } from '../flows/intent.ts';
import type { Notice } from '../flows/notice.ts';
import type { Person } from '../flows/person.ts';
import type { Reply } from '../flows/reply.ts';
import type { Told } from '../flows/tick.ts';
import type { Cause, Rider } from '../flows/waiting.ts';

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

/** Something to be sent to LINE, kept with the person until it is settled. */
export type Outgoing = {
  readonly id: string;
  /** The event that it answers or that caused it. */
  readonly event: EventId;
  readonly reply: Reply;
  /** The reply token, for as long as it may be used; absent for a push. */
  readonly token?: string;
  readonly tokenAt?: Date;
  /** A push repeats its body exactly: rendered messages. */
  readonly body?: Json;
  readonly silent: boolean;
  readonly attempts: number;
  /** The process that made the latest attempt. */
  readonly owner: string;
  readonly firstAt: Date;
  /** Whether an attempt may have arrived without our knowing. */
  readonly unknown: boolean;
  /** What rides along: its message goes out after the reply's own. */
  readonly carries?: Rider;
  /** What it is about, where it comes unasked. */
  readonly cause?: Cause;
};

/** What has to happen after the commit, by the id of the event that caused it. */
export type Pending = {
  readonly id: EventId;
  readonly intent?: Intent;
  readonly audits: readonly Audit[];
  readonly told?: readonly Told[];
  /** The person's consent ended with it. */
  readonly erased?: true;
  readonly at: Date;
  readonly token?: string;
  readonly tokenAt?: Date;
};

/** A person's document. */
export type PersonRecord = {
  readonly person: Person;
  readonly rev: number;
  readonly handled: readonly EventId[];
  readonly outbox: readonly Outgoing[];
  readonly pending: readonly Pending[];
};

export type CommitResult = 'committed' | 'lost';

export type Persons = {
  readonly read: (ids: readonly PersonId[]) => Promise<readonly PersonRecord[]>;
  /**
   * Writes each record where `rev` is still `expected`, all in one round trip; the results are in order.
   * If the answer of a batch is lost it throws, and each member is judged by `handled`.
   */
  readonly commit: (
    writes: readonly {
      readonly record: PersonRecord;
      readonly expected: number;
      readonly before?: PersonRecord;
    }[],
  ) => Promise<readonly CommitResult[]>;
  /** People of these partitions whose outbox or pending effects are not settled and older than an instant. */
  readonly unsettled: (partitions: readonly number[], before: Date) => Promise<readonly PersonId[]>;
  /** Who holds one of the roles in this area, or in one within it, now. */
  readonly holding: (roles: readonly Binding['role'][], where: Scope) => Promise<readonly PersonId[]>;
  /** Answered numbered steps of drafts. */
  readonly progress: (
    drafts: readonly { readonly person: PersonId; readonly draft: string }[],
  ) => Promise<ReadonlyMap<string, number>>;
};

/** A record that decides for itself: read, decide, write where `rev` is still the same. */
export type Records<Id, R, Result = CommitResult> = {
  readonly read: (id: Id) => Promise<R | undefined>;
  /** `expected` 0 creates. */
  readonly write: (record: R, expected: number) => Promise<Result>;
};

/** `receiptTaken`: another case carries the receipt; the same decision is made again with another one. */
export type Cases = Records<CaseId, ReportCase, CommitResult | 'receiptTaken'> & {
  readonly within: (scopes: readonly Scope[], years: readonly FiscalYear[]) => Promise<readonly ReportCase[]>;
  readonly ofCenter: (center: CenterId) => Promise<readonly ReportCase[]>;
  readonly byReceipt: (receipt: Receipt, within: readonly Scope[]) => Promise<ReportCase | undefined>;
  /** Those whose draft a person fills in at present, wherever they are: for that person's erasure. */
  readonly heldBy: (person: PersonId) => Promise<readonly ReportCase[]>;
};

export type Seats = Records<string, Seat> & {
  /** Those that a person holds at present, wherever they are: for that person's erasure. */
  readonly heldBy: (person: PersonId) => Promise<readonly Seat[]>;
};

export type Centers = Records<CenterId, CenterRecord> & {
  readonly within: (scopes: readonly Scope[]) => Promise<readonly Center[]>;
  /** The same with who confirmed their entries. */
  readonly records: (scopes: readonly Scope[]) => Promise<readonly CenterRecord[]>;
};

export type Households = Records<HouseholdId, Household> & {
  /** Those that are in these areas now, by number; closed ones too. */
  readonly within: (scopes: readonly Scope[]) => Promise<readonly Household[]>;
};

export type DebtReports = Records<CaseId, DebtReport, CommitResult | 'receiptTaken'> & {
  readonly within: (scopes: readonly Scope[], years: readonly FiscalYear[]) => Promise<readonly DebtReport[]>;
  readonly byReceipt: (receipt: Receipt, within: readonly Scope[]) => Promise<DebtReport | undefined>;
};

export type Standings = {
  /** Accepts each contribution only if its rev is higher than the one of its source that stands. */
  readonly contribute: (year: FiscalYear, contributions: readonly Contribution[]) => Promise<void>;
  /** The figures of each area, and of those next below it. */
  readonly of: (scopes: readonly Scope[], year: FiscalYear) => Promise<readonly AreaStanding[]>;
  /** The figures of each center of these areas that has some. */
  readonly ofCenters: (
    scopes: readonly Scope[],
    year: FiscalYear,
  ) => Promise<ReadonlyMap<CenterId, StandingFigures>>;
};

/** Programme years are data; while none was ever opened the present fiscal year is open. */
export type Years = {
  readonly list: () => Promise<readonly ProgrammeYear[]>;
  /** Pins these form versions, unless the year was open before and has its own. */
  readonly open: (
    year: FiscalYear,
    at: Date,
    forms: ProgrammeYear['forms'],
  ) => Promise<'opened' | 'alreadyOpen'>;
  readonly close: (year: FiscalYear, at: Date) => Promise<'closed' | 'notOpen'>;
  /** The year that new reports belong to; none when all years are closed. */
  readonly present: (now: Date) => Promise<FiscalYear | undefined>;
};
export type ProgrammeYear = {
  readonly year: FiscalYear;
  readonly openedAt: Date;
  readonly closedAt?: Date;
  /** The pinned version of each form. */
  readonly forms: { readonly [form: string]: number };
};

export type Deadlines = Records<string, Deadline> & {
  /** The dates that stand, of all areas. */
  readonly rules: (year: FiscalYear) => Promise<readonly DeadlineRule[]>;
};

export type Announcements = Records<string, Announcement> & {
  /** Those that are confirmed and not over, of one person or of all. */
  readonly underWay: (by?: PersonId) => Promise<readonly Announcement[]>;
};

/** Runs of jobs: each happens once, whichever process does it. */
export type Runs = {
  /** Writes down that somebody wants a run at an instant; the same order again changes nothing. */
  readonly order: (job: JobName, at: Date, order: RunOrder) => Promise<void>;
  readonly read: (id: RunId) => Promise<Run | undefined>;
  /** The runs that somebody ordered and that have not ended. */
  readonly ordered: () => Promise<readonly Run[]>;
  /** The runs of the clock that were begun before an instant and have not ended. */
  readonly left: (before: Date) => Promise<readonly Run[]>;
  /** Takes a run for so many milliseconds; also one whose process failed or did not end in its time. */
  readonly claim: (
    job: JobName,
    at: Date,
    lifeMs: number,
    how?: HowToRun,
  ) => Promise<
    /** `underWay`: another process is at it. */
    { readonly kind: 'mine' | 'alreadyRun' | 'underWay'; readonly run: Run }
  >;
  /** False when another process took it. */
  readonly keep: (id: RunId, lifeMs: number) => Promise<boolean>;
  /** Of a run that another process took nothing is written. */
  readonly planned: (id: RunId) => Promise<void>;
  /** When this database first saw the schedule; what was due before was not missed. */
  readonly since: () => Promise<Date>;
  readonly end: (id: RunId, counts: RunCounts) => Promise<void>;
  /** Lets go of a run with why; it may be claimed again. */
  readonly fail: (id: RunId, failure: string) => Promise<void>;
  /** The newest first. */
  readonly list: (limit: number) => Promise<readonly Run[]>;
  /** Of every job that ever ran, whichever process did it. */
  readonly totals: () => Promise<readonly JobTotal[]>;
};
export type JobTotal = {
  readonly job: JobName;
  /** Runs by how they stand. */
  readonly runs: { readonly [S in RunState]: number };
  /** Notices of the runs that ended, by their ends. */
  readonly notices: RunCounts;
  readonly lastEndedAt?: Date;
};

export type ReminderEnd = Pick<Reminder, 'id' | 'state' | 'why'>;

/** What was planned to be told by the clock. */
export type Reminders = {
  /** Those whose id is known stay as they are. */
  readonly plan: (planned: readonly Reminder[]) => Promise<void>;
  /** Says what became of one that was planned or kept; of one that has its end, nothing. */
  readonly settle: (id: string, state: ReminderState, why?: ReminderReason) => Promise<void>;
  /** The same of many at once, of those that are still planned. */
  readonly settleAll: (ends: readonly ReminderEnd[]) => Promise<void>;
  /** Those of a run that have no end yet. */
  readonly open: (run: RunId) => Promise<readonly Reminder[]>;
  /** Which of these have no end yet. */
  readonly openAmong: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly counts: (run: RunId) => Promise<RunCounts>;
  /** Who of those to whom a push was granted was not sent one. */
  readonly unsent: (run: RunId) => Promise<readonly PersonId[]>;
  /** Of these areas, the newest first. */
  readonly within: (areas: readonly Scope[], limit: number) => Promise<readonly Reminder[]>;
};

/** The month's pushes, where everything that sends many takes its part before. */
export type Pushes = {
  /** The keys that may be pushed, the most urgent first; the same id again has the same answer. */
  readonly reserve: (id: string, wants: readonly Want[]) => Promise<ReadonlySet<string>>;
  /** Gives back what was certainly not sent; then nothing of the reservation is under way any more. */
  readonly settle: (id: string, unsent: readonly string[]) => Promise<void>;
  /** The month as it stands, asked of LINE anew. */
  readonly now: () => Promise<MonthQuota>;
};

export type Store = {
  readonly inbox: Inbox;
  readonly persons: Persons;
  readonly cases: Cases;
  readonly centers: Centers;
  readonly households: Households;
  /** The household book of each center. */
  readonly books: Records<CenterId, HouseholdBook>;
  readonly debtReports: DebtReports;
  readonly invites: Records<string, Invite>;
  readonly seats: Seats;
  readonly standings: Standings;
  readonly years: Years;
  readonly deadlines: Deadlines;
  readonly announcements: Announcements;
  /** The pushes of each month, by `YYYY-MM`. */
  readonly quotas: Records<string, MonthQuota>;
  readonly runs: Runs;
  readonly reminders: Reminders;
  readonly leases: Leases;
  /** Whether other processes seal with a key that this one does not hold. */
  readonly lacksKey: () => Promise<boolean>;
  readonly audit: {
    readonly add: (id: string, who: PersonId, at: Date, audits: readonly Audit[]) => Promise<void>;
  };
  readonly files: {
    readonly put: (id: FileId, owner: PersonId, file: KeptFile) => Promise<void>;
    readonly get: (id: FileId) => Promise<KeptFile | undefined>;
  };
};
/** What somebody sent; a document also has a name. */
export type KeptFile = { readonly bytes: Uint8Array; readonly type: string; readonly name?: string };

/** How a call to LINE ended, as far as the sender's rules depend on it. */
export type Delivery =
  /** 200, or 409 for a push that was accepted before. */
  | { readonly kind: 'sent' }
  /** 400 `Invalid reply token`: used, expired or unknown. */
  | { readonly kind: 'badToken' }
  /** 400, 403 and other refusals of this message; it is never accepted later, `forAll` whoever it is sent to. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly requestId?: string;
      readonly forAll?: true;
    }
  /** 401: the channel's token is not accepted; nothing can be sent. */
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'rateLimited' }
  /** 429 of the month's quota. */
  | { readonly kind: 'quotaUsedUp' }
  /** No connection was made, so it certainly did not arrive. */
  | { readonly kind: 'notSent' }
  /** 5xx, a time-out or a cut connection: it may have arrived. */
  | { readonly kind: 'unknown' };

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

/** Sends the same to up to 500 people; it goes to all of them or, refused, to none. */
export type Multicast = (
  lineUsers: readonly string[],
  messages: Json,
  retryKey: string,
  silent: boolean,
) => Promise<Delivery>;

/** Makes LINE messages of what the bot says; the same reply gives the same messages. */
export type Render = (reply: Reply, language: Person['language']) => Json;

/** Makes an event of an inbox row: decodes it and stores what it carries; absent for what needs no turn. */
export type Prepare = (row: InboxRow) => Promise<InboundEvent | undefined>;

/** Gathers what the flow needs and decides. */
export type Turn = (event: InboundEvent, person: Person) => Promise<Turned>;
/** A decision, with what may ride along with its reply; until it does, it still waits. */
export type Turned = Decision & { readonly rider?: Rider };

/** Lets the shared record decide, then its standing, audit and notices; idempotent by the intent's id. */
export type Perform = (job: {
  readonly id: IntentId;
  readonly by: Person;
  readonly intent: Intent;
  readonly at: Date;
}) => Promise<{
  readonly outcome: Outcome;
  readonly notices: readonly { readonly to: PersonId; readonly notice: Notice }[];
}>;

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

/** Time, handed in so that tests can hold it. */
export type Clock = {
  readonly now: () => Date;
  /** Milliseconds that only ever grow, also when the clock on the wall is set. */
  readonly monotonic: () => number;
  /** Ends after so many milliseconds, or sooner when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** What is told to operators: codes and event ids, never a text, a token or who it was. */
export type LogEntry = { readonly code: string; readonly event?: string } & {
  readonly [detail: string]: string | number | boolean;
};
export type Log = {
  readonly info: (entry: LogEntry) => void;
  readonly warn: (entry: LogEntry) => void;
  /** Somebody has to look. */
  readonly error: (entry: LogEntry) => void;
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
