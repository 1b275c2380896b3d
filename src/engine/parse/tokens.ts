import { plainDashes } from './dashes.ts';
import { LETTER_O } from './figure.ts';
import { withoutSlips } from './slips.ts';
import { isLatin, lexicon, type Token } from './words.ts';

/** Within "twenty-one" a hyphen joins; anywhere else it stands between the ends of a range. */
const JOINING_HYPHEN = /(?<=[a-z]ty)-(?=[a-z])/g;

const SPACES = / +/y;

/** A minus sign is one only where no number came before it: "-3", not "2-3". */
const SIGN = /-(?=[\d.])/y;

/** Digits in groups; a letter O counts as a digit beside digits, unless it begins a word ("20 ok", "one"). */
const O = `[${LETTER_O}](?![a-np-z])`;
const FIGURE = new RegExp(`(?:\\.?\\d|${O}(?=[${LETTER_O}]{0,3}[.,]?\\d))(?:[.,]?(?:\\d|${O}))*`, 'y');

const LATIN_WORD = /[a-z]+/y;

/** B25,000 and 25,000 B are baht; only written to a small figure, as in 5B, the letter counts thousand millions. */
const LETTER_B = /b(?![a-z])/y;
const SMALL_FIGURE = /^\d{1,3}(?:\.\d+)?$/;
const escaped = (word: string): string => word.replace(/[.+#]/g, '\\$&');

const OTHER_WORD = new RegExp(
  [...lexicon.keys()]
    .filter((word) => !isLatin(word))
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|'),
  'y',
);

const COUNTING: readonly Token['kind'][] = [
  'figure',
  'digit',
  'unit',
  'ones',
  'half',
  'english',
  'scale',
  'hundred',
];

/** A polite ending glued to a word of another language or to a word that it seems to be a part of: 3 คนคะ, หกนะ. */
const GLUED = /(?:นะ)?(?:คับผม|คับ|คะ|ค่า+|จ้า+|ฮะ|ฮับ|นะ)$/;

/** The words of a bare text, or undefined when one of them is not understood. */
export const tokensOf = (text: string): readonly Token[] | undefined =>
  tokenize(text) ?? tokenize(text.replace(GLUED, ''));

function tokenize(text: string): readonly Token[] | undefined {
  const line = withoutSlips(plainDashes(text)).replace(JOINING_HYPHEN, ' ');
  const tokens: Token[] = [];
  let at = 0;
  let isApart = true;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(line)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  while (at < line.length) {
    if (take(SPACES)) {
      isApart = true;
      continue;
    }
    const before = tokens.at(-1);
    const token = take(LETTER_B) ? letterB(isApart ? undefined : before) : nextToken(take, before);
    if (token === undefined) return undefined;
    tokens.push(token);
    isApart = false;
  }
  return tokens;
}

/** What the letter means behind the figure that it is written to. */
const letterB = (figure: Token | undefined): Token =>
  figure?.kind === 'figure' && SMALL_FIGURE.test(figure.text)
    ? { kind: 'scale', zeros: 9 }
    : { kind: 'baht' };

function nextToken(
  take: (pattern: RegExp) => string | undefined,
  before: Token | undefined,
): Token | undefined {
  if ((before === undefined || !COUNTING.includes(before.kind)) && take(SIGN)) return { kind: 'minus' };
  const text = take(FIGURE);
  if (text !== undefined) return { kind: 'figure', text };
  const word = take(LATIN_WORD) ?? take(OTHER_WORD);
  return word === undefined ? undefined : lexicon.get(word);
}
