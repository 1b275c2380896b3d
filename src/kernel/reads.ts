import type { FiscalYear } from '../programme/ids.ts';
import type { Person } from './person.ts';
import type { Reads } from './terms.ts';

export type ReadName = keyof Reads;

/** One read that is wanted. */
export type Want<N extends ReadName = ReadName> = { readonly read: N; readonly of: Parameters<Reads[N]> };

export const read = <N extends ReadName>(name: N, ...of: Parameters<Reads[N]>): Want<N> => ({
  read: name,
  of,
});

/** Several reads, by the names under which they are found. */
export type Wants = { readonly [name: string]: Want };

export type Found<W extends Wants> = {
  readonly [K in keyof W]: W[K] extends { readonly read: infer N extends ReadName }
    ? ReturnType<Reads[N]>
    : never;
};

/** Whose turn it is, and the year that new reports belong to. */
export type Asker = { readonly person: Person; readonly year: FiscalYear };

/** One function for each read. */
export type Readers = {
  readonly [N in ReadName]: (asked: Asker, ...of: Parameters<Reads[N]>) => Promise<ReturnType<Reads[N]>>;
};
