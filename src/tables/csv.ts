import { CsvError, parse } from 'csv-parse/sync';
import { refused, type TableReading } from './tableReading.ts';
import { tableRows, tablesRead } from './tableRows.ts';

const delimiters = [',', ';', '\t'] as const;

/** Reads comma, semicolon or tab separated text in UTF-8, UTF-16 or the Thai code page 874. */
export function readCsv(bytes: Uint8Array, file: string): TableReading {
  const text = decode(bytes);
  const rows = tableRows();
  let lastLine = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        rows.add(lastLine + 1, cells);
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return refused('quoteNotClosed', { file, line: lastLine + 1 });
    throw error;
  }
  return tablesRead(file, [rows]);
}

/** Excel in Thailand writes CSV in code page 874 unless told otherwise. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-874').decode(bytes);
  }
}

/** The delimiter that the first lines use most outside quotes. */
function delimiterOf(text: string): string {
  const start = text
    .split('\n', 5)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const uses = (delimiter: string) => start.split(delimiter).length;
  return delimiters.reduce((best, delimiter) => (uses(delimiter) > uses(best) ? delimiter : best));
}
