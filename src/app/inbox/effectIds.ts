import type { EventId } from '../../engine/ids.ts';
import type { Notice } from '../../kernel/notice.ts';
import type { IntentId, PersonId } from '../../programme/ids.ts';
import type { RunId } from '../../programme/job/job.ts';

/**
 * The ids of what an event brings about, all derived from its own: done again after a crash, everything meets
 * what is there already.
 */

export const replyId = (event: EventId): string => `${event}:reply`;
export const apologyId = (event: EventId): string => `${event}:sorry`;
export const intentId = (event: EventId): IntentId => event as string as IntentId;

const outcomeMark = ':outcome';
export const outcomeId = (intent: EventId): EventId => `${intent}${outcomeMark}` as EventId;
/** What a shared record decided goes before everything else that waits for the person. */
export const isOutcomeId = (event: EventId): boolean => event.endsWith(outcomeMark);

/** By whom and what it is about rather than by its place in a list, which may be another one the second time. */
export const noticeId = (cause: string, to: PersonId, kind: Notice['kind']): EventId =>
  `${cause}:${kind}:${to}` as EventId;

/** A person's part in a run of a job. */
export const tickId = (run: RunId, person: PersonId): EventId => `clock:${run}:${person}` as EventId;
/** An alert of a day, or of a month, to one administrator. */
export const alertId = (alert: string, about: string, since: string, person: PersonId): EventId =>
  `alert:${alert}:${about}:${since}:${person}` as EventId;

/** The same once more, when what was to be sent was no longer true. */
export const againId = (event: EventId): EventId => `${event}+` as EventId;
/** The planned reminder that an event, or the message that came of it, belongs to. */
export const reminderIdOf = (event: string): string => event.replace(/:reply$/, '').replace(/\++$/, '');
