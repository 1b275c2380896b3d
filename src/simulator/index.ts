/**
 * A stand-in for the LINE platform on its own port, for trials and tests. The bot sees the Messaging API at the root,
 * as LINE's `api` and `api-data` hosts serve it, and receives signed webhooks; people chat on the page at `/`.
 *
 * `rules/` says what a message may be, the `*Endpoints` files answer calls, `webhookSender` delivers events,
 * `platform` is the hand that tests act with, and `page/` is what a browser gets.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { createApi } from './api.ts';
import type { SimulatorOptions } from './options.ts';
import { createPage } from './page/routes.ts';
import { createPlatform, type Platform } from './platform.ts';
import { createWorld } from './world.ts';

export type { SentMessage } from './chatLog.ts';
export type { WebhookEvent } from './events.ts';
export type { Fault } from './faults.ts';
export type { PageTexts, SimulatorOptions } from './options.ts';
export type { SimGroup, SimPerson } from './people.ts';
export type { Act, Platform, Tap } from './platform.ts';
export type { Delivery } from './webhookSender.ts';
export type { ApiCall } from './world.ts';

export type Simulator = {
  /** Both LINE_API_BASE_URL and LINE_DATA_API_BASE_URL of the bot. */
  readonly url: string;
  readonly port: number;
  readonly platform: Platform;
  readonly close: () => Promise<void>;
};

/** The bot ends its connections, see `readerEnds`; the stand-in never does, however slow the machine is. */
const neverMs = 0;

export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const world = createWorld(options);
  const platform = createPlatform(world);
  const app = express().disable('x-powered-by').disable('etag');
  if (options.texts) app.use(createPage({ world, platform, texts: options.texts }));
  app.use(createApi(world));

  const host = options.host ?? '127.0.0.1';
  const server = createServer({ keepAliveTimeout: neverMs }, app).listen(options.port, host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    port,
    platform,
    close: async () => {
      await world.webhook.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
