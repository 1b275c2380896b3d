import type { Due } from './due.ts';
import type { Feature } from './feature.ts';

/** What is due, all of it, in the order of the places. */
export const duesOf = (features: readonly Feature[]): readonly Due[] =>
  features.flatMap(({ dues = [] }) => dues).toSorted((a, b) => a.place - b.place);
