import { isDeepStrictEqual } from 'node:util';
import { type Center, centerKey } from '../../../programme/center/center.ts';
import type { CenterChanges, CreatedCenter } from '../../../programme/center/changes.ts';
import { isVaguer } from '../../../programme/center/founding.ts';
import {
  type NumberedRow,
  type RegistryEntry,
  type RegistryRow,
  registryFields,
} from '../../../programme/center/row.ts';
import { centerOf, rowOf } from './centerRow.ts';
import { neighbours } from './neighbours.ts';
import type { RegistryProblem, RejectedRow } from './problem.ts';

/** What an import does to the registry. */
export type Reconciled = CenterChanges & { readonly rejected: readonly RejectedRow[] };

/**
 * Compares the rows of a file with the registry. Only what a file states otherwise than the files before is taken
 * over, so an unchanged row never reverts a correction that was made since, and a blank never clears a value.
 * The same file once more changes nothing: new rows are held against the registry as the others leave it.
 */
export function reconcile(existing: readonly RegistryEntry[], rows: readonly NumberedRow[]): Reconciled {
  const { known, fresh, repeated } = sortOut(existing, rows);
  const restatements = known.map(({ line, row, entry }) => ({ line, entry, ...restated(entry, row) }));
  const centers = new Map(existing.map(({ center }) => [center.id, center]));
  for (const { center } of restatements) centers.set(center.id, center);
  const { created, similar } = addAll(centers.values(), fresh);
  return {
    created,
    updated: restatements.flatMap(({ line, entry, center, imported, news }) =>
      news.length > 0 ? [{ line, center, imported, rev: entry.rev }] : [],
    ),
    unchanged: restatements.flatMap(({ line, entry, center, imported, news }) => {
      if (news.length > 0) return [];
      const isNewlyStated = fieldsThatDiffer(imported, entry.imported).length > 0;
      return [{ line, center, rev: entry.rev, ...(isNewlyStated && { imported }) }];
    }),
    rejected: [...repeated, ...similar].sort((a, b) => a.line - b.line),
  };
}

/** Tells the rows of known centers from new ones; of the rows with one key only the first counts. */
function sortOut(existing: readonly RegistryEntry[], rows: readonly NumberedRow[]) {
  const entries = new Map(existing.map((entry) => [entry.center.key, entry]));
  const lineOf = new Map<string, number>();
  const known: (NumberedRow & { readonly entry: RegistryEntry })[] = [];
  const fresh: NumberedRow[] = [];
  const repeated: RejectedRow[] = [];
  for (const { line, row } of rows) {
    const key = centerKey(row);
    const earlier = lineOf.get(key);
    if (earlier !== undefined) {
      const params = { center: row.name, earlier };
      repeated.push({ line, problems: [{ code: 'duplicateRow', params }] });
      continue;
    }
    lineOf.set(key, line);
    const entry = entries.get(key);
    if (entry) known.push({ line, row, entry });
    else fresh.push({ line, row });
  }
  return { known, fresh, repeated };
}

/** Makes centers of new rows, except of those that look like one there is. */
function addAll(centers: Iterable<Center>, rows: readonly NumberedRow[]) {
  const neighbourhood = neighbours(centers);
  const created: CreatedCenter[] = [];
  const similar: RejectedRow[] = [];
  for (const { line, row } of rows) {
    const other = neighbourhood.similarTo(row);
    if (other) similar.push({ line, problems: [resemblance(row, other)] });
    else created.push({ line, center: neighbourhood.add(row), imported: row });
  }
  return { created, similar };
}

function resemblance(row: RegistryRow, other: Center): RegistryProblem {
  const params = { center: row.name, moo: row.moo, other: other.name, otherMoo: other.moo, id: other.id };
  return { code: 'looksLike', params };
}

/** The center with every field that the row states otherwise than the imports before. */
function restated({ center, imported }: RegistryEntry, stating: RegistryRow) {
  const { id, key } = center;
  const { founded, ...others } = stating;
  const row = isVaguer(founded, imported?.founded ?? center.founded) ? others : stating;
  const present = rowOf(center);
  const stated = { ...imported, ...row };
  const before = imported ? rowOf(centerOf(id, key, imported)) : present;
  const after = imported ? rowOf(centerOf(id, key, stated)) : { ...present, ...row };
  const differing = fieldsThatDiffer(after, present);
  const news = fieldsThatDiffer(after, before).filter((field) => differing.includes(field));
  const next = { ...present, ...Object.fromEntries(news.map((field) => [field, after[field]])) };
  return { center: centerOf(id, key, next), imported: stated, news };
}

function fieldsThatDiffer(a: RegistryRow, b: RegistryRow | undefined) {
  return registryFields.filter((field) => !isDeepStrictEqual(a[field], b?.[field]));
}
