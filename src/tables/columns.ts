import { nearest } from '../engine/parse/fuzzy.ts';
import { nameKey } from '../programme/spelling.ts';
import type { Table, TableRow } from './tableReading.ts';

/** What each column may be called, first in English and in Thai; letter case, spaces and punctuation do not matter. */
export type ColumnNames<C extends string> = readonly (readonly [column: C, names: readonly string[]])[];

/** Where the columns are in a file, under which titles, and the rows below. */
export type Columns<C extends string> = {
  /** The sheet that was read, in a workbook. */
  readonly sheet?: string;
  readonly header: TableRow;
  readonly place: ReadonlyMap<C, number>;
  readonly remarks: readonly ColumnsRemark[];
  readonly rows: readonly TableRow[];
};

export type ColumnsReading<C extends string> =
  | { readonly kind: 'columns'; readonly columns: Columns<C> }
  | { readonly kind: 'refused'; readonly problem: ColumnsProblem };

export type ColumnsProblem = {
  readonly code: 'missingColumns' | 'repeatedColumn' | 'severalSheets' | 'noSuchSheet';
  readonly params: { readonly [name: string]: string };
};

/** What is to be told of a header that was understood. */
export type ColumnsRemark = {
  readonly line: number;
  /** A title of no column, a title with a slip, values under no title, rows that are hidden. */
  readonly code: 'ignoredColumn' | 'headingTakenAs' | 'untitledColumn' | 'hiddenRows';
  readonly params: { readonly [name: string]: string | number };
};

/** The file, and the sheet that is to be read where somebody named one. */
export type Source = { readonly file: string; readonly sheet?: string | undefined };

/** A file may carry a title above its header, which is looked for among so many rows. */
const rowsSearched = 10;

/** Finds the header, which is the first row that names all columns that are needed, in the one sheet that has it. */
export function findColumns<C extends string>(
  tables: readonly Table[],
  { file, sheet }: Source,
  names: ColumnNames<C>,
  required: readonly C[],
): ColumnsReading<C> {
  const named = tables.filter((table) => !sheet || nameKey(table.sheet ?? '') === nameKey(sheet));
  if (sheet && named.length === 0) return refuse('noSuchSheet', { file, sheet, sheets: sheetsOf(tables) });
  const found = named.map((table) => ({ table, ...bestHeader(table, names, required) }));
  const fitting = found.filter(({ missing }) => missing.length === 0);
  if (fitting.length > 1)
    return refuse('severalSheets', { file, sheets: sheetsOf(fitting.map(({ table }) => table)) });
  const best = found.toSorted((a, b) => a.missing.length - b.missing.length)[0];
  const missing = best ? best.missing : required;
  const printed = (column: C) => printedName(names, column);
  if (!best || missing.length > 0)
    return refuse('missingColumns', { file, columns: missing.map(printed).join(', ') });
  const { columns } = best;
  const repeated = columns.find((column, at) => column && columns.indexOf(column) !== at);
  if (repeated) return refuse('repeatedColumn', { file, column: printed(repeated) });
  return { kind: 'columns', columns: columnsOf(best.table, best, names) };
}

const sheetsOf = (tables: readonly Table[]): string => tables.map(({ sheet = '' }) => sheet).join(', ');

type Header<C> = {
  readonly row: TableRow;
  readonly columns: readonly (C | undefined)[];
  /** Titles that were taken for a column in spite of a slip. */
  readonly taken: readonly number[];
  readonly missing: readonly C[];
};

function bestHeader<C extends string>(
  { header, rows }: Table,
  names: ColumnNames<C>,
  required: readonly C[],
): Header<C> {
  const find = columnFinder(names);
  const lacking = (columns: readonly (C | undefined)[]) => required.filter((each) => !columns.includes(each));
  const candidates = [header, ...rows].slice(0, rowsSearched).map((first, at) => {
    const row = withTitlesBelow(first, rows[at], find, required);
    const exact = row.cells.map(find);
    return { row, exact, missing: lacking(exact) };
  });
  const { row, exact } = candidates.reduce((a, b) => (b.missing.length < a.missing.length ? b : a));
  const columns = row.cells.map((title, at) => exact[at] ?? slipOf(title, names, exact));
  const taken = columns.flatMap((column, at) => (column && exact[at] === undefined ? [at] : []));
  return { row, columns, taken, missing: lacking(columns) };
}

