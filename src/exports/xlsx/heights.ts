import type { RowDef } from 'hucre';
import type { CellValue } from 'hucre/xlsx';

/** Points of one line of the font. */
const lineHeight = 20;

/** Letters across; marks above and below take no room. */
export const spaceOf = (text: string): number => text.replace(/\p{M}/gu, '').length;

/** Programs that open a file do not all make rows as high as what is wrapped in them. */
export function heightOf(cells: readonly { readonly value?: CellValue; readonly width: number }[]): RowDef {
  const lines = cells.map(({ value, width }) =>
    typeof value === 'string' ? Math.ceil((spaceOf(value) * 1.45) / Math.max(width, 1)) : 1,
  );
  return { height: Math.max(1, ...lines) * lineHeight + 2 };
}
