import type { Endpoint } from './nextSend.ts';
import type { Delivery } from './ports.ts';

/** What LINE's answer means for the entry that was sent. */
export type Meaning =
  | { readonly kind: 'sent' }
  /** Never accepted later either. */
  | { readonly kind: 'dead' }
  /** Not pushed this month; it waits for the next reply. */
  | { readonly kind: 'kept' }
  /** To be gone on with; `unknown` when this or an earlier attempt may have arrived. */
  | { readonly kind: 'open'; readonly state: 'called' | 'badToken'; readonly unknown: boolean };

export function meaningOf(delivery: Delivery, way: Endpoint, unknownBefore: boolean): Meaning {
  switch (delivery.kind) {
    case 'sent':
      return { kind: 'sent' };
    case 'refused':
      return { kind: 'dead' };
    case 'badToken':
      return way === 'push' ? { kind: 'dead' } : { kind: 'open', state: 'badToken', unknown: unknownBefore };
    case 'quotaUsedUp':
      return way === 'push' ? { kind: 'kept' } : { kind: 'open', state: 'called', unknown: unknownBefore };
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
