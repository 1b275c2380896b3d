import { type Cell, type CellValue, readXlsx as readWorkbook, type Sheet } from 'hucre/xlsx';
import { megabytes, refused, type TableReading, tableLimits } from './tableReading.ts';
import { tableRows, tablesRead } from './tableRows.ts';
import { unpackedSize } from './unpackedSize.ts';

/** Reads the sheets of a workbook that people see. */
export async function readXlsx(bytes: Buffer, file: string): Promise<TableReading> {
  const size = unpackedSize(bytes);
  if (size === undefined) return refused('unreadableFile', { file });
  const most = tableLimits.unpackedBytes;
  if (size > most) return refused('fileTooLarge', { file, most: megabytes(most) });
  try {
    const { sheets } = await readWorkbook(bytes, {
      // What is hidden was put out of the way by somebody: an older list, or lists for choosing from.
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
      maxRows: tableLimits.rows + 2,
    });
    return tablesRead(file, sheets.map(rowsOf));
  } catch {
    // A damaged workbook makes the reader fail in many ways; to the sender they are one.
    return refused('unreadableFile', { file });
  }
}

/** The rows of a sheet; what is hidden among them was put out of the way, as hidden sheets are. */
function rowsOf({ name, rows, cells, rowDefs }: Sheet) {
  const gathered = tableRows(name);
  for (const [index, values] of rows.entries()) {
    const texts = values
      .slice(0, tableLimits.columns)
      .map((value, column) => cellText(value) || formulaText(cells?.get(`${index},${column}`)));
    if (rowDefs?.get(index)?.hidden) gathered.hide(index + 1, texts);
    else gathered.add(index + 1, texts);
  }
  return gathered;
}

/** A formula whose value was not saved, as by programs that do not compute: `=A2`. */
const formulaText = (cell: Cell | undefined): string => (cell?.formula ? `=${cell.formula}` : '');

function cellText(value: CellValue): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null ? '' : String(value);
}
