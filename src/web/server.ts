import { createServer, type Server, type ServerResponse } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { faultOf } from '../app/process/fault.ts';
import type { Log } from '../kernel/outside.ts';
import type { Clock } from '../kernel/store.ts';
import type { Looking } from './mayLook.ts';
import type { Webhook } from './webhook.ts';
import { endWithin } from './within.ts';

export type HttpParts = {
  readonly webhook: Webhook;
  /** Whether the database and its schema are there; it may also throw. */
  readonly ready: () => Promise<boolean>;
  readonly metrics: { readonly contentType: string; readonly text: () => Promise<string> };
  /** Who is shown /metrics; for all others there is none. */
  readonly mayLook: (looking: Looking) => boolean;
  /** Pages and downloads, where there are any. */
  readonly pages?: RequestHandler;
  /** Makes the id under which a failure is found in the log. */
  readonly newId: () => string;
  readonly clock: Clock;
  readonly log: Log;
};

/** A request must be here as a whole within this many ms, so that slow senders do not hold connections. */
const requestMs = 10_000;
/** Longer than the idle time of usual balancers, so that it is they who close connections. */
const idleMs = 65_000;
const readyMs = 2_000;

/** The HTTP server, not listening yet. */
export function createHttp(parts: HttpParts): Server {
  const fail = failure(parts);
  const router = createRouter(parts, fail);
  const options = {
    requestTimeout: requestMs,
    headersTimeout: requestMs,
    keepAliveTimeout: idleMs,
    connectionsCheckingInterval: 1_000,
  };
  return createServer(options, (request, response) => {
    // Past the router, which takes a tenth of the time of an answer.
    if (request.method !== 'POST' || request.url !== '/webhook') return void router(request, response);
    parts.webhook(request, response).catch((error: unknown) => fail(error, response));
  });
}

function createRouter({ webhook, ready, metrics, mayLook, pages, clock }: HttpParts, fail: Fail): Express {
  const app = express().disable('x-powered-by').disable('etag');
  app.post('/webhook', webhook);
  app.use(helmet());
  app.get('/healthz', (_, response) => void response.type('text').send('alive\n'));
  app.get('/readyz', async (_, response) => {
    const isReady = (await endWithin(readyMs, onlyIf(ready), clock)) === 'done';
    response
      .status(isReady ? 200 : 503)
      .type('text')
      .send(isReady ? 'ready\n' : 'not ready\n');
  });
  app.get('/metrics', async (request, response) => {
    if (!mayLook(request)) return void response.status(404).end();
    response.type(metrics.contentType).send(await metrics.text());
  });
  if (pages) app.use(pages);
  app.use((_, response) => void response.status(404).end());
  // Express knows a handler of errors by its four parameters.
  const onError: ErrorRequestHandler = (error, _request, response, _next) => fail(error, response);
  return app.use(onError);
}

async function onlyIf(ready: () => Promise<boolean>): Promise<void> {
  if (!(await ready())) throw new Error('not ready');
}

type Fail = (error: unknown, response: ServerResponse) => void;

/** The sender learns an id and nothing else; under it the log says what kind of failure it was. */
function failure({ newId, log }: Pick<HttpParts, 'newId' | 'log'>): Fail {
  return (error, response) => {
    const status = statusOf(error);
    const id = newId();
    if (status === 500) log.error({ code: 'httpFailure', event: id, ...faultOf(error) });
    if (response.headersSent) response.destroy();
    else response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${id}\n`);
  };
}

/** Refusals of the framework (a path that cannot be decoded) carry a status of their own. */
function statusOf(error: unknown): number {
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