/** Under merged titles a second row may say more: it leaves blank what every row of data has. */
function withTitlesBelow<C extends string>(
  row: TableRow,
  below: TableRow | undefined,
  find: FindColumn<C>,
  required: readonly C[],
): TableRow {
  const columns = row.cells.map(find);
  if (!below || !required.every((column) => columns.includes(column))) return row;
  const isBlank = (column: C) => (below.cells[columns.indexOf(column)] ?? '').trim() === '';
  if (!required.every(isBlank)) return row;
  const length = Math.max(row.cells.length, below.cells.length);
  const cells = Array.from({ length }, (_, at) => (columns[at] ? row.cells[at] : below.cells[at]) ?? '');
  return { line: below.line, cells };
}

function columnsOf<C extends string>(
  { sheet, header, rows, hidden = [] }: Table,
  { row, columns, taken }: Header<C>,
  names: ColumnNames<C>,
): Columns<C> {
  const place = new Map(columns.flatMap((column, at) => (column ? [[column, at] as const] : [])));
  const below = [header, ...rows].filter(({ line }) => line > row.line);
  const widest = below.reduce((most, { cells }) => Math.max(most, cells.length), row.cells.length);
  const remarks = Array.from({ length: widest }, (_, at): readonly ColumnsRemark[] => {
    const [column, title] = [columns[at], (row.cells[at] ?? '').trim()];
    const remark = (code: ColumnsRemark['code'], params: ColumnsRemark['params']) => [
      { line: row.line, code, params },
    ];
    if (column)
      return taken.includes(at)
        ? remark('headingTakenAs', { title, column: printedName(names, column) })
        : [];
    if (title !== '') return remark('ignoredColumn', { column: title });
    const isUsed = at < row.cells.length && below.some(({ cells }) => (cells[at] ?? '').trim() !== '');
    return isUsed ? remark('untitledColumn', { column: letterOf(at) }) : [];
  }).flat();
  return {
    ...(sheet !== undefined && { sheet }),
    header: row,
    place,
    remarks: [...hiddenRows(hidden), ...remarks],
    rows: below,
  };
}

/** What is told of hidden rows: how many there are, at the first of them. */
const hiddenRows = ([first, ...others]: readonly number[]): readonly ColumnsRemark[] =>
  first === undefined ? [] : [{ line: first, code: 'hiddenRows', params: { count: 1 + others.length } }];

/** The letter of a column in a spreadsheet: A, B … Z, AA. */
const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

/** A title as it is compared: without a number before it and the mark of an abbreviation. */
const titleKey = (title: string): string =>
  nameKey(title.replace(/^\s*[\d๐-๙]+\s*[.)]\s*/, '')).replaceAll('ฯ', '');

type FindColumn<C> = (title: string) => C | undefined;

/** Finds the column of a title, which may give both of its names, as in `จังหวัด (province)`. */
function columnFinder<C extends string>(names: ColumnNames<C>): FindColumn<C> {
  const byKey = new Map(
    names.flatMap(([column, titles]) => titles.map((title) => [titleKey(title), column] as const)),
  );
  return (title) => {
    const keys = [title, ...title.split(/[/()\n]/)].map(titleKey).filter((key) => key !== '');
    return keys.map((key) => byKey.get(key)).find((column) => column !== undefined);
  };
}

/** The one column that is not named otherwise and whose name is almost this title. */
function slipOf<C extends string>(
  title: string,
  names: ColumnNames<C>,
  found: readonly (C | undefined)[],
): C | undefined {
  const open = names
    .filter(([column]) => !found.includes(column))
    .flatMap(([column, titles]) => titles.map((one) => [titleKey(one), column] as const));
  const near = nearest(
    titleKey(title),
    open.map(([key]) => key),
  );
  return open.find(([key]) => key === near)?.[1];
}

/** Both names of a column: `moo/หมู่ที่`. */
function printedName<C extends string>(names: ColumnNames<C>, column: C): string {
  const titles = names.find(([known]) => known === column)?.[1] ?? [];
  return titles.slice(0, 2).join('/');
}

const refuse = (code: ColumnsProblem['code'], params: ColumnsProblem['params']) => ({
  kind: 'refused' as const,
  problem: { code, params },
});
