import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A faulty way to LINE: what is pushed goes there twice, the second time as if it were something else. */
export async function doublingWay(standIn: string) {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const body = await buffer(request);
    const { authorization = '', 'content-type': type = 'application/json' } = headers;
    const call = (more: { readonly [header: string]: string } = {}) =>
      fetch(`${standIn}${url}`, {
        method,
        headers: { authorization, 'content-type': type, ...more },
        ...(body.length > 0 && { body }),
      });
    const key = String(headers['x-line-retry-key'] ?? '');
    if (url.endsWith('/push')) await call({ 'x-line-retry-key': randomUUID() });
    const answer = await call(key === '' ? {} : { 'x-line-retry-key': key });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
