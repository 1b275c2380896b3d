import type { PersonId } from '../../programme/ids.ts';

/** A colleague by name; the name is empty until it is known. */
export type Holder = { readonly person: PersonId; readonly name: string };
