import { remember } from '../../../programme/sharedRecord.ts';
import { confirm, finish, schedule, stop } from './acts.ts';
import type { Announcement, AnnouncementIntent, Decided } from './announcement.ts';
import { afterCall, begin, kept, refused } from './steps.ts';

/** Decides an intent against the present announcement; an intent seen before changes nothing. */
export function decideAnnouncement(present: Announcement, intent: AnnouncementIntent): Decided {
  const known = present.outcomes[intent.id];
  if (known) return { record: present, outcome: known };
  const { record, outcome } = settle(present, intent);
  // Steps of sending are told apart by the state that their chunk is in, so however many there are, none is remembered.
  const isAct = intent.kind === 'confirm' || intent.kind === 'schedule' || intent.kind === 'stop';
  if (record === present && !isAct) return { record, outcome };
  const outcomes = isAct ? remember(present.outcomes, intent.id, outcome) : present.outcomes;
  return { record: { ...record, rev: present.rev + 1, outcomes }, outcome };
}

function settle(present: Announcement, intent: AnnouncementIntent): Decided {
  switch (intent.kind) {
    case 'confirm':
      return confirm(present, intent);
    case 'schedule':
      return schedule(present, intent);
    case 'stop':
      return stop(present, intent);
    case 'begin':
      return begin(present, intent);
    case 'sent':
      return afterCall(present, intent, ({ to }) => ({ kind: 'sent', to }));
    case 'keep':
      return afterCall(present, intent, ({ to }) => ({ kind: 'keeping', to }));
    case 'fail':
      return afterCall(present, intent, ({ to }) => ({ kind: 'failed', to }));
    case 'putOff':
      return afterCall(present, intent, ({ to }) => ({ kind: 'waiting', to }));
    case 'giveUp':
      return afterCall(present, intent, ({ to }) => ({ kind: 'unsure', to }));
    case 'refused':
      return refused(present, intent);
    case 'kept':
      return kept(present, intent);
    case 'finish':
      return finish(present, intent);
    default:
      return intent satisfies never;
  }
}
