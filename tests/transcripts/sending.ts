import { setImmediate } from 'node:timers/promises';
import { decodeOwnRow } from '../../src/app/inbox/ownRows.ts';
import type { NewRow, Store } from '../../src/app/ports.ts';
import { createAlerts } from '../../src/jobs/alerts.ts';
import { createAnnouncer } from '../../src/jobs/announcer.ts';
import { createPushes } from '../../src/jobs/pushes.ts';
import { createRunJob } from '../../src/jobs/runJob.ts';
import type { InboundEvent } from '../../src/kernel/event.ts';
import type { Reply } from '../../src/kernel/reply.ts';
import type { FiscalYear } from '../../src/programme/ids.ts';
import { dues } from '../support/dues.ts';
import type { Announcing } from '../support/effects.ts';
import type { Heard, World } from './world.ts';

const quiet = { from: 20 * 60, to: 7 * 60 };

type Sending = {
  readonly announcing: Announcing;
  /** Sends all that was ordered and is due; resolves to what people are then told. */
  readonly sends: () => Promise<readonly Heard[]>;
};

/** Announcements and ordered reminders in memory: LINE takes every call, and nothing goes out before it is called for. */
export function createSending(
  store: Store,
  { clock, people, years, month }: Pick<World, 'clock' | 'people' | 'years' | 'month'>,
  take: (event: InboundEvent) => Promise<readonly Heard[]>,
): Sending {
  const heard: Heard[] = [];
  const log = {
    ...{ info: () => {}, warn: () => {} },
    error: (entry: object) => {
      throw new Error(JSON.stringify(entry));
    },
  };
  const time = {
    now: () => clock.now,
    monotonic: () => clock.now.getTime(),
    sleep: async () => setImmediate(),
  };
  const line = { quota: async () => month };
  const year = async (): Promise<FiscalYear> => years.present;
  const pushes = createPushes({ store, line, clock: time, alert: () => {} });

  async function accept(rows: readonly NewRow[]): Promise<void> {
    for (const row of rows) {
      const event = decodeOwnRow({ ...row, tries: 0 });
      const told = await take(event);
      heard.push(...told);
      if (event.kind === 'tick' && told.length > 0) await store.reminders.settle(event.id, 'sent');
    }
  }

  const parts = {
    ...{ store, line, dues, pushes, accept, year, quiet, clock: time, log },
    signal: new AbortController().signal,
    multicast: async (users: readonly string[], messages: unknown) => {
      for (const [who, person] of people) {
        if (!users.includes(person.lineUser)) continue;
        heard.push({ who, person, reply: { messages: messages as Reply['messages'] } });
      }
      return { kind: 'sent' as const };
    },
    // What is sent is compared as it was meant, and put into words by the transcript.
    render: (reply: Reply) => reply.messages as never,
    alert: () => {},
  };
  const announcer = createAnnouncer({
    ...parts,
    runJob: createRunJob({ ...parts, alerts: createAlerts(parts) }),
  });
  const due: string[] = [];
  return {
    announcing: {
      ...{ pushes, year, clock: time, quiet },
      announced: (id) => void due.push(id),
      ordered: () => {},
    },
    async sends() {
      for (const id of due.splice(0)) announcer.announced(id);
      await announcer.look();
      await announcer.idle();
      return heard.splice(0);
    },
  };
}
