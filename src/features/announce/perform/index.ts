import { decideShared } from '../../../kernel/decideShared.ts';
import { readAudience } from '../../../kernel/duty/readLate.ts';
import type { Done, Job } from '../../../kernel/effects.ts';
import type { Intent, Outcome } from '../../../kernel/intent.ts';
import type { Person } from '../../../kernel/person.ts';
import type { Reach } from '../../../kernel/reach.ts';
import { reachOf } from '../../../kernel/readReach.ts';
import { bangkokDate, type DailyHours } from '../../../programme/calendar/calendar.ts';
import { mayWriteAt } from '../../../programme/calendar/clockHours.ts';
import { mayInAll } from '../../../programme/people/actor.ts';
import { type AnnouncementContent, decodeContent, encodeContent } from '../content.ts';
import { sendAnnouncements } from '../deeds.ts';
import {
  type Announcement,
  type AnnouncementIntent,
  type AnnouncementOutcome,
  type Decided,
  plannedAnnouncement,
} from '../record/announcement.ts';
import { decideAnnouncement } from '../record/decide.ts';
import { type AnnouncingParts, startAnnouncement } from './startAnnouncement.ts';

type AnnounceIntent = Extract<Intent, { kind: 'planAnnouncement' | 'sendAnnouncement' | 'stopAnnouncement' }>;
export type AnnounceParts = AnnouncingParts & {
  readonly quiet: DailyHours;
  /** An announcement may be sent now, or goes on differently. */
  readonly wake: (announcement: string) => void;
};

/** Announcements, from what somebody wrote to the stop in the middle. */
export function createAnnouncementWork(parts: AnnounceParts) {
  const { store, year, clock, quiet, wake } = parts;
  const { announcements } = store;

  return (job: Job, intent: AnnounceIntent): Promise<Done> => {
    switch (intent.kind) {
      case 'planAnnouncement':
        return plan(job, intent);
      case 'sendAnnouncement':
        return send(job, intent);
      case 'stopAnnouncement':
        return stop(job, intent);
      default:
        return intent satisfies never;
    }
  };

  async function plan({ id, by }: Job, intent: Extract<AnnounceIntent, { kind: 'planAnnouncement' }>) {
    const { draft, wanted } = intent;
    const content = contentOf(by, intent);
    const record: Announcement = { ...plannedAnnouncement(id, by.id, encodeContent(content)), rev: 1 };
    await announcements.write(record, 0);
    const reach = await reachNow(by, content);
    return done({ of: 'planAnnouncement', announcement: id, draft, wanted, reach });
  }

  async function reachNow(by: Person, { audience }: AnnouncementContent): Promise<Reach> {
    const when = { year: await year(), today: bangkokDate(clock.now()) };
    return reachOf(parts, await readAudience(parts, audience, by.id, when), 'announcement');
  }

  async function send(
    job: Job,
    intent: Extract<AnnounceIntent, { kind: 'sendAnnouncement' }>,
  ): Promise<Done> {
    const { announcement, draft } = intent;
    const record = await announcements.read(announcement);
    if (!record) throw new Error('an intent names an announcement that was never planned');
    const content = decodeContent(record.content);
    const result = await resultOf(job, intent, record, content);
    if (result.kind === 'confirmed' || result.kind === 'scheduled') wake(announcement);
    const { audience, text, attachment } = content;
    const wanted = { audience, text, ...(attachment && { attachment }) };
    return done({ of: 'sendAnnouncement', announcement, draft, wanted, result });
  }

  type Result = Extract<Outcome, { of: 'sendAnnouncement' }>['result'];

  async function resultOf(
    { id, by }: Job,
    { shown, from }: Extract<AnnounceIntent, { kind: 'sendAnnouncement' }>,
    record: Announcement,
    content: AnnouncementContent,
  ): Promise<Result> {
    const at = clock.now();
    const known = record.outcomes[id];
    if (known) return toResult(known, by, content);
    if (!mayInAll(by.bindings, sendAnnouncements, content.audience.areas)) return { kind: 'outOfReach' };
    if (from && from > at) {
      const { people } = await reachNow(by, content);
      const decided = await decide(record.id, { kind: 'schedule', id, at, by: by.id, shown, people, from });
      return toResult(decided, by, content);
    }
    if (!mayWriteAt(at, quiet)) return { kind: 'closed', reach: await reachNow(by, content) };
    return toResult(await startAnnouncement(parts, record, { id, shown }), by, content);
  }

  async function stop({ id, by }: Job, intent: Extract<AnnounceIntent, { kind: 'stopAnnouncement' }>) {
    const { announcement } = intent;
    const decided = await decideShared(
      announcements,
      announcement,
      (present) => present && decideAnnouncement(present, { kind: 'stop', id, at: clock.now(), by: by.id }),
    );
    if (decided) wake(announcement);
    return done({ of: 'stopAnnouncement', announcement, result: { kind: stoppedAs(decided) } });
  }

  async function decide(announcement: string, intent: AnnouncementIntent): Promise<AnnouncementOutcome> {
    const decided = await decideShared(
      announcements,
      announcement,
      (present) => present && decideAnnouncement(present, intent),
    );
    if (!decided) throw new Error('an announcement that was planned exists');
    return decided.outcome;
  }

  /** The audience is read again only where it is shown again. */
  async function toResult(
    outcome: AnnouncementOutcome,
    by: Person,
    content: AnnouncementContent,
  ): Promise<Result> {
    switch (outcome.kind) {
      case 'audienceChanged':
        return { kind: 'audienceChanged', reach: await reachNow(by, content) };
      case 'confirmed':
      case 'scheduled':
      case 'alreadyConfirmed':
      case 'notYours':
      case 'alreadyOver':
        return outcome;
      default:
        throw new Error(`confirming an announcement does not come to ${outcome.kind}`);
    }
  }
}

/** One that waited for its time has nothing to finish. */
function stoppedAs(decided: Decided | undefined): 'stopping' | 'calledOff' | 'alreadyOver' {
  if (decided?.outcome.kind !== 'stopping') return 'alreadyOver';
  const { state, chunks } = decided.record;
  return state === 'stopped' && chunks.length === 0 ? 'calledOff' : 'stopping';
}

/** Whose word it is: the capacity in whose area it stays. */
function contentOf(
  by: Person,
  { wanted }: Extract<AnnounceIntent, { kind: 'planAnnouncement' }>,
): AnnouncementContent {
  const as =
    by.bindings.find((binding) => mayInAll([binding], sendAnnouncements, wanted.audience.areas)) ??
    by.bindings[0];
  if (!as) throw new Error('nobody announces without a capacity');
  return { ...wanted, by: by.name ?? '', as: { role: as.role, scope: as.scope } };
}

const done = (outcome: Outcome): Done => ({ outcome, notices: [] });
