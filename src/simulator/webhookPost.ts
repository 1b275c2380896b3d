import { createHmac } from 'node:crypto';
import { type Dispatcher, request } from 'undici';

/** LINE waits this long for a webhook's answer. */
const timeoutMs = 2000;

type Reason = 'OK' | 'COULD_NOT_CONNECT' | 'REQUEST_TIMEOUT' | 'ERROR_STATUS_CODE' | 'UNCLASSIFIED';
export type Outcome = { readonly reason: Reason; readonly status?: number; readonly tookMs: number };

/** The bytes of a webhook body; escaped, every character outside ASCII becomes `\uXXXX`. */
export function webhookBytes(body: unknown, escapeNonAscii: boolean): Buffer {
  const json = JSON.stringify(body);
  if (!escapeNonAscii) return Buffer.from(json);
  return Buffer.from(
    json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

export function signatureOf(bytes: Buffer, channelSecret: string): string {
  return createHmac('sha256', channelSecret).update(bytes).digest('base64');
}

export type Letter = {
  readonly bytes: Buffer;
  readonly signature: string | null;
  readonly contentType?: string;
};

/** Posts one webhook and waits for its answer at most two seconds. */
export async function post(dispatcher: Dispatcher, url: string, letter: Letter): Promise<Outcome> {
  const start = performance.now();
  const tookMs = () => Math.round(performance.now() - start);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), timeoutMs);
  try {
    const response = await request(url, {
      method: 'POST',
      dispatcher,
      signal: patience.signal,
      headers: {
        'content-type': letter.contentType ?? 'application/json; charset=utf-8',
        'user-agent': 'LineBotWebhook/2.0',
        ...(letter.signature === null ? {} : { 'x-line-signature': letter.signature }),
      },
      body: letter.bytes,
    });
    await response.body.dump();
    const { statusCode: status } = response;
    return { reason: status >= 200 && status < 300 ? 'OK' : 'ERROR_STATUS_CODE', status, tookMs: tookMs() };
  } catch (error) {
    return { reason: patience.signal.aborted ? 'REQUEST_TIMEOUT' : reasonOf(error), tookMs: tookMs() };
  } finally {
    clearTimeout(timer);
  }
}

const connectCodes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

function reasonOf(error: unknown): Reason {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return connectCodes.includes(code) ? 'COULD_NOT_CONNECT' : 'UNCLASSIFIED';
}
