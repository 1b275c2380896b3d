import type { CreatedCenter, UnchangedCenter } from '../../../programme/center/changes.ts';
import type { NumberedRow, RegistryEntry } from '../../../programme/center/row.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import type { RegistryProblem, RegistryRemark, RejectedRow } from '../rules/problem.ts';
import { type Reconciled, reconcile } from '../rules/reconcile.ts';
import { type RegistryFile, readRegistry } from './readRegistry.ts';

/** Where centers are read from and written to. */
export type RegistryStore = {
  readonly entries: () => Promise<readonly RegistryEntry[]>;
  /** Resolves to the lines whose center was changed by somebody else meanwhile. */
  readonly apply: (
    changes: Pick<Reconciled, 'created' | 'updated' | 'unchanged'>,
  ) => Promise<readonly number[]>;
};

export type ImportReport =
  | {
      readonly kind: 'imported';
      /** Which sheet was read, in a workbook. */
      readonly sheet?: string;
      readonly created: number;
      readonly updated: number;
      readonly unchanged: number;
      readonly rejected: readonly RejectedRow[];
      readonly remarks: readonly RegistryRemark[];
      /** The centers that were created, with their printed ids. */
      readonly centers: readonly { readonly id: string; readonly name: string }[];
    }
  | { readonly kind: 'refused'; readonly problem: RegistryProblem };

/** Takes a registry file over: good rows are written, bad ones are told; the same file again changes nothing. */
export async function importRegistry(
  file: RegistryFile,
  store: RegistryStore,
  today: IsoDate,
  dryRun: boolean,
): Promise<ImportReport> {
  const reading = await readRegistry(file, today);
  if (reading.kind === 'refused') return reading;
  const done = await takeOver(reading.rows, store, dryRun);
  const rejected = [...reading.rejected, ...done.rejected].sort((a, b) => a.line - b.line);
  const { created, updated, unchanged } = done;
  return {
    kind: 'imported',
    ...(reading.sheet !== undefined && { sheet: reading.sheet }),
    created: created.length,
    updated: updated.length,
    unchanged: unchanged.length,
    rejected,
    remarks: [...reading.remarks, ...[...created, ...updated, ...unchanged].flatMap(targetUnknown)],
    centers: created.map(({ center }) => ({ id: center.id, name: center.name })),
  };
}

/** A target that is not known is asked for: it is never taken as 0. */
function targetUnknown({
  line,
  center: { name: center, budgeted, householdTarget },
}: UnchangedCenter | CreatedCenter): readonly RegistryRemark[] {
  if (householdTarget !== undefined) return [];
  return [{ line, code: budgeted ? 'budgetedWithoutTarget' : 'foundingUnknown', params: { center } }];
}

/** Compares and writes; rows whose center somebody else changed meanwhile are compared anew. */
async function takeOver(
  rows: readonly NumberedRow[],
  store: RegistryStore,
  dryRun: boolean,
): Promise<Reconciled> {
  const changes = reconcile(await store.entries(), rows);
  const overtaken = dryRun ? [] : await store.apply(changes);
  if (overtaken.length === 0) return changes;
  const lost = new Set(overtaken);
  const kept = <T extends { readonly line: number }>(all: readonly T[]) =>
    all.filter(({ line }) => !lost.has(line));
  const again = await takeOver(
    rows.filter(({ line }) => lost.has(line)),
    store,
    dryRun,
  );
  return {
    created: [...kept(changes.created), ...again.created],
    updated: [...kept(changes.updated), ...again.updated],
    unchanged: [...kept(changes.unchanged), ...again.unchanged],
    rejected: [...changes.rejected, ...again.rejected],
  };
}
