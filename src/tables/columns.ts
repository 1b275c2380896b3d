import { nameKey } from '../programme/spelling.ts';
import type { Table, TableRow } from './tableReading.ts';

/** What each column may be called, first in English and in Thai; letter case, spaces and punctuation do not matter. */
export type ColumnNames<C extends string> = readonly (readonly [column: C, names: readonly string[]])[];

/** Where the columns are in a file, under which titles, and the rows below. */
export type Columns<C extends string> = {
  readonly header: TableRow;
  readonly place: ReadonlyMap<C, number>;
  /** Titles of columns that are not known. */
  readonly ignored: readonly string[];
  readonly rows: readonly TableRow[];
};

export type ColumnsReading<C extends string> =
  | { readonly kind: 'columns'; readonly columns: Columns<C> }
  | { readonly kind: 'refused'; readonly problem: ColumnsProblem };

export type ColumnsProblem = {
  readonly code: 'missingColumns' | 'repeatedColumn';
  readonly params: { readonly [name: string]: string };
};

/** A file may carry a title above its header, which is looked for among so many rows. */
const rowsSearched = 10;

/** Finds the header, which is the first row that names all columns that are needed. */
export function findColumns<C extends string>(
  { header, rows }: Table,
  file: string,
  names: ColumnNames<C>,
  required: readonly C[],
): ColumnsReading<C> {
  const byName = new Map(
    names.flatMap(([column, titles]) => titles.map((title) => [nameKey(title), column] as const)),
  );
  const candidates = [header, ...rows]
    .slice(0, rowsSearched)
    .map((row) => ({ row, columns: row.cells.map((title) => columnOf(title, byName)) }));
  const lacking = (columns: readonly (C | undefined)[]) => required.filter((each) => !columns.includes(each));
  const best = candidates.reduce((a, b) => (lacking(b.columns).length < lacking(a.columns).length ? b : a));
  const printed = (column: C) => printedName(names, column);
  const missing = lacking(best.columns);
  if (missing.length > 0) return refuse('missingColumns', { file, columns: missing.map(printed).join(', ') });
  const repeated = best.columns.find((column, at) => column && best.columns.indexOf(column) !== at);
  if (repeated) return refuse('repeatedColumn', { file, column: printed(repeated) });
  const place = new Map(best.columns.flatMap((column, at) => (column ? [[column, at] as const] : [])));
  const ignored = best.row.cells.filter((title, at) => best.columns[at] === undefined && title.trim() !== '');
  const below = rows.filter(({ line }) => line > best.row.line);
  return { kind: 'columns', columns: { header: best.row, place, ignored, rows: below } };
}

/** A title may give both names of its column, as in `จังหวัด (province)`. */
function columnOf<C extends string>(title: string, byName: ReadonlyMap<string, C>): C | undefined {
  const names = [title, ...title.split(/[/()\n]/)].map(nameKey);
  return names.map((name) => byName.get(name)).find((column) => column !== undefined);
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
