import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { partitionOf } from '../app/inbox/partition.ts';
import type { Config, LineConfig } from '../config.ts';
import { startSchedule } from '../jobs/schedule.ts';
import type { Log } from '../kernel/outside.ts';
import { createIsSigned, createToRows, smallPhoto } from '../line/index.ts';
import { createFilePages } from '../web/keptFiles.ts';
import { createMayLook } from '../web/mayLook.ts';
import { createHttp } from '../web/server.ts';
import { createWebhook } from '../web/webhook.ts';
import type { Database } from './database.ts';
import { onceUp } from './onceUp.ts';
import { createOffice } from './process.ts';

export type App = {
  readonly port: number;
  /** Finishes what was begun, and hands its people over to the other processes. */
  readonly close: () => Promise<void>;
};

export type AppOptions = {
  readonly config: Pick<
    Config,
    | 'mode'
    | 'port'
    | 'host'
    | 'publicBaseUrl'
    | 'quietHours'
    | 'timeZone'
    | 'maxInterestPercent'
    | 'metricsToken'
  >;
  readonly line: Pick<LineConfig, 'channelSecrets' | 'channelAccessToken' | 'apiBaseUrl' | 'dataApiBaseUrl'>;
  readonly database: Database;
  readonly log: Log;
  /** Whether jobs run by the clock here. */
  readonly scheduled: boolean;
};

/** Puts the parts of one process together and listens: LINE in, MongoDB below, LINE out. */
export async function createApp({ config, line, database, log, scheduled }: AppOptions): Promise<App> {
  const { store, sealer, clock } = database;
  const office = createOffice({ config, line, database, log, shareOfWork: 'member' });
  const { shell, metrics, links, alerts, beginJob, workers } = office;
  const http = createHttp({
    webhook: createWebhook({
      isSigned: createIsSigned(line.channelSecrets),
      toRows: createToRows({ personOf: sealer.personId, partitionOf }),
      accept: shell.accept,
      clock,
      log,
      observe: metrics.webhook,
    }),
    ready: async () => await store.schemaReady(),
    metrics,
    mayLook: createMayLook(config.mode, config.metricsToken),
    pages: createFilePages({ files: store.files, links, shrink: smallPhoto }),
    newId: randomUUID,
    clock,
    log,
  });
  await shell.start();
  const { quietHours: quiet, timeZone } = config;
  const schedule = scheduled
    ? await onceUp(log, () => startSchedule({ store, clock, quiet, timeZone, beginJob, alerts, log }))
    : undefined;
  if (scheduled) workers.start();
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
      await schedule?.stop();
      await Promise.all([office.close(), schedule?.idle()]);
      http.closeAllConnections();
      await closed;
    },
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address ? address.port : 0;
