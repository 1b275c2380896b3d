import type { Text } from '../reply.ts';

/** A table for machines and for reckoning on: one row a report or a record. */
export type List = { readonly columns: readonly ListColumn[]; readonly rows: readonly ListRow[] };

export type ListColumn = {
  readonly title: Text;
  readonly kind: 'text' | 'number' | 'baht' | 'date';
  /** Has a sum below it. */
  readonly sums?: true;
};

/** By columns: satang where the column is of baht, a day (YYYY-MM-DD) where it is of dates. */
export type ListRow = readonly (string | number | null | Text)[];
