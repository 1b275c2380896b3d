import { stringify } from 'csv-stringify/sync';
import type { WrittenList } from './listValues.ts';

/**
 * A list for machines: UTF-8 with the mark by which Excel knows it, days as YYYY-MM-DD, baht as numbers. A text that
 * a spreadsheet would take for a formula has an apostrophe in front, and stays text.
 */
export const csvOf = ({ titles, rows }: WrittenList): string =>
  stringify([titles, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
