import { clean } from '../engine/parse/clean.ts';
import type { Columns } from './columns.ts';
import type { TableRow } from './tableReading.ts';

/** What people write into a cell to say that they have nothing to write. */
const blanks: readonly string[] = ['', '-', '–', '—', 'n/a'];

/** What a spreadsheet shows where it has no value to show: #REF!, #NAME?, Err:502, or #### where a column is too narrow. */
const errorValue =
  /^(?:#(?:REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|ERROR!|CONNECT!|#+)|Err:\d{3})$/i;

/** The longest value that is repeated in a problem. */
const longestShown = 60;

/** A row by column instead of by place. */
export type RowCells<C extends string> = {
  readonly line: number;
  /** The cleaned text; empty where nothing is stated, the column included. */
  readonly text: (column: C) => string;
  /** The same as it was written, where a dash says that there is none. */
  readonly written: (column: C) => string;
  /** The title of the column as the file has it. */
  readonly title: (column: C) => string;
  /** The cells in which a spreadsheet says that it has no value, with the titles of their columns. */
  readonly errors: readonly { readonly column: string; readonly value: string }[];
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
    written: (column) => cellOf({ cells }, column),
    title: (column) => cellOf(header, column) || column,
    errors: cells.flatMap((cell, at) =>
      errorValue.test(cell.trim()) ? [{ column: clean(header.cells[at] ?? ''), value: cell.trim() }] : [],
    ),
    isTooLong: cells.slice(header.cells.length).some((cell) => cell.trim() !== ''),
  };
}

/** A value as it is repeated in a problem: on one line and not too long. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
}
