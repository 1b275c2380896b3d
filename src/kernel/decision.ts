import type { Scope } from '../programme/area/areas.ts';
import type { Intent } from './intent.ts';
import type { Person } from './person.ts';
import type { Reply } from './reply.ts';
import type { AuditDeeds } from './terms.ts';
import type { SettledReminder, Tick } from './tick.ts';

/** What came of a turn. The person is stored, the reply sent and the effects performed, in this order. */
export type Decision = {
  readonly person: Person;
  readonly reply?: Reply;
  readonly intent?: Intent;
  readonly audits?: readonly Audit[];
  /** What became of reminders that are not sent now. */
  readonly settledReminders?: readonly SettledReminder[];
  /** The tick that the reply tells, with what it tells. */
  readonly tick?: Tick;
};

/** Who did or saw what of which record; never what was written. */
export type Audit = { readonly did: AuditDeed; readonly record: string; readonly scope?: Scope };
export type AuditDeed = keyof AuditDeeds;
