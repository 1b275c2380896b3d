import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { Client } from 'undici';
import { channel } from './channel.ts';

/** LINE as the load plays it: sends signed webhooks, and learns from the stand-in what was replied. */
export type Line = {
  /** A connection of one person to a bot. */
  readonly connect: (userId: string, port: number) => Connection;
  readonly close: () => void;
};

export type Connection = {
  /** Sends a text; resolves to the beginning of the last message of the reply, when that and the 200 are here. */
  readonly say: (text: string) => Promise<Said>;
  readonly close: () => Promise<void>;
};
/** `ms` runs from the sending of the webhook to the receipt of the reply. */
export type Said = { readonly reply: string; readonly ms: number };

/** Who waits for a reply, by its token. */
type Waiting = Map<string, (reply: string) => void>;

/** A reply that takes longer than this does not come any more. */
const patience = 15_000;

export async function openLine(standInPort: number): Promise<Line> {
  const waiting: Waiting = new Map();
  const request = get({ host: '127.0.0.1', port: standInPort, path: '/replies' });
  const [response]: IncomingMessage[] = await once(request, 'response');
  if (!response) throw new Error('the stand-in does not tell of replies');
  listen(response, waiting);
  return {
    connect: (userId, port) => connect(userId, port, waiting),
    close: () => response.destroy(),
  };
}

/** Tells those who wait of each reply, until the stand-in is not listened to any more. */
function listen(replies: IncomingMessage, waiting: Waiting): void {
  let rest = '';
  replies.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [token, reply]: [string, string] = JSON.parse(line);
      waiting.get(token)?.(reply);
      waiting.delete(token);
    }
  });
  // Its end is no matter: whoever still waits is told that nothing came.
  replies.on('error', () => {});
}

function connect(userId: string, port: number, waiting: Waiting): Connection {
  const client = new Client(`http://127.0.0.1:${port}`, { pipelining: 1 });

  async function deliver(body: string): Promise<void> {
    const signature = createHmac('sha256', channel.secret).update(body).digest('base64');
    const headers = { 'content-type': 'application/json', 'x-line-signature': signature };
    const answer = await client.request({ method: 'POST', path: '/webhook', headers, body });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`the bot answered ${answer.statusCode}`);
  }

  return {
    close: () => client.destroy(),
    async say(text) {
      const token = randomUUID().replaceAll('-', '');
      const body = textEvent(userId, text, token);
      const started = performance.now();
      let ms = 0;
      const replied = new Promise<string>((resolve) => {
        waiting.set(token, (reply) => {
          ms = performance.now() - started;
          resolve(reply);
        });
      });
      const late = setTimeout(() => waiting.get(token)?.('nothing'), patience);
      const [reply] = await Promise.all([replied, deliver(body)]);
      clearTimeout(late);
      return { reply, ms };
    },
  };
}

/** The body of a webhook with one text in it, as LINE sends it. */
function textEvent(userId: string, text: string, replyToken: string): string {
  const id = `01${replyToken.slice(0, 24).toUpperCase()}`;
  const event = {
    type: 'message',
    message: { type: 'text', id: replyToken.slice(0, 18), quoteToken: replyToken, text },
    webhookEventId: id,
    deliveryContext: { isRedelivery: false },
    timestamp: Date.now(),
    source: { type: 'user', userId },
    replyToken,
    mode: 'active',
  };
  return JSON.stringify({ destination: 'U00000000000000000000000000000000', events: [event] });
}
