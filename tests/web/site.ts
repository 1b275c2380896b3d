import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll } from 'vitest';
import type { NewRow } from '../../src/app/ports.ts';
import { createIsSigned } from '../../src/line/signature.ts';
import { createMayLook } from '../../src/web/mayLook.ts';
import { createHttp, type HttpParts } from '../../src/web/server.ts';
import { createWebhook, type WebhookParts } from '../../src/web/webhook.ts';
import { clock, readableLog } from '../line/clock.ts';
import { toRows } from '../line/lineEvents.ts';

export const secret = 'channel-secret';
export const sign = (body: Buffer | string, key = secret): string =>
  createHmac('sha256', key).update(body).digest('base64');

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};
type Headers = { readonly [name: string]: string | string[] };

/** The bot's HTTP side over an inbox that only remembers. */
export async function openSite(parts: Partial<HttpParts & WebhookParts> = {}) {
  const kept: NewRow[] = [];
  const observed: number[] = [];
  const log = readableLog();
  const webhook = createWebhook({
    isSigned: createIsSigned([secret]),
    toRows,
    accept: async (rows) => void kept.push(...rows),
    clock,
    log,
    observe: (status) => void observed.push(status),
    ...parts,
  });
  const server = createHttp({
    webhook,
    ready: async () => true,
    metrics: { contentType: 'text/plain; version=0.0.4', text: async () => 'fundline_events_total 7\n' },
    mayLook: createMayLook('trial', undefined),
    newId: () => 'id-1',
    clock,
    log,
    ...parts,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  function ask(method: string, path: string, headers: Headers = {}, body?: Buffer | string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request({ port, method, path, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  return {
    server,
    port,
    kept,
    observed,
    log,
    ask,
    get: (path: string, headers?: Headers) => ask('GET', path, headers),
    /** A webhook with the right signature, unless other headers say otherwise. */
    post: (body: Buffer | string, headers: Headers = {}) =>
      ask(
        'POST',
        '/webhook',
        { 'x-line-signature': sign(body), 'content-type': 'application/json', ...headers },
        body,
      ),
    /** Sends bytes as they are, and resolves to all that comes back until the other side closes. */
    async raw(bytes: string): Promise<string> {
      const socket = connect(port, '127.0.0.1');
      const chunks: Buffer[] = [];
      socket.on('data', (chunk) => chunks.push(chunk));
      socket.write(bytes);
      await once(socket, 'close');
      return Buffer.concat(chunks).toString();
    },
  };
}
