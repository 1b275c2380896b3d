import { readCsv } from './csv.ts';
import { megabytes, refused, type TableReading, tableLimits } from './tableReading.ts';
import { readXlsx } from './xlsx.ts';

const zipMark = Buffer.from('PK\x03\x04', 'latin1');
const oldOfficeMark = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Reads a CSV file or a workbook; which one it is its bytes say, not its name. */
export async function readTable(bytes: Buffer, fileName: string): Promise<TableReading> {
  if (bytes.length > tableLimits.bytes) {
    return refused('fileTooLarge', { file: fileName, most: megabytes(tableLimits.bytes) });
  }
  if (startsWith(bytes, zipMark)) return readXlsx(bytes, fileName);
  if (startsWith(bytes, oldOfficeMark)) return refused('oldExcelFile', { file: fileName });
  return readCsv(bytes, fileName);
}

const startsWith = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);
