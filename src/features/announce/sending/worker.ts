import type { Worker } from '../../../kernel/worker.ts';
import type { SendingParts } from './parts.ts';
import { sendAnnouncement } from './sendAnnouncement.ts';

/** Sends what was confirmed. What did not move between two looks was left by a process that died. */
export function createAnnouncer(parts: SendingParts): Worker {
  const { store, clock } = parts;
  /** The revisions at the last look. */
  let seen = new Map<string, number>();
  return {
    async due() {
      const now = clock.now();
      const all = await store.announcements.underWay();
      const before = seen;
      seen = new Map(all.map(({ id, rev }) => [id, rev]));
      return all
        .filter(({ id, rev, state, from }) =>
          state === 'scheduled' ? from !== undefined && from <= now : before.get(id) === rev,
        )
        .map(({ id }) => id);
    },
    goOn: (id) => sendAnnouncement(parts, id),
  };
}
