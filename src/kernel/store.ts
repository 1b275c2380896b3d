import type { EventId, Json } from '../engine/ids.ts';
import type { Scope } from '../programme/area/areas.ts';
import type { FileId, FiscalYear, PersonId } from '../programme/ids.ts';
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
} from '../programme/job/job.ts';
import type { Reminder } from '../programme/job/reminder.ts';
import type { Binding } from '../programme/people/actor.ts';
import type { MonthQuota } from '../programme/quota/monthQuota.ts';
import type { Want } from '../programme/quota/want.ts';
import type { AreaStanding, Contribution, UnitStanding } from '../programme/standing.ts';
import type { Audit } from './decision.ts';
import type { Intent } from './intent.ts';
import type { Person } from './person.ts';
import type { Reply } from './reply.ts';
import type { Stores } from './terms.ts';
import type { SettledReminder } from './tick.ts';
import type { Cause, Rider } from './waiting.ts';

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
  readonly told?: readonly SettledReminder[];
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
  /** Where somebody within this area holds a role now, each place once and always in the same order. */
  readonly areasOf: (role: Binding['role'], where: Scope) => Promise<readonly Scope[]>;
  /** Who within this area holds a role now and where, always in the same order. */
  readonly holders: (role: Binding['role'], where: Scope) => Promise<readonly Holder[]>;
  /** Answered numbered steps of drafts. */
  readonly progress: (
    drafts: readonly { readonly person: PersonId; readonly draft: string }[],
  ) => Promise<ReadonlyMap<string, number>>;
};

/** Somebody who holds a role in an area. */
export type Holder = {
  readonly person: PersonId;
  readonly scope: Scope;
  /** Left LINE and hears of nothing. */
  readonly away: boolean;
};

/** A record that decides for itself: read, decide, write where `rev` is still the same. */
export type Records<Id, R, Result = CommitResult> = {
  readonly read: (id: Id) => Promise<R | undefined>;
  /** `expected` 0 creates. */
  readonly write: (record: R, expected: number) => Promise<Result>;
};

export type Standings = {
  /** Accepts each contribution only if its rev is higher than the one of its source that stands. */
  readonly contribute: (year: FiscalYear, contributions: readonly Contribution[]) => Promise<void>;
  /** The figures of each area, and of those next below it. */
  readonly of: (scopes: readonly Scope[], year: FiscalYear) => Promise<readonly AreaStanding[]>;
  /** What stands of each unit in these areas that has something. */
  readonly within: (scopes: readonly Scope[], year: FiscalYear) => Promise<readonly UnitStanding[]>;
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

/** What somebody sent; a document also has a name. */
export type KeptFile = { readonly bytes: Uint8Array; readonly type: string; readonly name?: string };

/** Time, handed in so that tests can hold it. */
export type Clock = {
  readonly now: () => Date;
  /** Milliseconds that only ever grow, also when the clock on the wall is set. */
  readonly monotonic: () => number;
  /** Ends after so many milliseconds, or sooner when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** What is kept, by the names of the collections; each feature adds its own. */
export type Kept = Stores & {
  readonly persons: Persons;
  readonly standings: Standings;
  readonly years: Years;
  /** The pushes of each month, by `YYYY-MM`. */
  readonly quotas: Records<string, MonthQuota>;
  readonly runs: Runs;
  readonly reminders: Reminders;
  readonly audit: {
    readonly add: (id: string, who: PersonId, at: Date, audits: readonly Audit[]) => Promise<void>;
  };
  readonly files: {
    readonly put: (id: FileId, owner: PersonId, file: KeptFile) => Promise<void>;
    readonly get: (id: FileId) => Promise<KeptFile | undefined>;
  };
};
