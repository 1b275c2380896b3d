import { type Cell, type CellValue, colToLetter, type WriteSheet } from 'hucre/xlsx';
import type { ListValue, WrittenList } from '../listValues.ts';
import { heightOf, spaceOf } from './heights.ts';
import { a4, cellStyle, dayValue, formats, headerStyle } from './style.ts';

/** Columns that do not fit on A4 held upright. */
const widestUpright = 7;

/** A list as a sheet: its header stays in sight and stands on every printed page; sums are formulas below. */
export function listSheet(name: string, list: WrittenList): WriteSheet {
  const { titles, kinds, sums, rows } = list;
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, cell: Partial<Cell>): void => {
    cells.set(`${row},${column}`, cell);
  };
  titles.forEach((title, column) => {
    put(0, column, { value: title, type: 'string', style: headerStyle });
  });
  rows.forEach((row, at) => {
    row.forEach((value, column) => {
      const kind = kinds[column] ?? 'text';
      put(at + 1, column, {
        value: cellValue(value, kind),
        style: { ...cellStyle, numFmt: formats[kind] },
      });
    });
  });
  const last = rows.length + 1;
  const sumRow = rows.length > 0 && sums.some((one) => one) ? last : undefined;
  if (sumRow !== undefined)
    sums.forEach((isSum, column) => {
      if (!isSum) return;
      const letter = colToLetter(column);
      put(sumRow, column, {
        value: null,
        formula: `SUM(${letter}2:${letter}${last})`,
        formulaResult: rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0),
        style: { ...headerStyle, numFmt: formats[kinds[column] ?? 'number'] },
      });
    });
  const widths = titles.map((title, column) => widthOf(title, rows, column));
  const rowHeight = (values: readonly ListValue[]) =>
    heightOf(values.map((value, column) => ({ value, width: widths[column] ?? 0 })));
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map([titles, ...rows].map((values, at) => [at, rowHeight(values)])),
    cells,
    freezePane: { rows: 1 },
    pageSetup: { ...a4(titles.length > widestUpright), printTitlesRow: '$1:$1' },
  };
}

function cellValue(value: ListValue, kind: WrittenList['kinds'][number]): CellValue {
  return kind === 'date' && typeof value === 'string' ? dayValue(value) : value;
}

/** Characters; marks above and below take no room. */
function widthOf(title: string, rows: WrittenList['rows'], column: number): number {
  const longest = rows.slice(0, 200).reduce(
    (most, row) => {
      const text = String(row[column] ?? '');
      return Math.max(most, spaceOf(text));
    },
    Math.min(spaceOf(title), 14),
  );
  return Math.min(Math.max(longest + 2, 8), 40);
}
