import type { Form } from '../../../engine/form.ts';
import { type Wording, type WordingLine, wordingId } from '../../../kernel/form/wording.ts';
import { arabicDigits } from '../../../programme/spelling.ts';
import { type RowCells, rowCells } from '../../../tables/cells.ts';
import { type ColumnsProblem, type ColumnsRemark, findColumns } from '../../../tables/columns.ts';
import { readTable } from '../../../tables/table.ts';
import type { TableProblem } from '../../../tables/tableReading.ts';

const columnNames = [
  ['form', ['form', 'แบบ', 'แบบฟอร์ม']],
  ['item', ['item', 'ข้อ', 'ข้อที่', 'ตัวชี้วัดที่']],
  ['answer', ['answer', 'คะแนน', 'points', 'คำตอบ']],
  ['text', ['text', 'ข้อความ', 'ข้อความตามแบบ']],
] as const;
type Column = (typeof columnNames)[number][0];

/** Why a row cannot be taken. */
export type WordingProblem =
  | 'unknownForm'
  | 'unknownItem'
  | 'unknownAnswer'
  | 'missingText'
  | 'textTooLong'
  | 'tooManyCells'
  | 'errorCell';

export type WordingReading =
  | {
      readonly kind: 'read';
      /** The items that the file gives, by form and version. */
      readonly wordings: readonly Pick<Wording, 'id' | 'items'>[];
      readonly rejected: readonly { readonly line: number; readonly problem: WordingProblem }[];
      readonly remarks: readonly ColumnsRemark[];
    }
  | { readonly kind: 'refused'; readonly problem: TableProblem | ColumnsProblem }
  /** Nothing stands in it, or nothing below its header. */
  | { readonly kind: 'empty' };

/** Characters of one text; all of a question go into one message. */
const longestText = 1000;

/** Reads a file of official wording, a row for each text of the paper; of a form the newest version is meant. */
export async function readWording(
  {
    bytes,
    name: file,
    sheet,
  }: { readonly bytes: Buffer; readonly name: string; readonly sheet?: string | undefined },
  forms: readonly Form[],
): Promise<WordingReading> {
  const reading = await readTable(bytes, file);
  if (reading.kind === 'refused') return reading.problem.code === 'emptyFile' ? { kind: 'empty' } : reading;
  const found = findColumns(reading.tables, { file, sheet }, columnNames, ['form', 'item', 'text']);
  if (found.kind === 'refused') return found;
  if (found.columns.rows.length === 0) return { kind: 'empty' };
  const wordings = new Map<string, { [item: string]: WordingLine[] }>();
  const rejected: { line: number; problem: WordingProblem }[] = [];
  for (const row of found.columns.rows) {
    const cells = rowCells(row, found.columns);
    const one = readRow(cells, forms);
    if (typeof one === 'string') {
      rejected.push({ line: cells.line, problem: one });
      continue;
    }
    const items = wordings.get(one.id) ?? {};
    items[one.item] = [...(items[one.item] ?? []), one.text];
    wordings.set(one.id, items);
  }
  const { remarks } = found.columns;
  return { kind: 'read', wordings: [...wordings].map(([id, items]) => ({ id, items })), rejected, remarks };
}

type Row = { readonly id: string; readonly item: string; readonly text: WordingLine };

function readRow(cells: RowCells<Column>, forms: readonly Form[]): Row | WordingProblem {
  const [id, version] = cells.text('form').split('@');
  const form = forms.findLast(
    (one) => one.id === id && (version === undefined || String(one.version) === version),
  );
  if (cells.isTooLong) return 'tooManyCells';
  if (cells.errors.length > 0) return 'errorCell';
  if (!form) return 'unknownForm';
  const item = arabicDigits(cells.text('item')).replace(/^ข้อ(?:ที่)?\s*/, '');
  const step = form.steps.find(({ number }) => String(number) === item);
  if (!step) return 'unknownItem';
  const answer = arabicDigits(cells.text('answer')).replace(/\s*คะแนน$/, '');
  if (answer !== '' && !(step.kind === 'choice' && step.options.includes(answer))) return 'unknownAnswer';
  const text = cells.text('text');
  if (text === '') return 'missingText';
  if (text.length > longestText) return 'textTooLong';
  return { id: wordingId(form), item, text: { ...(answer !== '' && { answer }), text } };
}
