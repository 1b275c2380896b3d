import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll } from 'vitest';
import { createLine } from '../../src/line/client.ts';
import { clock, readableLog } from './clock.ts';

/** What a host of LINE's does to one call. */
export type Script = (response: ServerResponse, socket: Socket) => void;
export type Asked = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export const answer =
  (status: number, body: unknown = {}, headers: { readonly [name: string]: string } = {}): Script =>
  (response) =>
    void response.writeHead(status, { 'x-line-request-id': 'r-1', ...headers }).end(JSON.stringify(body));

export const bytes =
  (status: number, content: Buffer): Script =>
  (response) =>
    void response.writeHead(status).end(content);

/** Waits between tries take no time. */
const impatient = { ...clock, sleep: async () => {} };

/** A host that answers as it is told, call by call, and a client of it. */
export async function openHost() {
  const scripts: Script[] = [];
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, headers, body: Buffer.concat(parts).toString() });
      (scripts.shift() ?? answer(200))(response, request.socket);
    });
  }).listen(0, '127.0.0.1');
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
  });
  await once(server, 'listening');
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const log = readableLog();
  const line = createLine({ token: 'secret-token', apiBase: base, dataBase: base, log, clock: impatient });

  const close = async () => {
    await line.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  afterAll(close);
  return {
    line,
    log,
    asked,
    base,
    server,
    close,
    next: (...more: readonly Script[]) => void scripts.push(...more),
    connections: () => connections,
  };
}
