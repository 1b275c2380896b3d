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
import { inOneVillage } from './inOneVillage.ts';
import { looksLike } from './looksLike.ts';
import { type Neighbours, neighbours } from './neighbours.ts';
import type { RegistryProblem, RejectedRow } from './problem.ts';
import { question, recogniser } from './recognise.ts';

/** What an import does to the registry. */
export type Reconciled = CenterChanges & { readonly rejected: readonly RejectedRow[] };

/**
 * Compares the rows of a file with the registry. Only what a file states otherwise than the files before is taken
 * over, so an unchanged row never reverts a correction that was made since, and a blank never clears a value.
 * The same file once more changes nothing: new rows are held against the registry as the others leave it.
 */
export function reconcile(existing: readonly RegistryEntry[], rows: readonly NumberedRow[]): Reconciled {
  const { known, fresh, rejected } = sortOut(existing, rows);
  const restatements = known.map(({ line, row, entry }) => ({ line, entry, ...restated(entry, row) }));
  const centers = new Map(existing.map(({ center }) => [center.id, center]));
  for (const { center } of restatements) centers.set(center.id, center);
  const { created, asked } = addAll(centers.values(), restatements, fresh);
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
    rejected: [...rejected, ...asked].sort((a, b) => a.line - b.line),
  };
}

/** Tells the rows of known centers from new ones; of the rows of one center only the first counts. */
function sortOut(existing: readonly RegistryEntry[], rows: readonly NumberedRow[]) {
  const recognise = recogniser(existing, rows);
  const lineOf = new Map<string, number>();
  const known: (NumberedRow & { readonly entry: RegistryEntry })[] = [];
  const fresh: NumberedRow[] = [];
  const rejected: RejectedRow[] = [];
  for (const numbered of rows) {
    const { line, row } = numbered;
    const key = centerKey(row);
    const meant = recognise(numbered);
    const id = meant.kind === 'known' ? meant.entry.center.id : undefined;
    const earlier = lineOf.get(key) ?? (id && lineOf.get(id));
    if (earlier !== undefined) {
      const params = { center: row.name, earlier };
      rejected.push({ line, problems: [{ code: 'duplicateRow', params }] });
      continue;
    }
    for (const each of [key, ...(id ? [id] : [])]) lineOf.set(each, line);
    if (meant.kind === 'known') known.push({ ...numbered, entry: meant.entry });
    else if (meant.kind === 'fresh') fresh.push(numbered);
    else rejected.push({ line, problems: [meant.problem] });
  }
  return { known, fresh, rejected };
}

/**
 * Makes centers of new rows. Whether a row means a center that it looks like is asked, and also whether it is a new
 * name of one in its village, of the registry or of the file: two names of one village are two centers only when a
 * row says so.
 */
function addAll(
  centers: Iterable<Center>,
  stated: readonly { readonly line: number; readonly center: Center }[],
  rows: readonly NumberedRow[],
) {
  const neighbourhood = neighbours(centers);
  const lineOf = new Map(stated.map(({ line, center }) => [center.id, line]));
  const created: CreatedCenter[] = [];
  const asked: RejectedRow[] = [];
  for (const { line, row, means } of rows) {
    const problem = means === 'new' ? undefined : doubt(row, neighbourhood, lineOf);
    if (problem) {
      asked.push({ line, problems: [problem] });
      continue;
    }
    const center = neighbourhood.add(row);
    lineOf.set(center.id, line);
    created.push({ line, center, imported: row });
  }
  return { created, asked };
}

function doubt(
  row: RegistryRow,
  neighbourhood: Neighbours,
  lineOf: ReadonlyMap<Center['id'], number>,
): RegistryProblem | undefined {
  const similar = neighbourhood.find(row, looksLike);
  if (similar) return question('looksLike', row, similar);
  const other = neighbourhood.find(row, inOneVillage);
  if (!other) return undefined;
  const earlier = lineOf.get(other.id);
  if (earlier === undefined) return question('sameVillage', row, other);
  const params = { center: row.name, moo: row.moo, other: other.name, earlier };
  return { code: 'sameVillageInFile', params };
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
