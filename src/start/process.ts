import { createHmac } from 'node:crypto';
import { openFeatures } from '../app/effects.ts';
import { noticeRow } from '../app/inbox/ownRows.ts';
import type { ShareOfWork } from '../app/ports.ts';
import { rememberingRules } from '../app/rules.ts';
import { createShell, type Shell } from '../app/shell.ts';
import { createTurn } from '../app/turn.ts';
import { createYears } from '../app/years.ts';
import type { Config, LineConfig } from '../config.ts';
import { toBasisPoints } from '../features/household/rules/contract.ts';
import { isStillOwed } from '../features/tasks/reads.ts';
import { type Alerts, createAlerts } from '../jobs/alerts.ts';
import { type BeginJob, createBeginJob } from '../jobs/beginJob.ts';
import { createPushes } from '../jobs/pushes.ts';
import { type RunJob, toItsEnd } from '../jobs/runJob.ts';
import { createWorkers, type Workers } from '../jobs/workers.ts';
import { duesOf } from '../kernel/dues.ts';
import { joinFeatures } from '../kernel/features.ts';
import { checkForms, findForms } from '../kernel/forms.ts';
import type { Notice } from '../kernel/notice.ts';
import type { Log } from '../kernel/outside.ts';
import { t } from '../kernel/reply.ts';
import { tellsOf } from '../kernel/tells.ts';
import { isTimely } from '../kernel/tick.ts';
import {
  createDecodeRow,
  createLine,
  createLineClock,
  createPrepare,
  createRender,
  photoSetOf,
} from '../line/index.ts';
import { bangkokDate, isWithinHours } from '../programme/calendar/calendar.ts';
import type { PersonId } from '../programme/ids.ts';
import type { AlertKind } from '../programme/job/alert.ts';
import { isKeyAbsent, isOutage } from '../storage/index.ts';
import { createTexts } from '../text/texts.ts';
import { createFileLinks, type FileLinks } from '../web/keptFiles.ts';
import { createMetrics, type MetricsPage } from '../web/metrics.ts';
import { valueWithin } from '../web/within.ts';
import type { Database } from './database.ts';

/** All of one process but its doors: what people send is worked on, and what the clock brings. */
export type Office = {
  readonly shell: Shell;
  readonly beginJob: BeginJob;
  readonly runJob: RunJob;
  readonly alerts: Alerts;
  readonly workers: Workers;
  readonly metrics: MetricsPage;
  readonly links: FileLinks;
  /** Finishes what was begun, and hands its people over to the other processes. */
  readonly close: () => Promise<void>;
};

export type OfficeOptions = {
  readonly config: Pick<Config, 'publicBaseUrl' | 'quietHours' | 'maxInterestPercent'>;
  readonly line: Pick<LineConfig, 'channelAccessToken' | 'apiBaseUrl' | 'dataApiBaseUrl'>;
  readonly database: Database;
  readonly log: Log;
  readonly shareOfWork: ShareOfWork;
};

/** Without a public address nobody could fetch anything. */
const noLinks = { photoUrl: () => undefined, fileUrl: () => undefined };

/** How long the figures of jobs are waited for, in milliseconds, when /metrics is asked for. */
const figuresMs = 2_000;

export function createOffice({ config, line: settings, database, log, shareOfWork }: OfficeOptions): Office {
  const { features, store: present, clock, linkSecret, process } = database;
  const store = { ...present, deadlines: rememberingRules(present.deadlines, clock) };
  const { quietHours: quiet } = config;
  const texts = createTexts(features);
  const faults = checkForms(features, texts);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const metrics = createMetrics(() => valueWithin(figuresMs, store.runs.totals(), clock));
  const { channelAccessToken: token, apiBaseUrl: apiBase, dataApiBaseUrl: dataBase } = settings;
  const line = createLine({ token, apiBase, dataBase, log, clock });
  const links = createFileLinks(linkSecret, config.publicBaseUrl ?? '', clock.now);
  const servesFiles = config.publicBaseUrl !== undefined;
  const { photoUrl, fileUrl } = servesFiles ? links : noLinks;
  const debtLimits = { rateBasisPoints: toBasisPoints(config.maxInterestPercent) };
  const years = createYears(store.years, clock, findForms(features));
  const year = async () => (await years()).present;
  const stop = new AbortController();
  const { signal } = stop;
  const alert = (kind: AlertKind) => void alerts.raise(kind).catch(() => {});
  const pushes = createPushes({ store, line, clock, alert });
  const render = createRender({ texts, photoUrl, fileUrl });
  const dues = duesOf(features);
  const announcing = {
    ...{ pushes, year, clock, quiet, dues },
    wake: (feature: string, id: string) => workers.wake(feature, id),
  };
  const opened = openFeatures(features, {
    ...{ store, profile: line.profile, botId: line.botId, debtLimits, ...announcing },
    entropy: (of) => createHmac('sha256', linkSecret).update(`intent ${of}`).digest(),
  });
  const shell = createShell({
    store,
    line,
    prepare: createPrepare({
      decodeRow: createDecodeRow(createLineClock()),
      content: line.content,
      files: store.files,
      hasConsented: async (person) =>
        (await store.persons.read([person]))[0]?.person.consentedAt !== undefined,
    }),
    photoSet: photoSetOf,
    turn: createTurn({
      ...{
        features: joinFeatures(features, texts),
        readers: opened.readers,
        now: clock.now,
        years,
        texts,
        debtLimits,
        quiet,
        servesFiles,
      },
    }),
    perform: opened.perform,
    settleReminder: ({ id, state, why }) => store.reminders.settle(id, state, why),
    isStillOwed: async (person, keys) =>
      isStillOwed({ store: present, dues }, person, keys, {
        year: await year(),
        today: bangkokDate(clock.now()),
      }),
    alert,
    shareOfWork,
    render,
    clock,
    process,
    quiet: (at) => isWithinHours(at, quiet),
    isTimely: (tick) => isTimely(tick, clock.now(), quiet),
    sorry: { messages: [{ kind: 'text', text: [t('common:sorry')] }] },
    isOutage,
    isKeyAbsent,
    log,
    metrics,
  });
  const tells = tellsOf(features);
  const parts = { store, dues, tells, pushes, accept: shell.accept, year, quiet, clock, signal, log };
  const alerts = createAlerts(parts);
  const beginJob = createBeginJob({ ...parts, alerts });
  const runJob = toItsEnd(beginJob);
  const { multicast } = line;
  const tell = (cause: string, to: readonly PersonId[], notice: Notice) =>
    shell.accept(to.map((person) => noticeRow(cause, person, notice, clock.now())));
  const { lacksKey } = store;
  const workers = createWorkers(
    opened.workers({ clock, signal, log, multicast, render, alert, tell, runJob }),
    { clock, signal, log, lacksKey },
  );
  return {
    shell,
    beginJob,
    runJob,
    workers,
    alerts,
    metrics,
    links,
    async close() {
      stop.abort();
      await Promise.all([shell.drain(), workers.idle()]);
      await line.close();
    },
  };
}
