import { ambiguous, type Reading, read, unreadable } from '../../../src/engine/parse/reading.ts';

/** Which reader a phrase is for. */
export type Kind = 'number' | 'money' | 'date' | 'phone' | 'choice' | 'many' | 'yesNo' | 'have';

/** Something a person types, and what must be made of it. */
export interface Phrase {
  readonly kind: Kind;
  readonly text: string;
  readonly expected: Reading<unknown>;
}

const each = (kind: Kind, expected: Reading<unknown>, texts: readonly string[]): readonly Phrase[] =>
  texts.map((text) => ({ kind, text, expected }));

/** The table of one kind: texts that mean a value, texts to be asked about, texts that mean nothing. */
export const phrasesOf = (kind: Kind) => ({
  reads: (value: unknown, ...texts: readonly string[]) => each(kind, read(value), texts),
  asks: (candidates: readonly unknown[], ...texts: readonly string[]) =>
    each(kind, ambiguous(...candidates), texts),
  refuses: (...texts: readonly string[]) => each(kind, unreadable, texts),
});

/** Baht as satang. */
export const baht = (amount: number): number => Math.round(amount * 100);
