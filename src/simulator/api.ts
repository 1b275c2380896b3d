import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { type Answer, ok, refusals, refuse } from './answer.ts';
import { contentEndpoints } from './contentEndpoints.ts';
import type { Endpoint } from './endpoint.ts';
import type { Fault } from './faults.ts';
import { queryEndpoints } from './queryEndpoints.ts';
import { createRateLimit, lineRates } from './rateLimit.ts';
import { limits } from './rules/limits.ts';
import { sendEndpoints } from './sendEndpoints.ts';
import { webhookEndpoints } from './webhookEndpoints.ts';
import type { World } from './world.ts';
import { writeAnswer } from './writeAnswer.ts';

/** The Messaging API: both hosts of LINE, `api` and `api-data`, at one root. */
export function createApi(world: World): Router {
  const router = express.Router();
  const isAllowed = createRateLimit(
    world.options.now,
    world.options.rates === null ? {} : { ...lineRates, ...world.options.rates },
  );
  const endpoints = [
    ...sendEndpoints(world),
    ...queryEndpoints(world),
    ...contentEndpoints(world),
    ...webhookEndpoints(world),
  ];
  router.use('/v2', (_request, response, next) => {
    response.set({ 'x-line-request-id': world.ids.request(), ...readerEnds });
    next();
  });
  router.use('/v2', express.raw({ type: () => true, limit: limits.bodyBytes }));
  for (const endpoint of endpoints) {
    router[endpoint.method](endpoint.path, (request, response) =>
      take({ world, endpoint, request, response, isAllowed: () => isAllowed(endpoint.name) }),
    );
  }
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path)))
    router.all(path, (_request, response) => writeAnswer(response, refuse(405, 'Method Not Allowed')));
  router.use('/v2', (_request, response) => writeAnswer(response, refusals.notFound()));
  router.use('/v2', unreadable);
  return router;
}

/**
 * Offers to keep the connection for so short a time that the bot's client ends it as soon as it has read the answer:
 * nothing else shows the stand-in that a message counts as shown.
 */
const readerEnds = { connection: 'keep-alive', 'keep-alive': 'timeout=1' };

type Exchange = {
  readonly world: World;
  readonly endpoint: Endpoint;
  readonly request: Request;
  readonly response: Response;
  readonly isAllowed: () => boolean;
};

/** Answers a call, which is under way until the bot has the answer, or it is withheld. */
async function take(exchange: Exchange): Promise<void> {
  const { world, request, response } = exchange;
  const id = requestIdOf(response);
  let end = () => {};
  world.underWay.set(
    id,
    new Promise((resolve) => {
      end = resolve;
    }),
  );
  try {
    await answerCall(exchange);
    if (response.headersSent) await endOf(request.socket);
  } finally {
    world.underWay.delete(id);
    end();
  }
}

const endOf = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
  });

async function answerCall(exchange: Exchange): Promise<void> {
  const { world, endpoint, response } = exchange;
  const fault = world.faults.take(endpoint.name);
  if (typeof fault === 'object' && 'delayMs' in fault) await pause(fault.delayMs);
  const read = readBody(exchange);
  const answer = faultAnswer(fault) ?? ('status' in read ? read : await decide(exchange, read.json));
  const answered = typeof fault !== 'string';
  world.calls.push({
    endpoint: endpoint.name,
    requestId: requestIdOf(response),
    at: world.options.now(),
    body: 'json' in read ? read.json : undefined,
    ...retryKeyOf(exchange.request),
    status: answer.status,
    answered,
  });
  if (fault === 'reset') exchange.request.socket.destroy();
  else if (answered) await writeAnswer(response, answer);
}

/** A refusal or silence that comes instead of a decision; nothing when the call is decided after all. */
function faultAnswer(fault: Fault | undefined): Answer | undefined {
  if (fault === 'hang' || fault === 'reset') return ok({}, 0);
  if (typeof fault !== 'object' || !('status' in fault)) return undefined;
  const { status, headers, body = { message: 'Internal server error' } } = fault;
  return headers ? { ...ok(body, status), headers } : ok(body, status);
}

async function decide(
  { world, endpoint, request, response, isAllowed }: Exchange,
  body: unknown,
): Promise<Answer> {
  if (!isAllowed()) return refusals.rateLimit();
  if (body !== undefined) world.options.recorder?.({ endpoint: endpoint.name, body });
  return endpoint.answer({
    requestId: requestIdOf(response),
    params: textsOf(request.params),
    query: textsOf(request.query),
    body,
    ...retryKeyOf(request),
  });
}

function readBody({ world, request }: Exchange): { readonly json: unknown } | Answer {
  if (request.headers.authorization !== `Bearer ${world.options.channelAccessToken}`)
    return refuse(401, authenticationFault(request.headers.authorization));
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return { json: undefined };
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\b/i.test(type)) return refuse(415, `Content type '${type}' not supported`);
  try {
    const json: unknown = JSON.parse(bytes.toString());
    return { json };
  } catch {
    return refuse(400, 'The request body could not be parsed as JSON (line: -, column: -)');
  }
}

function authenticationFault(header: string | undefined): string {
  const reason = header ? ' due to the following reason: invalid token' : '';
  return `Authentication failed${reason}. Confirm that the access token in the authorization header is valid.`;
}

const requestIdOf = (response: Response): string => response.getHeader('x-line-request-id')?.toString() ?? '';

function retryKeyOf(request: Request): { retryKey?: string } {
  const retryKey = request.get('x-line-retry-key');
  return retryKey === undefined ? {} : { retryKey };
}

function textsOf(values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

const unreadable: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
  const tooLarge = error.status === 413;
  return writeAnswer(
    response,
    tooLarge
      ? refuse(413, 'The request body is too large')
      : refuse(error.status ?? 500, 'The request could not be read'),
  );
};
