import { Pool } from 'undici';
import type { Log } from '../kernel/outside.ts';
import type { Clock } from '../kernel/store.ts';
import type { Answer } from './delivery.ts';
import { faultCode } from './delivery.ts';

export type LineRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The path as the log has it: without ids. */
  readonly logged?: string;
  readonly body?: string;
  readonly retryKey?: string;
  /** Until LINE's whole answer is here. */
  readonly withinMs: number;
};

export type Caller = {
  /** LINE's answer; throws where there is none. */
  readonly call: (call: LineRequest) => Promise<Answer>;
  /** The answer's beginning; its body is still to be read. Throws where there is none. */
  readonly open: (call: LineRequest) => Promise<Opened>;
  readonly close: () => Promise<void>;
};
export type Opened = Awaited<ReturnType<Pool['request']>>;

/** Without an answer to connect within this many ms, nothing was sent. */
const connectMs = 3_000;
const connections = 64;
/** LINE's refusals are a few hundred bytes. */
const longestAnswer = 64 * 1024;

/** Calls one of LINE's hosts over connections that are kept alive, which is twice as fast as the SDK's fetch. */
export function createCaller(origin: string, token: string, log: Log, clock: Clock): Caller {
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    connect: { timeout: connectMs },
    keepAliveTimeout: 30_000,
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
  });
  const authorization = `Bearer ${token}`;

  const send = async (
    { method, path, logged = path, body, retryKey }: LineRequest,
    signal: AbortSignal,
  ): Promise<Opened> => {
    const started = clock.monotonic();
    const told = { code: 'lineCall', method, path: logged };
    const ms = () => Math.round(clock.monotonic() - started);
    try {
      const answer = await pool.request({
        method,
        path,
        headers: {
          authorization,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(retryKey === undefined ? {} : { 'x-line-retry-key': retryKey }),
        },
        ...(body === undefined ? {} : { body }),
        signal,
      });
      const requestId = requestIdOf(answer);
      log.info({
        ...told,
        status: answer.statusCode,
        ms: ms(),
        ...(requestId === undefined ? {} : { requestId }),
      });
      return answer;
    } catch (error) {
      log.warn({ ...told, fault: faultCode(error), ms: ms() });
      throw error;
    }
  };

  return {
    open: (call) => send(call, AbortSignal.timeout(call.withinMs)),
    close: () => pool.destroy(),
    async call(call) {
      // A signal of AbortSignal.timeout cannot be called off: each would live on for seconds and end as an error.
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(new DOMException('late', 'TimeoutError')), call.withinMs);
      try {
        const answer = await send(call, late.signal);
        const requestId = requestIdOf(answer);
        return {
          status: answer.statusCode,
          body: await beginning(answer.body),
          ...(requestId === undefined ? {} : { requestId }),
        };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function requestIdOf({ headers }: Opened): string | undefined {
  const id = headers['x-line-request-id'];
  return typeof id === 'string' ? id : undefined;
}

/** Nothing where the body is cut or endless; the status stands all the same. */
async function beginning(body: Opened['body']): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > longestAnswer) return undefined;
    }
    return Buffer.concat(chunks).toString();
  } catch {
    return undefined;
  }
}
