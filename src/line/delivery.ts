import { z } from 'zod';
import type { Delivery } from '../kernel/outside.ts';

/** What LINE answered, as far as it was read. */
export type Answer = {
  readonly status: number;
  readonly requestId?: string;
  readonly body: string | undefined;
};

const detail = z.object({ property: z.string().optional().catch(undefined) });
const told = z.object({ message: z.string(), details: z.array(detail).optional().catch(undefined) });

const taken = z.object({ sentMessages: z.array(z.object({ id: z.string() })) });

/** How a send ended that LINE answered. */
export function deliveryOf({ status, requestId, body }: Answer): Delivery {
  // A redirect or a time-out of LINE's side may come after the message was taken, as a 5xx may.
  if (status >= 500 || status === 408 || (status >= 300 && status < 400)) return { kind: 'unknown' };
  // 409: a push with this retry key was taken before.
  if (status < 300 || status === 409) {
    const messages = sentIn(body);
    return { kind: 'sent', ...(messages && { messages }) };
  }
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 429) return { kind: isQuota(body) ? 'quotaUsedUp' : 'rateLimited' };
  if (status === 400 && body === undefined) return { kind: 'unknown' };
  if (status === 400 && messageIn(body) === 'Invalid reply token') return { kind: 'badToken' };
  return {
    kind: 'refused',
    status,
    ...(requestId === undefined ? {} : { requestId }),
    ...(isForAll(status, body) && { forAll: true }),
  };
}

/** Only a 400 can be about a recipient: one that names none of the messages, or a recipient beside them. */
const isForAll = (status: number, body: string | undefined): boolean =>
  status !== 400 || (names(body, 'messages') && !isAboutRecipient(body));

/** Whether LINE refused what was to be sent, and not whom or when: the same in other words may be taken. */
export const isAboutContent = ({ status, body }: Pick<Answer, 'status' | 'body'>): boolean =>
  status === 400 &&
  body !== undefined &&
  messageIn(body) !== 'Invalid reply token' &&
  messageIn(body) !== 'Failed to send messages' &&
  !isAboutRecipient(body);

const isAboutRecipient = (body: string | undefined): boolean => names(body, 'to');

/** LINE names a property among the details, or, of a card's inside or a list of people, in the sentence itself. */
function names(body: string | undefined, what: 'messages' | 'to'): boolean {
  const { message = '', details } = read(body, told) ?? {};
  const properties = details?.flatMap(({ property }) => property ?? []) ?? [];
  return (
    properties.some((name) => name === what || name.startsWith(`${what}[`)) ||
    new RegExp(`\\b${what}(?:\\[\\d+\\]|'?,)`).test(message)
  );
}

/** The places in the messages with which LINE found fault, for the log. */
export const faultyPlaces = (body: string | undefined): string =>
  (read(body, told)?.details ?? [])
    .flatMap(({ property }) => (property && /^[\w/.[\]-]{1,100}$/.test(property) ? [property] : []))
    .join(' ');

const isQuota = (body: string | undefined): boolean =>
  messageIn(body) === 'You have reached your monthly limit.';

const messageIn = (body: string | undefined): string | undefined => read(body, told)?.message;

/** Absent where LINE tells none, as for a multicast. */
function sentIn(body: string | undefined): readonly string[] | undefined {
  const ids = read(body, taken)?.sentMessages.map(({ id }) => id);
  return ids && ids.length > 0 ? ids : undefined;
}

function read<T extends z.ZodType>(body: string | undefined, answer: T): z.output<T> | undefined {
  try {
    return answer.safeParse(JSON.parse(body ?? '')).data;
  } catch {
    return undefined;
  }
}

/** Faults that happen before a request can leave. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const word = z.string().optional().catch(undefined);
const fault = z.object({ code: word, syscall: word, name: word });

/** How a send ended that LINE did not answer. */
export function deliveryWithout(error: unknown): Delivery {
  const { code, syscall } = fault.safeParse(error).data ?? {};
  return {
    kind: syscall === 'connect' || (code !== undefined && neverLeft.has(code)) ? 'notSent' : 'unknown',
  };
}

/** A word for the log: the code of a network fault, or the error's name. */
export function faultCode(error: unknown): string {
  const { code, name } = fault.safeParse(error).data ?? {};
  return code ?? name ?? 'unknown';
}
