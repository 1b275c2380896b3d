import { setImmediate } from 'node:timers/promises';
import { openFeatures } from '../../src/app/effects.ts';
import { decodeOwnRow, noticeRow } from '../../src/app/inbox/ownRows.ts';
import type { NewRow, Store } from '../../src/app/ports.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
import { features } from '../../src/features/index.ts';
import { createAlerts } from '../../src/jobs/alerts.ts';
import { createPushes } from '../../src/jobs/pushes.ts';
import { createRunJob } from '../../src/jobs/runJob.ts';
import { createWorkers, type Workers } from '../../src/jobs/workers.ts';
import type { InboundEvent } from '../../src/kernel/event.ts';
import type { Notice } from '../../src/kernel/notice.ts';
import type { Reply } from '../../src/kernel/reply.ts';
import type { FiscalYear, PersonId } from '../../src/programme/ids.ts';
import { dues } from '../support/dues.ts';
import type { Announcing } from '../support/effects.ts';
import { tells } from '../support/tells.ts';
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
    ...{ store, line, dues, tells, pushes, accept, year, quiet, clock: time, log },
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
  const runJob = createRunJob({ ...parts, alerts: createAlerts(parts) });
  const tell = (cause: string, to: readonly PersonId[], notice: Notice) =>
    accept(to.map((person) => noticeRow(cause, person, notice, time.now())));
  const opened = openFeatures(features, {
    ...{ store, dues, pushes, year, quiet, clock: time, debtLimits: legalLimits },
    ...{ profile: async () => undefined, botId: async () => undefined },
    entropy: () => new Uint8Array(32),
    wake: () => {},
  });
  const workers = createWorkers(opened.workers({ ...parts, tell, runJob }), {
    ...parts,
    lacksKey: async () => false,
  });
  const due: Parameters<Workers['wake']>[] = [];
  return {
    announcing: {
      ...{ pushes, year, clock: time, quiet },
      wake: (...what) => void due.push(what),
    },
    async sends() {
      for (const what of due.splice(0)) workers.wake(...what);
      await workers.look();
      await workers.idle();
      return heard.splice(0);
    },
  };
}
