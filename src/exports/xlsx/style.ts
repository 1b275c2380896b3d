import type { PageSetup } from 'hucre';
import type { CellStyle } from 'hucre/xlsx';

/** How numbers and days are shown; days with the months of Thailand and the Buddhist year. */
export const formats = {
  baht: '#,##0.00',
  number: '0.##',
  date: '[$-107041E]d mmm yyyy',
  text: '@',
} as const;

const line = { style: 'thin', color: { rgb: 'FF5A5A5A' } } as const;

export const font = { name: 'TH Sarabun New', size: 14 } as const;

export const headerStyle: CellStyle = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE1E1E1' } },
  border: { top: line, bottom: line, left: line, right: line },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

export const cellStyle: CellStyle = {
  font,
  border: { top: line, bottom: line, left: line, right: line },
  alignment: { vertical: 'top', wrapText: true },
};

/** A4, as many pages long as it takes. */
export const a4 = (landscape: boolean): PageSetup => ({
  paperSize: 'a4',
  orientation: landscape ? 'landscape' : 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
});

/** Days as spreadsheets hold them, without a zone. */
export const dayValue = (date: string): Date => new Date(`${date}T00:00:00Z`);
