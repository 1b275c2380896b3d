import type { Language } from './person.ts';

/** Sentences by key, nested where the key has points. */
export type Sentences = { readonly [key: string]: string | Sentences };

/** The sentences of one file of texts. */
export type TextsOfFile = { readonly [L in Language]: Sentences };
