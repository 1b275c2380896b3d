import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NewRow } from '../app/ports.ts';
import type { Log } from '../kernel/outside.ts';
import type { Clock } from '../kernel/store.ts';
import { readBody } from './body.ts';
import { endWithin } from './within.ts';

export type WebhookParts = {
  /** Whether the sender knows the channel's secret. */
  readonly isSigned: (body: Buffer, headers: IncomingMessage['headers']) => boolean;
  /** The rows of a body and what needs no turn; nothing where it is no webhook's body. */
  readonly toRows: (body: Buffer, receivedAt: Date) => Received | undefined;
  /** Resolves when the rows are durable. */
  readonly accept: (rows: readonly NewRow[]) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  readonly observe: (status: number, ms: number) => void;
};

type Received = {
  readonly rows: readonly NewRow[];
  readonly ignored: readonly { readonly code: string; readonly event?: string }[];
};

const mostBytes = 1024 * 1024;
/** LINE waits two seconds; by then it must know that an event was not kept, so that it delivers it again. */
const durableMs = 1_500;

export type Webhook = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** `POST /webhook`: 200 only when every event that needs a turn is kept. */
export function createWebhook(parts: WebhookParts): Webhook {
  return async (request, response) => {
    const started = parts.clock.monotonic();
    const status = await receive(request, parts);
    // Nobody is there any more.
    if (status === undefined) return;
    response.writeHead(status, { 'content-length': 0 }).end();
    parts.observe(status, parts.clock.monotonic() - started);
    if (status !== 200) parts.log.warn({ code: 'webhookRefused', status });
  };
}

async function receive(request: IncomingMessage, parts: WebhookParts): Promise<number | undefined> {
  // Inflated, a small body may be a huge one.
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return 415;
  const body = await readBody(request, mostBytes);
  if (body === 'broken') return undefined;
  if (body === 'tooLarge') return 413;
  if (!parts.isSigned(body, request.headers)) return 401;
  const received = parts.toRows(body, parts.clock.now());
  if (!received) return 400;
  for (const { code: why, event } of received.ignored)
    parts.log.info({ code: 'eventIgnored', why, ...(event === undefined ? {} : { event }) });
  if (received.rows.length === 0) return 200;
  const end = await endWithin(durableMs, parts.accept(received.rows), parts.clock);
  if (end === 'done') return 200;
  parts.log.error({ code: 'eventsNotKept', why: end, rows: received.rows.length });
  return 503;
}
