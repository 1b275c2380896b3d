import type { RowDef } from 'hucre';
import { type Cell, colToLetter, type MergeRange, type WriteSheet } from 'hucre/xlsx';
import type { Paper, PaperBlock, PaperCell, PaperPart } from '../../kernel/document/paper.ts';
import type { Text } from '../../kernel/reply.ts';
import { heightOf } from './heights.ts';
import { a4, cellStyle, dayValue, font, formats, headerStyle } from './style.ts';

type Render = (text: Text) => string;
type Table = Extract<PaperBlock, { readonly kind: 'table' }>;

/** Characters across a sheet. */
const across = 110;
/** Lines of a sheet without a table go over so many columns. */
const plainColumns = 6;

/** A paper as sheets, the title on the first; each has one table at most, since a sheet's columns have one width. */
export const paperSheets = (paper: Paper, render: Render): readonly WriteSheet[] =>
  grouped(paper.parts).map((parts, at) => sheetOf(at === 0 ? paper : undefined, parts, at, render));

function grouped(parts: readonly PaperPart[]): readonly (readonly PaperPart[])[] {
  const groups: PaperPart[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && !(tableIn([part]) && tableIn(last))) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

const tableIn = (parts: readonly PaperPart[]): Table | undefined =>
  parts.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'table');

function sheetOf(
  titled: Paper | undefined,
  parts: readonly PaperPart[],
  at: number,
  render: Render,
): WriteSheet {
  const table = tableIn(parts);
  const columns = table?.columns.length ?? plainColumns;
  const widths = widthsOf(table, columns);
  const sheet = newSheet(widths);
  for (const text of titled?.title ?? []) sheet.line(render(text), { bold: true, centered: true });
  for (const text of titled?.remarks ?? []) sheet.line(render(text), { centered: true });
  let frozen: number | undefined;
  for (const { heading, blocks } of parts) {
    if (heading) sheet.line(render(heading), { bold: true });
    for (const block of blocks) {
      const header = putBlock(sheet, block, render);
      frozen ??= header;
    }
  }
  const [named] = parts.flatMap(({ heading }) => heading ?? []);
  return {
    name: named ? sheetName(render(named)) : `${at + 1}`,
    columns: widths.map((width) => ({ width })),
    rowDefs: sheet.heights,
    cells: sheet.cells,
    merges: sheet.merges,
    pageSetup: {
      ...a4(columns > 5),
      ...(frozen !== undefined && { printTitlesRow: `$${frozen}:$${frozen}` }),
    },
    // Were all that stands above the table to stay in sight, nothing else would be on a small screen.
    ...(frozen !== undefined && frozen <= highestFrozen && { freezePane: { rows: frozen } }),
  };
}

/** Rows that may stay in sight above the others. */
const highestFrozen = 8;

/** The number of the row below which a table's header stays in sight, where the block is one. */
function putBlock(sheet: Sheet, block: PaperBlock, render: Render): number | undefined {
  switch (block.kind) {
    case 'line':
      sheet.line(render(block.text), {});
      return undefined;
    case 'fields':
      sheet.line(
        block.fields
          .map(({ label, value }) => `${render(label)} ${value ? render(value) : '........................'}`)
          .join('   '),
        {},
      );
      return undefined;
    case 'table':
      return putTable(sheet, block, render);
    case 'signatures':
      for (const { as, position, signed } of block.signatures) {
        sheet.line(
          `${render({ key: 'document:sign' })} ${signed ? signed.name : '........................'} ${render(as)}`,
          {},
        );
        sheet.line(render({ key: 'document:position', params: { position } }), {});
        if (signed) sheet.line(render(signed.how), {});
      }
      return undefined;
    default:
      return block satisfies never;
  }
}

function putTable(sheet: Sheet, { columns, rows }: Table, render: Render): number {
  sheet.row(columns.map(({ title }) => ({ value: render(title), type: 'string', style: headerStyle })));
  const header = sheet.next();
  for (const { kind, cells } of rows) {
    const [first] = cells;
    if (kind === 'section' && first)
      sheet.wide({ ...typed(first, render), style: { ...headerStyle, alignment: { horizontal: 'left' } } });
    else if (kind === 'total')
      sheet.total(
        cells.map((cell) => ({ cell: typed(cell, render), sums: isSum(cell), empty: cell.kind === 'empty' })),
        header,
      );
    else sheet.row(cells.map((cell) => typed(cell, render)));
  }
  return header;
}

