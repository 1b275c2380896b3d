import type { NumberedRow } from '../../../programme/center/row.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { rowCells } from '../../../tables/cells.ts';
import { readTable } from '../../../tables/table.ts';
import type { RegistryProblem, RegistryRemark, RejectedRow } from '../rules/problem.ts';
import { findRegistryColumns } from './headers.ts';
import { readRow } from './readRow.ts';

/** A registry file that was read, row by row, or why it could not be. */
export type RegistryReading =
  | {
      readonly kind: 'read';
      readonly rows: readonly NumberedRow[];
      readonly rejected: readonly RejectedRow[];
      readonly remarks: readonly RegistryRemark[];
    }
  | { readonly kind: 'refused'; readonly problem: RegistryProblem };

/** Reads a registry file, CSV or XLSX; a bad row never stops the good ones. */
export async function readRegistry(
  bytes: Buffer,
  fileName: string,
  today: IsoDate,
): Promise<RegistryReading> {
  const reading = await readTable(bytes, fileName);
  if (reading.kind === 'refused') return reading;
  const found = findRegistryColumns(reading.table, fileName);
  if (found.kind === 'refused') return found;
  const { header, ignored, rows } = found.columns;
  const read = rows.map((row) => readRow(rowCells(row, found.columns), today));
  const onHeader = ignored.map(
    (column): RegistryRemark => ({ line: header.line, code: 'ignoredColumn', params: { column } }),
  );
  return {
    kind: 'read',
    rows: read.flatMap((each) => (each.kind === 'row' ? [each.row] : [])),
    rejected: read.flatMap((each) => (each.kind === 'rejected' ? [each.rejected] : [])),
    remarks: [...onHeader, ...read.flatMap((each) => (each.kind === 'row' ? each.remarks : []))],
  };
}
