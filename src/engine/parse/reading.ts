/**
 * What a parser made of a typed text. An ambiguous reading is asked about, never guessed;
 * its candidates are ordered with the likeliest first.
 */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly T[] }
  | { readonly kind: 'unreadable' };

export const read = <T>(value: T): Reading<T> => ({ kind: 'read', value });
export const ambiguous = <T>(...candidates: readonly T[]): Reading<T> => ({ kind: 'ambiguous', candidates });
export const unreadable: Reading<never> = { kind: 'unreadable' };
