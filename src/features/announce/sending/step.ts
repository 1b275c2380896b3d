import { decideShared } from '../../../kernel/decideShared.ts';
import type { IntentId } from '../../../programme/ids.ts';
import type { AnnouncementIntent, AnnouncementOutcome } from '../record/announcement.ts';
import { decideAnnouncement } from '../record/decide.ts';
import type { SendingParts } from './parts.ts';

/** What became of a step of sending. */
export type Step = AnnouncementIntent extends infer I
  ? I extends AnnouncementIntent
    ? Omit<I, 'id' | 'at'>
    : never
  : never;

/** Writes a step down where the announcement is still as it was when it was taken. */
export async function note(
  { store, clock }: Pick<SendingParts, 'store' | 'clock'>,
  announcement: string,
  step: Step,
): Promise<AnnouncementOutcome['kind'] | undefined> {
  // Steps are told apart by the state of their chunk, so their ids are not remembered.
  const id = `${announcement}:${step.kind}` as IntentId;
  const decided = await decideShared(
    store.announcements,
    announcement,
    (present) => present && decideAnnouncement(present, { ...step, id, at: clock.now() }),
  );
  return decided?.outcome.kind;
}
