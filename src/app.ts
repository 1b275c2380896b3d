import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createGather } from './app/gather.ts';
import { partitionOf } from './app/partition.ts';
import { createPerform } from './app/perform/index.ts';
import type { Log } from './app/ports.ts';
import { createShell } from './app/shell.ts';
import { createTurn } from './app/turn.ts';
import { createYears } from './app/years.ts';
import type { Config, LineConfig } from './config.ts';
import { isWithinHours } from './domain/calendar.ts';
import { toBasisPoints } from './domain/household/contract.ts';
import { checkForms } from './flows/forms/check.ts';
import { t } from './flows/reply.ts';
import {
  createDecodeRow,
  createIsSigned,
  createLine,
  createLineClock,
  createPrepare,
  createRender,
  createToRows,
  smallPhoto,
} from './line/index.ts';
import type { Database } from './start/database.ts';
import { isOutage } from './storage/index.ts';
import { createTexts } from './text/texts.ts';
import { createMetrics } from './web/metrics.ts';
import { createPhotoLinks, createPhotoPages } from './web/photos.ts';
import { createHttp } from './web/server.ts';
import { createWebhook } from './web/webhook.ts';

export type App = {
  readonly port: number;
  /** Finishes what was begun, and hands its people over to the other processes. */
  readonly close: () => Promise<void>;
};

export type AppOptions = {
  readonly config: Pick<
    Config,
    'port' | 'host' | 'publicBaseUrl' | 'quietHours' | 'maxInterestPercent' | 'metricsToken'
  >;
  readonly line: Pick<LineConfig, 'channelSecrets' | 'channelAccessToken' | 'apiBaseUrl' | 'dataApiBaseUrl'>;
  readonly database: Database;
  readonly log: Log;
};

/** Puts the parts of one process together and listens: LINE in, MongoDB below, LINE out. */
export async function createApp({ config, line: settings, database, log }: AppOptions): Promise<App> {
  const { store, sealer, clock, linkSecret, process } = database;
  const texts = createTexts();
  const faults = checkForms(texts);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const metrics = createMetrics();
  const { channelAccessToken: token, apiBaseUrl: apiBase, dataApiBaseUrl: dataBase } = settings;
  const line = createLine({ token, apiBase, dataBase, log, clock });
  const links = createPhotoLinks(linkSecret, config.publicBaseUrl ?? '', clock.now);
  const photoUrl = config.publicBaseUrl === undefined ? () => undefined : links.urlOf;
  const debtLimits = { rateBasisPoints: toBasisPoints(config.maxInterestPercent) };
  const years = createYears(store.years, clock);
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
    turn: createTurn({ gather: createGather(store), now: clock.now, years, texts, debtLimits }),
    perform: createPerform({
      store,
      line,
      entropy: (of) => createHmac('sha256', linkSecret).update(`intent ${of}`).digest(),
      debtLimits,
    }),
    render: createRender({ texts, photoUrl }),
    clock,
    process,
    quiet: (at) => isWithinHours(at, config.quietHours),
    sorry: { messages: [{ kind: 'text', text: [t('common:sorry')] }] },
    isOutage,
    log,
    metrics,
  });
  const toRows = createToRows({ personOf: sealer.personId, partitionOf });
  const http = createHttp({
    webhook: createWebhook({
      isSigned: createIsSigned(settings.channelSecrets),
      toRows,
      accept: shell.accept,
      clock,
      log,
      observe: metrics.webhook,
    }),
    ready: async () => await store.schemaReady(),
    metrics,
    metricsToken: config.metricsToken,
    pages: createPhotoPages(store.files, links, smallPhoto),
    newId: randomUUID,
    clock,
    log,
  });
  await shell.start();
  http.listen(config.port, config.host);
  await once(http, 'listening');
  const port = portOf(http.address());
  log.info({ code: 'listening', port });
  return {
    port,
    close: async () => {
      const closed = once(http, 'close');
      http.close();
      http.closeIdleConnections();
      await shell.drain();
      http.closeAllConnections();
      await closed;
      await line.close();
    },
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address ? address.port : 0;
