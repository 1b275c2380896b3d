import type { NumberedRow } from '../../../programme/center/row.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { rowCells } from '../../../tables/cells.ts';
import type { Columns } from '../../../tables/columns.ts';
import { readTable } from '../../../tables/table.ts';
import type { TableRow } from '../../../tables/tableReading.ts';
import type { RegistryProblem, RegistryRemark, RejectedRow } from '../rules/problem.ts';
import { type Column, findRegistryColumns, required } from './headers.ts';
import { readRow } from './readRow.ts';

/** A registry file that was read, row by row, or why it could not be. */
export type RegistryReading =
  | {
      readonly kind: 'read';
      /** Which sheet was read, in a workbook. */
      readonly sheet?: string;
      readonly rows: readonly NumberedRow[];
      readonly rejected: readonly RejectedRow[];
      readonly remarks: readonly RegistryRemark[];
    }
  | { readonly kind: 'refused'; readonly problem: RegistryProblem };

/** A file as it was given, and the sheet of it that is meant where somebody said so. */
export type RegistryFile = {
  readonly bytes: Buffer;
  readonly name: string;
  readonly sheet?: string | undefined;
};

/** Reads a registry file, CSV or XLSX; a bad row never stops the good ones. */
export async function readRegistry(
  { bytes, name: file, sheet: wanted }: RegistryFile,
  today: IsoDate,
): Promise<RegistryReading> {
  const reading = await readTable(bytes, file);
  if (reading.kind === 'refused') return reading;
  const found = findRegistryColumns(reading.tables, { file, sheet: wanted });
  if (found.kind === 'refused') return found;
  const { sheet, remarks } = found.columns;
  const totals = found.columns.rows.flatMap((row) => totalIn(row, found.columns));
  const passedOver = new Set(totals.map(({ line }) => line));
  const ofCenters = found.columns.rows.filter(({ line }) => !passedOver.has(line));
  const { rows, filled } = withProvinces({ ...found.columns, rows: ofCenters });
  const read = rows.map((row) => readRow(rowCells(row, found.columns), today));
  return {
    kind: 'read',
    ...(sheet !== undefined && { sheet }),
    rows: read.flatMap((each) => (each.kind === 'row' ? [each.row] : [])),
    rejected: read.flatMap((each) => (each.kind === 'rejected' ? [each.rejected] : [])),
    remarks: [
      ...remarks,
      ...filled,
      ...read.flatMap((each) => (each.kind === 'row' ? each.remarks : [])),
      ...totals,
    ],
  };
}

/** A province that stands in the first of merged cells holds for those below it, which a file has blank. */
function withProvinces({ rows, place }: Columns<Column>): {
  readonly rows: readonly TableRow[];
  readonly filled: readonly RegistryRemark[];
} {
  const at = place.get('province');
  const first = rows.find(({ cells }) => at !== undefined && (cells[at] ?? '').trim() === '');
  if (at === undefined || !first || first === rows[0]) return { rows, filled: [] };
  let above = '';
  const complete = rows.map((row) => {
    above = (row.cells[at] ?? '').trim() || above;
    return { ...row, cells: row.cells.with(at, above) };
  });
  const blank = rows.filter(({ cells }) => (cells[at] ?? '').trim() === '').length;
  return {
    rows: complete,
    filled: [{ line: first.line, code: 'filledDown', params: { count: blank } }],
  };
}

const totalWord =
  /^(?:รวม(?:ทั้งสิ้น|ทั้งหมด|ทั้งจังหวัด|ทั้งอำเภอ)?|ยอดรวม|(?:grand )?total)\s*:?\s*(?:[\d๐-๙]+\s*(?:ศูนย์|แห่ง|centers?)?)?$/i;

/** A row that adds up the ones above: it says so first, and most of what a center needs is blank. */
function totalIn(row: TableRow, { place }: Columns<Column>): readonly RegistryRemark[] {
  const first = row.cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  const blank = required.filter((column) => (row.cells[place.get(column) ?? -1] ?? '').trim() === '');
  const isTotal = totalWord.test(first) && blank.length > required.length / 2;
  return isTotal ? [{ line: row.line, code: 'totalRow', params: { value: first } }] : [];
}
