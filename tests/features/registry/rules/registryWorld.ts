import { type Reconciled, reconcile } from '../../../../src/features/registry/rules/reconcile.ts';
import type { NumberedRow, RegistryEntry, RegistryRow } from '../../../../src/programme/center/row.ts';

/** What a row states, and the center that it says to mean. */
export type MeantRow = RegistryRow & Pick<NumberedRow, 'means'>;

const numbered = (rows: readonly MeantRow[]): readonly NumberedRow[] =>
  rows.map(({ means, ...row }, at) => ({ line: at + 2, row, ...(means && { means }) }));

/** The registry after an import, as a storage that writes what it is told would have it. */
function stored(existing: readonly RegistryEntry[], { created, updated, unchanged }: Reconciled) {
  const entries = new Map(existing.map((entry) => [entry.center.id, entry]));
  for (const { center, imported } of created) entries.set(center.id, { center, imported, rev: 1 });
  for (const { center, imported, rev } of updated) entries.set(center.id, { center, imported, rev: rev + 1 });
  for (const { center, imported, rev } of unchanged) {
    if (imported) entries.set(center.id, { center, imported, rev: rev + 1 });
  }
  return [...entries.values()];
}

/** What an import does, and the registry afterwards. */
export const imported = (existing: readonly RegistryEntry[], rows: readonly MeantRow[]) => {
  const result = reconcile(existing, numbered(rows));
  return { result, registry: stored(existing, result) };
};

/** The lines that were rejected, each with its reasons. */
export const reasons = ({ rejected }: Reconciled) =>
  rejected.map(({ line, problems }) => [line, ...problems.map(({ code }) => code)]);
