import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut, and that can lose what the server answers. */
export type CutProxy = {
  readonly port: number;
  /** From now on requests arrive, but the connection ends before their answer. */
  readonly loseAnswers: () => void;
  /** From now on nothing arrives. */
  readonly cut: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
};

export async function openCutProxy(target: {
  readonly host: string;
  readonly port: number;
}): Promise<CutProxy> {
  let state: 'open' | 'losing' | 'cut' = 'open';
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target);
    const end = () => {
      client.destroy();
      upstream.destroy();
      sockets.delete(client);
    };
    sockets.add(client);
    if (state === 'cut') return end();
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      // A connection must be made first, and be found alive, or no request would be sent.
      if (state === 'losing' && !isGreeting(bytes)) end();
      else client.write(bytes);
    });
    for (const socket of [client, upstream]) socket.on('close', end).on('error', end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    loseAnswers: () => {
      state = 'losing';
    },
    cut: () => {
      state = 'cut';
      drop();
    },
    mend: () => {
      state = 'open';
    },
    close: async () => {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The answer to `hello`, by which the driver knows a server. */
const isGreeting = (bytes: Buffer) => bytes.includes('isWritablePrimary') || bytes.includes('ismaster');
