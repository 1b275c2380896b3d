import type { Kept } from '../store.ts';

/** What is read to say who owes what. */
export type SituationStore = Pick<
  Kept,
  'centers' | 'deadlines' | 'standings' | 'persons' | 'years' | 'seats' | 'freezes'
>;