/** Whether a cell adds up what stands above it. */
const isSum = (cell: PaperCell): boolean => 'sums' in cell && cell.sums === true;

function typed(cell: PaperCell, render: Render): Partial<Cell> {
  switch (cell.kind) {
    case 'text':
      return { value: render(cell.text), type: 'string', style: cellStyle };
    case 'number':
      return { value: cell.value, type: 'number', style: { ...cellStyle, numFmt: formats.number } };
    case 'baht':
      return { value: cell.satang / 100, type: 'number', style: { ...cellStyle, numFmt: formats.baht } };
    case 'date':
      return { value: dayValue(cell.date), type: 'date', style: { ...cellStyle, numFmt: formats.date } };
    case 'box': {
      const mark = cell.ticked ? '☑' : '☐';
      return {
        value: cell.text ? `${mark} ${render(cell.text)}` : mark,
        type: 'string',
        style: cellStyle,
      };
    }
    case 'empty':
      return { value: null, type: 'empty', style: cellStyle };
    default:
      return cell satisfies never;
  }
}

type Sheet = ReturnType<typeof newSheet>;

/** Rows from the top down. */
function newSheet(widths: readonly number[]) {
  const columns = widths.length;
  const heights = new Map<number, RowDef>();
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  let at = 0;
  const row = (values: readonly Partial<Cell>[], isMerged = false): void => {
    const width = (column: number): number => (isMerged ? across : (widths[column] ?? 0));
    heights.set(at, heightOf(values.map(({ value = null }, column) => ({ value, width: width(column) }))));
    values.forEach((cell, column) => {
      cells.set(`${at},${column}`, cell);
    });
    at += 1;
  };
  const merged = (from: number, until: number): void => {
    if (until > from) merges.push({ startRow: at, startCol: from, endRow: at, endCol: until });
  };
  const wide = (cell: Partial<Cell>): void => {
    merged(0, columns - 1);
    row([cell], true);
  };
  return {
    cells,
    merges,
    heights,
    row,
    wide,
    /** How many rows there are. */
    next: (): number => at,
    line: (text: string, { bold = false, centered = false }: { bold?: boolean; centered?: boolean }): void =>
      wide({
        value: text,
        type: 'string',
        style: {
          font: { ...font, bold },
          alignment: { wrapText: true, vertical: 'top', ...(centered && { horizontal: 'center' }) },
        },
      }),
    /** A label over the empty columns behind it, then the figures; `from` is the first row that a sum adds. */
    total: (values: readonly TotalCell[], from: number): void => {
      const next = values.slice(1).findIndex(({ empty }) => !empty);
      merged(0, next < 0 ? values.length - 1 : next);
      row(values.map(({ cell, sums }, column) => (sums ? summed(cell, column, from, at) : cell)));
    },
  };
}

type TotalCell = { readonly cell: Partial<Cell>; readonly sums: boolean; readonly empty: boolean };

function summed(cell: Partial<Cell>, column: number, from: number, until: number): Partial<Cell> {
  const letter = colToLetter(column);
  const formula = `SUM(${letter}${from + 1}:${letter}${until})`;
  return { ...cell, type: 'formula', formula, formulaResult: cell.value ?? 0 };
}

/** Columns without a share are as narrow as a figure. */
function widthsOf(table: Table | undefined, columns: number): readonly number[] {
  if (!table) return Array.from({ length: columns }, () => across / columns);
  const narrow = 8;
  const shares = table.columns.reduce((sum, { share = 0 }) => sum + share, 0);
  const left = across - narrow * table.columns.filter(({ share }) => share === undefined).length;
  return table.columns.map(({ share }) => (share === undefined ? narrow : (left * share) / shares));
}

/** Excel takes 31 characters and none of these signs. */
const sheetName = (heading: string): string =>
  heading
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim();
