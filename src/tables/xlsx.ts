import { type CellValue, streamXlsxRows } from 'hucre/xlsx';
import { megabytes, refused, type TableReading, tableLimits } from './tableReading.ts';
import { tableRows } from './tableRows.ts';
import { unpackedSize } from './unpackedSize.ts';

/** Reads the first sheet of a workbook. */
export async function readXlsx(bytes: Buffer, file: string): Promise<TableReading> {
  const size = unpackedSize(bytes);
  if (size === undefined) return refused('unreadableFile', { file });
  const most = tableLimits.unpackedBytes;
  if (size > most) return refused('fileTooLarge', { file, most: megabytes(most) });
  const rows = tableRows(file);
  try {
    for await (const { index, values } of streamXlsxRows(bytes)) {
      rows.add(index + 1, values.slice(0, tableLimits.columns).map(cellText));
      if (rows.isFull()) break;
    }
  } catch {
    // A damaged workbook makes the reader fail in many ways; to the sender they are one.
    return refused('unreadableFile', { file });
  }
  return rows.reading();
}

function cellText(value: CellValue): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null ? '' : String(value);
}
