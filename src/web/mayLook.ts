import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What proxies add to what they pass on. */
const passedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'];

export type Looking = {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: IncomingHttpHeaders;
};

/** Whether a request comes from this machine itself, and not through a proxy on it. */
export function isFromHere({ socket, headers }: Looking): boolean {
  const isLoopback = /^(?:::ffff:)?127(?:\.\d{1,3}){3}$|^::1$/.test(socket.remoteAddress ?? '');
  return isLoopback && !passedOn.some((name) => name in headers);
}

/** Whether a request has the bearer token; nobody has one that is not set. */
function bears({ headers }: Looking, token: string | undefined): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return (
    token !== undefined && timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
  );
}

/**
 * Who is shown /metrics. A proxy that says nothing of itself looks like this machine, so in production the token alone
 * opens; a trial, which nobody else reaches, is open to this machine too.
 */
export const createMayLook =
  (mode: 'trial' | 'production', token: string | undefined) =>
  (looking: Looking): boolean =>
    bears(looking, token) || (mode === 'trial' && isFromHere(looking));
