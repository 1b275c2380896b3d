import { refused, type TableReading, type TableRow, tableLimits } from './tableReading.ts';

/** Gathers the rows of a file that are not blank (spreadsheets have thousands that are), up to the limit. */
export function tableRows(file: string) {
  const rows: TableRow[] = [];
  const most = tableLimits.rows + 1;
  return {
    add(line: number, cells: readonly string[]): void {
      const seen = cells.slice(0, tableLimits.columns);
      if (rows.length <= most && seen.some((cell) => cell.trim() !== '')) rows.push({ line, cells: seen });
    },
    /** Whether there is no use in reading on. */
    isFull: (): boolean => rows.length > most,
    /** The first row is the header. */
    reading(): TableReading {
      const [header, ...others] = rows;
      if (header === undefined) return refused('emptyFile', { file });
      if (rows.length > most) return refused('tooManyRows', { file, most: tableLimits.rows });
      return { kind: 'table', table: { header, rows: others } };
    },
  };
}
