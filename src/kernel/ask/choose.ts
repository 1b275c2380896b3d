import { bare } from '../../engine/parse/clean.ts';
import { readChoiceNumber } from '../../engine/parse/number.ts';
import { readYesNo } from '../../engine/parse/yesNo.ts';
import { centerNameKey, readCenterId } from '../../programme/center/center.ts';
import { nameKey } from '../../programme/spelling.ts';
import type { Wordings } from '../commands.ts';
import type { Decision } from '../decision.ts';
import type { Person } from '../person.ts';
import { type Block, type FlowId, type Option, type Reply, type Tap, type Text, t } from '../reply.ts';
import { helpAfter, type PromptData, withPrompt } from './prompt.ts';
import { carried } from './question.ts';

/** Rows on one page of a list. */
const pageSize = 12;

/** One thing to choose: a center, a district, a line of a plan. Its id holds no spaces. */
export type ChoiceRow = {
  readonly id: string;
  readonly name: Text;
  /** Another name that may be typed. */
  readonly also?: Text;
  readonly note?: Text;
  /** Drawn as a bar, which is tapped like a row. */
  readonly bar?: { readonly value: number; readonly of: number };
};

export type ChoiceList = {
  readonly flow: FlowId;
  /** A tap on a row calls the flow with `{kind: 'act', act, value: id}`, a typed text with `{kind: 'answer', act, data}`. */
  readonly act: string;
  /** What the list is about; stands before the ids that buttons carry. */
  readonly of?: string;
  readonly heading: Text;
  /** Said above the rows. */
  readonly lead?: readonly Text[];
  /** Shown above the rows, on every page. */
  readonly blocks?: readonly Block[];
  /** All rows in their order, not only those of the page; numbers run through all pages. */
  readonly rows: readonly ChoiceRow[];
  /** From 0. */
  readonly page?: number;
  /** What the button "more" does; calls `{kind: 'act', act: 'more', value: '<of> <page>'}` when absent. */
  readonly more?: (page: number) => Tap;
  /** What the open prompt keeps besides; comes back as `data`. */
  readonly keep?: PromptData;
  /** Texts in a row that were not understood; says so, and offers help from the third. */
  readonly misses?: number;
  /** Quick replies besides the rows. */
  readonly options?: readonly Option[];
  /** Buttons of the card about the rows that its page shows. */
  readonly buttons?: (shown: readonly ChoiceRow[]) => readonly Option[];
};

/** Shows a numbered list and leaves its question open. */
export function chooseReply(person: Person, list: ChoiceList): Decision {
  const misses = list.misses ?? 0;
  const notes = misses > 0 ? [t('choose:unclear'), ...helpAfter(misses)] : [];
  return {
    person: withPrompt(person, list.flow, list.act, {
      ...list.keep,
      ...listKeeps(list),
      misses: String(misses),
    }),
    reply: listReply(list, notes),
  };
}

/** A page of a numbered list, with notes above its rows. */
export function listReply(list: ChoiceList, notes: readonly Text[]): Reply {
  const { from, shown } = pageShown(list);
  const blocks: readonly Block[] = [
    ...(list.lead ?? []).map(textBlock),
    ...(list.blocks ?? []),
    ...notes.map(textBlock),
    ...shown.map((row, place) => rowBlock(list, row, from + place + 1)),
    ...(shown.length > 0 ? [hint(from, shown.length, list.rows.length)] : []),
  ];
  const next = from + shown.length;
  const more = next < list.rows.length ? [moreOption(list, from / pageSize + 1)] : [];
  const buttons = [...(list.buttons?.(shown) ?? []), ...more];
  return {
    messages: [{ kind: 'card', card: { heading: list.heading, blocks, buttons } }],
    ...(list.options ? { options: list.options } : {}),
    asks: true,
  };
}

/** What its numbers mean. Those of earlier pages still mean what they meant there. */
export function listKeeps(list: ChoiceList): { readonly ids: string } {
  const { from, shown } = pageShown(list);
  const ids = list.rows.slice(0, from + shown.length).map(({ id }) => id);
  return { ids: ids.join(' ') };
}

