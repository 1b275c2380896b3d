import { readingOf } from './candidates.ts';
import { type Decimal, decimal, trimmed, whole } from './decimal.ts';
import { ambiguous, type Reading, read, unreadable } from './reading.ts';

/** The letter O in its Latin, Greek and Cyrillic shapes, typed for a zero. */
export const LETTER_O = 'o\u03BF\u043E';

const LETTERS_O = new RegExp(`[${LETTER_O}]`, 'g');

export const zerosForO = (text: string): string => text.replace(LETTERS_O, '0');

/** As many digits as a JavaScript number holds exactly. */
const MOST_DIGITS = 15;

const joined = (text: string): Decimal => whole(Number(text.replace(/[.,]/g, '')));
const pointed = (text: string): Decimal => trimmed(decimal(text));

/** The ways of writing a figure, each with what it can mean; the first that fits counts. */
const WRITINGS: readonly (readonly [form: RegExp, meaning: (text: string) => Reading<Decimal>])[] = [
  [/^\d{1,2}$|^[1-9]\d*$/, (text) => read(decimal(text))],
  // A long figure that begins with zero looks like a telephone number or an identity card.
  [/^0\d+$/, (text) => ambiguous(decimal(text))],
  [/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/, (text) => read(decimal(text.replaceAll(',', '')))],
  [/^[1-9]\d{0,2}\.\d{3}$/, (text) => ambiguous(joined(text), pointed(text))],
  [/^\d*\.\d+$/, (text) => read(decimal(text))],
  [/^\d+,\d{1,2}$/, (text) => readingOf([pointed(text.replace(',', '.')), joined(text)], false)],
  [/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/, (text) => ambiguous(joined(text))],
  [
    /^[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}$/,
    (text) => ambiguous(pointed(text.replaceAll('.', '').replace(',', '.'))),
  ],
];

/** Whether a figure is ten thousand or more by itself: with a unit behind it (25000 พัน) one of the two is most likely a slip. */
export const isLong = (text: string): boolean => /^\d{5}|^\d{2,},\d{3}/.test(text);

/** Reads a figure of digits, points, commas and letters O. */
export function readFigure(text: string): Reading<Decimal> {
  const figure = zerosForO(text);
  if (figure.replace(/[.,]/g, '').length > MOST_DIGITS) return unreadable;
  const writing = WRITINGS.find(([form]) => form.test(figure));
  return writing === undefined ? unreadable : writing[1](figure);
}
