/**
 * A stand-in for LINE that costs as little as possible: it takes replies and tells the load of each one. It is the
 * same for both bots, and knows no rules; those are kept by the one in `src/simulator`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

type Sent = { replyToken: string; messages: { text?: string; altText?: string }[] };
/** As much of a reply as tells which question it asks. */
const told = 40;

let listener: ServerResponse | undefined;
let replies = 0;

/** The load listens here: a line for each reply, with its token and the beginning of its last message. */
function listen(response: ServerResponse): void {
  response.writeHead(200).flushHeaders();
  listener = response;
}

function takeReply(body: string, response: ServerResponse): void {
  const { replyToken, messages }: Sent = JSON.parse(body);
  const last = messages.at(-1);
  replies += 1;
  const shown = `${JSON.stringify([replyToken, (last?.altText ?? last?.text ?? '').slice(0, told)])}\n`;
  // Who is shown it answers it only once it counts as shown, which is when the bot has the answer.
  response.once('finish', () => listener?.write(shown));
  answer(response, { sentMessages: messages.map((_, at) => ({ id: `${replies}${at}`, quoteToken: 'q' })) });
}

function answer(response: ServerResponse, body: object): void {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'x-line-request-id': `r${replies}` };
  response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text);
}

function handle({ url = '' }: IncomingMessage, body: string, response: ServerResponse): void {
  if (url === '/v2/bot/message/reply') takeReply(body, response);
  else if (url.startsWith('/v2/bot/profile/')) answer(response, { displayName: 'Somchai' });
  else answer(response, {});
}

const server = createServer((request, response) => {
  if (request.url === '/replies') {
    listen(response);
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => handle(request, Buffer.concat(chunks).toString(), response));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('disconnect', () => process.exit());