function pageShown({ rows, page = 0 }: ChoiceList) {
  const from = pageOf(String(page), rows.length) * pageSize;
  return { from, shown: rows.slice(from, from + pageSize) };
}

/** The page that a button "more" names, kept within the list. */
function pageOf(value: string | undefined, rows: number): number {
  const last = Math.max(0, Math.ceil(rows / pageSize) - 1);
  const page = Number.parseInt(value ?? '0', 10);
  return Number.isNaN(page) ? 0 : Math.min(Math.max(page, 0), last);
}

type Chosen =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'unclear' };

/**
 * Reads a typed choice: an exact name, a number as the person saw it (`data` of the prompt), or a part of
 * names. `rows` are those that may be chosen now; what is no longer among them is not found.
 */
export function readChosen(
  text: string,
  data: PromptData,
  rows: readonly ChoiceRow[],
  wordings: Wordings,
): Chosen {
  const exact = rowsNamed(text, rows, wordings, (name, typed) => name === typed);
  if (exact.length > 0) return chosen(exact);
  // A yes or no chooses nothing of a list, whatever name it may be a part of.
  if (readYesNo(text).kind === 'read') return { kind: 'unclear' };
  const { reading } = readChoiceNumber(text);
  if (reading.kind === 'read') {
    const id = data.ids?.split(' ')[reading.value - 1];
    return chosen(rows.filter((row) => row.id === id));
  }
  return chosen(rowsNamed(text, rows, wordings, (name, typed) => name.includes(typed)));
}

/** The rows that a typed name means: those of exactly that name or printed id, else those that have it in theirs. */
export function matching(text: string, rows: readonly ChoiceRow[], wordings: Wordings): readonly ChoiceRow[] {
  const exact = rowsNamed(text, rows, wordings, (name, typed) => name === typed);
  return exact.length > 0 ? exact : rowsNamed(text, rows, wordings, (name, typed) => name.includes(typed));
}

function rowsNamed(
  text: string,
  rows: readonly ChoiceRow[],
  wordings: Wordings,
  fits: (name: string, typed: string) => boolean,
): readonly ChoiceRow[] {
  const words = bare(text);
  const typed = [nameKey(words), centerNameKey(words)].filter((key) => key !== '');
  const printed = readCenterId(text);
  return rows.filter(({ id, name, also }) => {
    if (id === printed) return true;
    const called = [name, ...(also ? [also] : [])].flatMap(wordings);
    const names = called.flatMap((wording) => [nameKey(wording), centerNameKey(wording)]);
    return typed.some((key) => names.some((one) => fits(one, key)));
  });
}

function chosen(rows: readonly ChoiceRow[]): Chosen {
  const [first] = rows;
  if (!first) return { kind: 'unclear' };
  return rows.length === 1
    ? { kind: 'one', id: first.id }
    : { kind: 'several', ids: rows.map(({ id }) => id) };
}

const textBlock = (text: Text): Block => ({ kind: 'text', text });

function rowBlock(list: ChoiceList, row: ChoiceRow, n: number): Block {
  const option = rowOption(list, row, n);
  if (row.bar) return { kind: 'bar', label: option.label, ...row.bar, option };
  return { kind: 'row', text: option.label, ...(row.note ? { note: row.note } : {}), option };
}

const rowOption = ({ flow, act, of }: ChoiceList, { id, name }: ChoiceRow, n: number): Option => ({
  label: t('choose:row', { n, name }),
  tap: { kind: 'act', flow, act, value: carried(of, id) },
});

function moreOption({ flow, more, of }: ChoiceList, page: number): Option {
  const tap: Tap = more?.(page) ?? { kind: 'act', flow, act: 'more', value: carried(of, String(page)) };
  return { label: t('common:more'), tap };
}

const hint = (from: number, shown: number, of: number): Block => ({
  kind: 'text',
  tone: 'quiet',
  text: shown < of ? t('choose:pageHint', { from: from + 1, to: from + shown, of }) : t('choose:hint'),
});
