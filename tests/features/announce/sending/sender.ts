import { noticeRow } from '../../../../src/app/inbox/ownRows.ts';
import type { NewRow } from '../../../../src/app/ports.ts';
import { createAnnouncer } from '../../../../src/features/announce/sending/worker.ts';
import { createReminder } from '../../../../src/features/remind/worker.ts';
import { createAlerts } from '../../../../src/jobs/alerts.ts';
import { createPushes } from '../../../../src/jobs/pushes.ts';
import { createRunJob } from '../../../../src/jobs/runJob.ts';
import { createWorkers } from '../../../../src/jobs/workers.ts';
import type { Notice } from '../../../../src/kernel/notice.ts';
import { createLine, createRender } from '../../../../src/line/index.ts';
import type { FiscalYear, PersonId } from '../../../../src/programme/ids.ts';
import type { OpenStore } from '../../../../src/storage/index.ts';
import { createTexts } from '../../../../src/text/texts.ts';
import { readableLog, clock as realClock } from '../../../line/clock.ts';
import { dues } from '../../../support/dues.ts';
import { tells } from '../../../support/tells.ts';

/** A Tuesday in the office hours. */
export const workingHours = new Date('2022-08-09T10:00:00+07:00');

/** One process as far as it sends announcements, by a clock that the test sets. */
export function openSender(store: OpenStore, lineUrl: string, time: { now: Date }) {
  const stop = new AbortController();
  const log = readableLog();
  // Pauses between tries are not waited for in full.
  const clock = {
    ...realClock,
    now: () => time.now,
    sleep: (ms: number, signal?: AbortSignal) => realClock.sleep(Math.min(ms, 20), signal),
  };
  const line = createLine({ token: 'token', apiBase: lineUrl, dataBase: lineUrl, log, clock: realClock });
  const pushes = createPushes({ store, line, clock, alert: () => {} });
  const parts = {
    ...{
      store,
      line,
      dues,
      tells,
      pushes,
      clock,
      log,
      signal: stop.signal,
      quiet: { from: 20 * 60, to: 7 * 60 },
    },
    accept: async (rows: readonly NewRow[]) => void (await store.inbox.insert(rows)),
    year: async () => 2565 as FiscalYear,
    multicast: line.multicast,
    render: createRender({ texts: createTexts(), photoUrl: () => undefined, fileUrl: () => undefined }),
    alert: () => {},
  };
  const runJob = createRunJob({ ...parts, alerts: createAlerts(parts) });
  const tell = (cause: string, to: readonly PersonId[], notice: Notice) =>
    parts.accept(to.map((person) => noticeRow(cause, person, notice, clock.now())));
  const workers = createWorkers(
    new Map([
      ['announce', createAnnouncer({ ...parts, tell })],
      ['remind', createReminder({ ...parts, runJob })],
    ]),
    { ...parts, lacksKey: store.lacksKey },
  );
  return {
    parts: { ...parts, tell },
    workers,
    log,
    close: async () => {
      stop.abort();
      await workers.idle();
      await line.close();
    },
  };
}
