import type { DueKind } from '../../../programme/deadline/kind.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { rowCells } from '../../../tables/cells.ts';
import { readTable } from '../../../tables/table.ts';
import { findDeadlineColumns } from './columns.ts';
import type { FileProblem } from './problem.ts';
import { type DeadlineRow, readRow } from './readRow.ts';

/** A file of due dates that was read, row by row, or why it could not be. */
export type DeadlinesReading =
  | {
      readonly kind: 'read';
      readonly rows: readonly DeadlineRow[];
      readonly rejected: readonly { readonly line: number; readonly problems: readonly FileProblem[] }[];
      /** What is to be told of the columns. */
      readonly remarks: readonly (FileProblem & { readonly line: number })[];
    }
  | { readonly kind: 'refused'; readonly problem: FileProblem };

export type DeadlinesFile = {
  readonly bytes: Buffer;
  readonly name: string;
  readonly sheet?: string | undefined;
};

/** Reads a file of due dates, CSV or XLSX; a bad row never stops the good ones. */
export async function readDeadlines(
  { bytes, name: file, sheet }: DeadlinesFile,
  dues: readonly DueKind[],
  today: IsoDate,
): Promise<DeadlinesReading> {
  const reading = await readTable(bytes, file);
  if (reading.kind === 'refused') {
    const { problem } = reading;
    // What an empty file should have is another thing here than in a registry.
    return problem.code === 'emptyFile' ? { ...reading, problem: { ...problem, code: 'noRows' } } : reading;
  }
  const found = findDeadlineColumns(reading.tables, { file, sheet });
  if (found.kind === 'refused') return found;
  const read = found.columns.rows.map((row) => readRow(rowCells(row, found.columns), dues, today));
  return {
    kind: 'read',
    rows: read.flatMap((each) => (each.kind === 'row' ? [each.row] : [])),
    rejected: read.flatMap((each) => (each.kind === 'rejected' ? [each.rejected] : [])),
    remarks: found.columns.remarks,
  };
}
