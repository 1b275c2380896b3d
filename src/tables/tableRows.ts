import { refused, type Table, type TableReading, type TableRow, tableLimits } from './tableReading.ts';

/** Gathers the rows of a file that are not blank (spreadsheets have thousands that are), up to the limit. */
export function tableRows(sheet?: string) {
  const rows: TableRow[] = [];
  const hidden: number[] = [];
  const most = tableLimits.rows + 1;
  return {
    add(line: number, cells: readonly string[]): void {
      const seen = cells.slice(0, tableLimits.columns);
      if (rows.length <= most && seen.some((cell) => cell.trim() !== '')) rows.push({ line, cells: seen });
    },
    /** A row that nobody sees; a blank one is none. */
    hide(line: number, cells: readonly string[]): void {
      if (cells.some((cell) => cell.trim() !== '')) hidden.push(line);
    },
    /** Whether there is no use in reading on. */
    isFull: (): boolean => rows.length > most,
    /** The first row is the header; without any row there is no table. */
    table(): Table | undefined {
      const [header, ...others] = rows;
      if (!header) return undefined;
      const more = { ...(sheet !== undefined && { sheet }), ...(hidden.length > 0 && { hidden }) };
      return { ...more, header, rows: others };
    },
  };
}

/** The tables of a file; the file is refused where there is none, or too much. */
export function tablesRead(
  file: string,
  all: readonly Pick<ReturnType<typeof tableRows>, 'table' | 'isFull'>[],
): TableReading {
  if (all.some((each) => each.isFull())) return refused('tooManyRows', { file, most: tableLimits.rows });
  const tables = all.flatMap((each) => each.table() ?? []);
  return tables.length === 0 ? refused('emptyFile', { file }) : { kind: 'tables', tables };
}
