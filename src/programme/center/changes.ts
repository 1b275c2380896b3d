import type { Center } from './center.ts';
import type { RegistryEntry, RegistryRow } from './row.ts';

export type CreatedCenter = {
  readonly line: number;
  readonly center: Center;
  readonly imported: RegistryRow;
};
/** The center as it is to be, and the `rev` on which that was decided. */
export type UpdatedCenter = CreatedCenter & { readonly rev: number };
/** A center that stays; `imported` is there only when the file states something new that already holds. */
export type UnchangedCenter = RegistryEntry & { readonly line: number };

/** What the rows of a file, by their lines, do to the centers. */
export type CenterChanges = {
  readonly created: readonly CreatedCenter[];
  readonly updated: readonly UpdatedCenter[];
  readonly unchanged: readonly UnchangedCenter[];
};
