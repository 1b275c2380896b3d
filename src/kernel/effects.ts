import type { DailyHours } from '../programme/calendar/calendar.ts';
import type { DebtLimits } from '../programme/debtLimits.ts';
import type { FiscalYear, IntentId, PersonId } from '../programme/ids.ts';
import type { DocumentKind } from './document/kind.ts';
import type { Due } from './due.ts';
import type { Forms } from './forms.ts';
import type { Intent, IntentOf, Outcome } from './intent.ts';
import type { Notice } from './notice.ts';
import type { Person } from './person.ts';
import type { Readers } from './reads.ts';
import type { ReportKinds } from './report/kind.ts';
import type { Clock, Kept, Pushes } from './store.ts';
import type { Intents } from './terms.ts';
import type { Worker, WorkerParts } from './worker.ts';

/** What somebody wants of a shared record. */
export type Job = {
  readonly id: IntentId;
  readonly by: Person;
  readonly intent: Intent;
  readonly at: Date;
};

/** What came of it, and who else is told. */
export type Done = {
  readonly outcome: Outcome;
  readonly notices: readonly { readonly to: PersonId; readonly notice: Notice }[];
};

/** Each lets its shared record decide, then its standing; idempotent by the intent's id. */
export type Performers = {
  readonly [K in keyof Intents]?: (job: Job, intent: IntentOf<K>) => Promise<Done>;
};

/** What reading and performing need of the world. */
export type Parts = {
  readonly store: Kept;
  /** All forms and their versions. */
  readonly forms: Forms;
  /** All kinds of reports, by their ids. */
  readonly reports: ReportKinds;
  /** All kinds of official documents, by their ids. */
  readonly documents: ReadonlyMap<string, DocumentKind>;
  /** Best effort: absent when LINE does not tell within two seconds. */
  readonly profile: (
    lineUser: string,
  ) => Promise<{ readonly name: string; readonly language?: string } | undefined>;
  /** What people add the bot by, such as `@000trial`; absent when LINE does not tell. */
  readonly botId: () => Promise<string | undefined>;
  /** Unguessable bytes that are the same for the same intent, so that a repeated intent makes the same receipt. */
  readonly entropy: (of: string) => Uint8Array;
  readonly debtLimits: DebtLimits;
  /** What is due, in the order of the places. */
  readonly dues: readonly Due[];
  readonly pushes: Pick<Pushes, 'now' | 'reserve' | 'settle'>;
  /** The programme year that is worked on. */
  readonly year: () => Promise<FiscalYear>;
  readonly clock: Pick<Clock, 'now'>;
  readonly quiet: DailyHours;
  /** The feature's worker has something to go on with, by its id. */
  readonly wake: (id: string) => void;
};

/** What a feature reads and performs, and what goes on by itself. */
export type Effects = {
  readonly readers?: Partial<Readers>;
  readonly performers?: Performers;
  readonly worker?: (parts: WorkerParts) => Worker;
};
