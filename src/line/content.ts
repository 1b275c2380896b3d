import type { Clock } from '../kernel/store.ts';
import type { Caller, Opened } from './call.ts';

/** What people send is taken up to this many bytes. */
export const mostBytes = 10 * 1024 * 1024;

export type Content =
  | { readonly kind: 'content'; readonly bytes: Buffer }
  | { readonly kind: 'tooLarge' }
  /** Unsent, or kept by LINE no longer. */
  | { readonly kind: 'gone' }
  /** Perhaps at another time. */
  | { readonly kind: 'unavailable' };

/** Waits, in ms, before each further try at what LINE is still preparing or what broke off. */
const waits = [300, 700, 1500];
const downloadMs = 10_000;

/** Fetches what a message carries. Never throws: what LINE's host does to a download is told in the result. */
export function createContent(caller: Caller, clock: Clock): (message: string) => Promise<Content> {
  return async (message) => {
    if (!/^\d{1,32}$/.test(message)) return { kind: 'gone' };
    for (const wait of [0, ...waits]) {
      if (wait > 0) await clock.sleep(wait);
      const content = await download(caller, message);
      if (content.kind !== 'unavailable') return content;
    }
    return { kind: 'unavailable' };
  };
}

async function download(caller: Caller, message: string): Promise<Content> {
  try {
    const answer = await caller.open({
      method: 'GET',
      path: `/v2/bot/message/${message}/content`,
      logged: '/v2/bot/message/{id}/content',
      withinMs: downloadMs,
    });
    if (answer.statusCode === 200) return await read(answer);
    await answer.body.dump();
    return { kind: answer.statusCode === 404 || answer.statusCode === 410 ? 'gone' : 'unavailable' };
  } catch {
    return { kind: 'unavailable' };
  }
}

async function read({ body, headers }: Opened): Promise<Content> {
  const chunks: Buffer[] = [];
  let size = Number(headers['content-length'] ?? 0);
  if (size > mostBytes) {
    body.destroy();
    return { kind: 'tooLarge' };
  }
  size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBytes) return { kind: 'tooLarge' };
    chunks.push(chunk);
  }
  return size === 0 ? { kind: 'unavailable' } : { kind: 'content', bytes: Buffer.concat(chunks) };
}
