import { alertId } from '../app/inbox/effectIds.ts';
import { encodeNotice } from '../app/inbox/ownRows.ts';
import { partitionOf } from '../app/inbox/partition.ts';
import type { NewRow } from '../app/ports.ts';
import { addDays, bangkokDate } from '../programme/calendar/calendar.ts';
import { doubtAbout, knowsYear } from '../programme/calendar/closedDays.ts';
import type { AlertKind } from '../programme/job/alert.ts';
import { isNearlyUsedUp } from '../programme/quota/monthQuota.ts';
import type { JobParts } from './parts.ts';

/** Tells the administrators what somebody has to look after; of each kind once a day, of holidays once a month. */
export type Alerts = {
  readonly raise: (alert: AlertKind, about?: string) => Promise<void>;
  /** Looks after what tells nobody by itself at an instant: the queue, the month's pushes, the list of holidays. */
  readonly look: (at: Date) => Promise<void>;
};

/** A queue that is older is too old, in milliseconds. */
const oldQueue = 5 * 60 * 1000;
/** How often LINE is asked for the month's pushes, in milliseconds. */
const quotaPause = 60 * 60 * 1000;
/** So many days ahead the holidays have to be known. */
const holidaysAhead = 60;

export function createAlerts(parts: JobParts): Alerts {
  const { store, pushes, accept, clock, log } = parts;
  /** What this process told already; another one finds the rows there. */
  const raised = new Set<string>();
  let quotaAskedAt = Number.NEGATIVE_INFINITY;

  async function raise(alert: AlertKind, about = '', at = clock.now()): Promise<void> {
    const day = bangkokDate(at);
    const since = alert.startsWith('holidays') ? day.slice(0, 7) : day;
    const key = `${alert} ${about} ${since}`;
    if (raised.has(key)) return;
    // Before anything is awaited: LINE may refuse hundreds of calls at once.
    raised.add(key);
    try {
      await tellAdmins(alert, about, since);
    } catch (error) {
      raised.delete(key);
      throw error;
    }
  }

  async function tellAdmins(alert: AlertKind, about: string, since: string): Promise<void> {
    const now = clock.now();
    log.error({ code: 'alert', alert, about });
    const admins = await store.persons.holding(['admin'], { kind: 'nation' });
    const rows = admins.map((person): NewRow => {
      const head = {
        id: alertId(alert, about, since, person),
        person,
        partition: partitionOf(person),
        place: 0,
      };
      const body = encodeNotice({ kind: 'alert', alert, about }, { lineUser: '' });
      return { ...head, receivedAt: now, at: now, body };
    });
    if (rows.length > 0) await accept(rows);
  }

  async function lookAfterQuota(at: Date): Promise<void> {
    if (clock.monotonic() - quotaAskedAt < quotaPause) return;
    quotaAskedAt = clock.monotonic();
    if (isNearlyUsedUp(await pushes.now())) await raise('quotaLow', '', at);
  }

  return {
    raise,
    async look(at) {
      const oldest = await store.inbox.oldestPending();
      if (oldest && at.getTime() - oldest.getTime() > oldQueue) await raise('queueOld', '', at);
      const ahead = addDays(bangkokDate(at), holidaysAhead);
      if (!knowsYear(ahead)) await raise('holidaysUnknown', ahead.slice(0, 4), at);
      else if (doubtAbout(ahead) !== undefined) await raise('holidaysUnsure', ahead.slice(0, 4), at);
      await lookAfterQuota(at);
    },
  };
}
