import type { Delivery } from '../../kernel/outside.ts';
import type { EndOfSend } from '../lane/attempt.ts';
import type { Endpoint } from './nextSend.ts';

/** What LINE's answer means for the entry that was sent. */
export type Meaning =
  | { readonly kind: 'sent' }
  | { readonly kind: 'ended'; readonly why: EndOfSend }
  /** To be gone on with; `unknown` when this or an earlier attempt may have arrived. */
  | { readonly kind: 'open'; readonly state: 'called' | 'badToken'; readonly unknown: boolean };

export function meaningOf(delivery: Delivery, way: Endpoint, unknownBefore: boolean): Meaning {
  switch (delivery.kind) {
    case 'sent':
      return { kind: 'sent' };
    case 'refused':
      return { kind: 'ended', why: 'refused' };
    case 'badToken':
      if (way === 'push') return { kind: 'ended', why: 'refused' };
      return { kind: 'open', state: 'badToken', unknown: unknownBefore };
    case 'quotaUsedUp':
      // Kept, it would ride along with the next reply: it must not have arrived by then.
      if (way === 'push') return { kind: 'ended', why: unknownBefore ? 'ambiguous' : 'kept' };
      return { kind: 'open', state: 'called', unknown: unknownBefore };
    case 'rateLimited':
    case 'unauthorized':
    case 'notSent':
      return { kind: 'open', state: 'called', unknown: unknownBefore };
    case 'unknown':
      return { kind: 'open', state: 'called', unknown: true };
    default:
      return delivery satisfies never;
  }
}
