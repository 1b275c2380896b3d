import { decideShared } from '../../../kernel/decideShared.ts';
import type { DutyParts } from '../../../kernel/duty/readDuties.ts';
import { readAudience } from '../../../kernel/duty/readLate.ts';
import type { SituationStore } from '../../../kernel/duty/situationStore.ts';
import type { Language } from '../../../kernel/person.ts';
import type { Clock, Pushes } from '../../../kernel/store.ts';
import { bangkokDate } from '../../../programme/calendar/calendar.ts';
import type { FiscalYear, IntentId, PersonId } from '../../../programme/ids.ts';
import type { Want } from '../../../programme/quota/want.ts';
import { decodeContent } from '../content.ts';
import type { Announcement, AnnouncementOutcome } from '../record/announcement.ts';
import { decideAnnouncement } from '../record/decide.ts';
import type { Announcements } from '../store.ts';

/** Each language is a group with a rendering of its own. */
export const languages: readonly Language[] = ['th', 'en'];

export type AnnouncingParts = Pick<DutyParts, 'dues'> & {
  readonly store: SituationStore & { readonly announcements: Announcements };
  readonly pushes: Pick<Pushes, 'now' | 'reserve' | 'settle'>;
  readonly year: () => Promise<FiscalYear>;
  readonly clock: Pick<Clock, 'now'>;
};

/** What an announcement takes of the month's pushes. */
export const wantOf = (person: PersonId): Want => ({ key: person, class: 'announcement' });

/** Where the month's pushes of an announcement are reserved. */
export const reservationOf = (announcement: string): string => `announcement:${announcement}`;

/**
 * Begins a confirmed announcement: its audience is found and frozen, its pushes are reserved; those for whom none is
 * left get it with the next reply. `shown` is the number of people that was confirmed, where somebody waits for it.
 */
export async function startAnnouncement(
  { store, dues, pushes, year, clock }: AnnouncingParts,
  { id: announcement, by, content }: Announcement,
  { id, shown }: { readonly id: IntentId; readonly shown?: number },
): Promise<AnnouncementOutcome> {
  const at = clock.now();
  const when = { year: await year(), today: bangkokDate(at) };
  const { to, away } = await readAudience({ store, dues }, decodeContent(content).audience, by, when);
  const wants = to.map(({ id: person }) => wantOf(person));
  const isShown = shown === undefined || shown === to.length;
  const granted = isShown ? await pushes.reserve(reservationOf(announcement), wants) : new Set<string>();
  const pushed = to.filter((person) => granted.has(person.id));
  const decided = await decideShared(
    store.announcements,
    announcement,
    (present) =>
      present &&
      decideAnnouncement(present, {
        ...{ kind: 'confirm', id, at, by, shown: shown ?? to.length, blocked: away },
        groups: languages.map((language) =>
          pushed.filter((person) => person.language === language).map((person) => person.id),
        ),
        kept: to.filter((person) => !granted.has(person.id)).map((person) => person.id),
      }),
  );
  if (!decided) throw new Error('an announcement that is begun exists');
  // It was over before, so nobody else gives back what was reserved for it once more.
  const { state } = decided.record;
  if (state === 'done' || state === 'stopped') await pushes.settle(reservationOf(announcement), []);
  return decided.outcome;
}
