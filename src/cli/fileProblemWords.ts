import type { ColumnsProblem, ColumnsRemark } from '../tables/columns.ts';
import type { TableProblem } from '../tables/tableReading.ts';
import { createTexts } from '../text/texts.ts';

/** Why a file cannot be read, or how its titles were read, Thai and English, as operators of both read it. */
export function fileProblemWords({ code, params }: TableProblem | ColumnsProblem | ColumnsRemark): string {
  const texts = createTexts();
  const text = { key: `registry:file.${code}` as const, params };
  return `${texts.render(text, 'th')} / ${texts.render(text, 'en')}`;
}
