import { candidatesOf, readingOf } from './candidates.ts';
import { labelKey, typedKeys, wordKey } from './clean.ts';
import { readChoiceNumber } from './number.ts';
import { ambiguous, type Reading, unreadable } from './reading.ts';

/** One thing that can be chosen; its number is its place in the list, counted from 1, unless it has its own. */
export interface Option {
  readonly value: string;
  readonly labels: readonly string[];
  readonly number?: number;
}

/** `itemWord`: the number was called an item (ข้อ 3), so the person may have meant question 3. */
export interface Choice {
  readonly value: string;
  readonly itemWord: boolean;
}

/** The fewest letters, as they are seen, by which a label may be meant. */
const SHORTEST_BEGINNING = 3;

const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });

export const numberOf = (option: Option, place: number): number => option.number ?? place + 1;

/** Reads one choice: by its label, by its number, or, to be confirmed, by the beginning of its label. */
export function readChoice(text: string, options: readonly Option[]): Reading<Choice> {
  const exact = labelFinder(options)(text);
  if (exact.length > 0) return chosen(exact, true, false);
  const { reading, itemWord } = readChoiceNumber(text);
  if (reading.kind === 'unreadable') return begun(wordKey(text), options);
  const counted = candidatesOf(reading).flatMap((number) =>
    options.filter((option, place) => numberOf(option, place) === number),
  );
  return chosen(counted, reading.kind === 'read', itemWord);
}

/** Finds the options that have a label, written politely or not. */
export function labelFinder(options: readonly Option[]): (text: string) => readonly Option[] {
  const found = new Map<string, readonly Option[]>();
  for (const option of options) {
    for (const key of new Set(option.labels.map(labelKey)))
      found.set(key, [...(found.get(key) ?? []), option]);
  }
  return (text) => {
    const key = typedKeys(text).find((typed) => found.has(typed));
    return key === undefined ? [] : (found.get(key) ?? []);
  };
}

function chosen(options: readonly Option[], sure: boolean, itemWord: boolean): Reading<Choice> {
  const values = [...new Set(options.map(({ value }) => value))];
  return readingOf(
    values.map((value) => ({ value, itemWord })),
    sure,
  );
}

function begun(key: string, options: readonly Option[]): Reading<Choice> {
  const long = [...letters.segment(key.slice(0, 40))].length >= SHORTEST_BEGINNING;
  const [only, ...others] = options.filter(({ labels }) =>
    labels.some((label) => labelKey(label).startsWith(key)),
  );
  return long && only !== undefined && others.length === 0
    ? ambiguous({ value: only.value, itemWord: false })
    : unreadable;
}
