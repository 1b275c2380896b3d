import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createSimulator, type SimulatorOptions, type WebhookEvent } from '../../src/simulator/index.ts';

export type Received = {
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly body: { readonly destination: string; readonly events: readonly WebhookEvent[] };
};

/** What the bot under the stand-in answers with: a status, or nothing at all. */
type BotAnswer = number | 'nothing';

const people = ['1', '2', '3'].map((digit) => ({
  userId: `U${digit.repeat(32)}`,
  name: `Person ${digit}`,
  language: 'th',
}));
export const [ann, bob, cho] = people.map((person) => person.userId) as [string, string, string];
export const stranger = `U${'e'.repeat(32)}`;
export const secret = 'channel-secret';
export const token = 'channel-token';

/** A stand-in with three people, a bot that only keeps what it receives, and a clock that stands still. */
export async function openStand(options: Partial<SimulatorOptions> = {}) {
  const clock = { at: new Date('2022-08-01T02:00:00Z') };
  const received: Received[] = [];
  const answers: BotAnswer[] = [];
  const bot = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const bytes = Buffer.concat(parts);
      received.push({ headers: request.headers, bytes, body: JSON.parse(bytes.toString()) });
      const answer = answers.shift() ?? 200;
      if (answer !== 'nothing') response.writeHead(answer).end();
    });
  }).listen(0, '127.0.0.1');
  await once(bot, 'listening');
  const address = bot.address();
  const botPort = typeof address === 'object' && address ? address.port : 0;

  let ids = 0;
  const sim = await createSimulator({
    port: 0,
    channelSecret: secret,
    channelAccessToken: token,
    webhookUrl: `http://127.0.0.1:${botPort}/webhook`,
    now: () => clock.at,
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`;
    },
    people,
    ...options,
  });

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const init: RequestInit = {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(5000),
    };
    if (body !== undefined) init.body = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(sim.url + path, init);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }

  return {
    sim,
    platform: sim.platform,
    received,
    answers,
    bot,
    call,
    get: (path: string) => call('GET', path),
    post: (path: string, body?: unknown, headers?: Record<string, string>) =>
      call('POST', path, body, headers),
    say: (text: string) => ({ type: 'text', text }),
    pass: (ms: number) => {
      clock.at = new Date(clock.at.getTime() + ms);
    },
    setClock: (at: string) => {
      clock.at = new Date(at);
    },
    close: async () => {
      await sim.close();
      bot.closeAllConnections();
      bot.close();
    },
  };
}

export type Stand = Awaited<ReturnType<typeof openStand>>;
export const seconds = (count: number) => count * 1000;
export const minutes = (count: number) => seconds(count * 60);
export const hours = (count: number) => minutes(count * 60);
