import { clean } from '../engine/parse/clean.ts';
import type { Columns } from './columns.ts';
import type { TableRow } from './tableReading.ts';

/** What people write into a cell to say that they have nothing to write. */
const blanks: readonly string[] = ['', '-', '–', '—', '#n/a', 'n/a'];

/** The longest value that is repeated in a problem. */
const longestShown = 60;

/** A row by column instead of by place. */
export type RowCells<C extends string> = {
  readonly line: number;
  /** The cleaned text; empty where nothing is stated, the column included. */
  readonly text: (column: C) => string;
  /** The title of the column as the file has it. */
  readonly title: (column: C) => string;
  /** Whether the row has more cells than the header, so that its values may have shifted. */
  readonly isTooLong: boolean;
};

export function rowCells<C extends string>(
  { line, cells }: TableRow,
  { header, place }: Columns<C>,
): RowCells<C> {
  const cellOf = (row: TableRow | { readonly cells: readonly string[] }, column: C): string => {
    const at = place.get(column);
    return at === undefined ? '' : clean(row.cells[at] ?? '');
  };
  return {
    line,
    text(column) {
      const text = cellOf({ cells }, column);
      return blanks.includes(text.toLowerCase()) ? '' : text;
    },
    title: (column) => cellOf(header, column) || column,
    isTooLong: cells.slice(header.cells.length).some((cell) => cell.trim() !== ''),
  };
}

/** A value as it is repeated in a problem: on one line and not too long. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
}
