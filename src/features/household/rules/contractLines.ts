import { clean } from '../../../engine/parse/clean.ts';
import { arabicDigits } from '../../../engine/parse/thaiMarks.ts';
import { type ContractLine, isAmount, piecesOfLine, readContractLine } from './contractLine.ts';
import { readFundName } from './fundName.ts';

/** One contract of a message, with its words; without a line where they say none. */
export type ContractPart = { readonly words: string; readonly line?: ContractLine };

/** Parts of a message: a comma within a figure (25,000) ends none. */
const PARTS = /([\n;]|,(?!\d{3}(?!\d)))/;
const LEADING = /^(?:และ|กับ|แล้วก็|and\b|&|\+)\s*/i;

/**
 * Cuts a message into its contracts, on lines of their own or one behind the other: `กทบ 25000 6 เกินกำหนด, กข.คจ. 10000 0
 * ไม่เกิน`. What stands on several lines may be one contract, too. What is not clear is a part of its own.
 */
export function readContractLines(text: string, known: readonly string[]): readonly ContractPart[] {
  return grouped(withoutNumbering(arabicDigits(clean(text))), known)
    .flatMap((group) => (group.isContract ? cut(group.words, known) : [group]))
    .map(({ words, isContract }) => {
      const line = isContract ? (readContractLine(words, known) ?? nameAlone(words, known)) : undefined;
      return { words, ...(line && { line }) };
    });
}

/** `1. กทบ …` on one line and `2. …` on the next, or `1) … 2) …`: the place in the message, and no part of a contract. */
const FIRST = /^1[.)]\s*(?=\p{L})/u;
const NEXT = /\n\d{1,2}[.)]\s*(?=\p{L})|\s\d{1,2}\)\s*(?=\p{L})/gu;

const withoutNumbering = (text: string): string =>
  FIRST.test(text) ? text.replace(FIRST, '').replace(NEXT, '\n') : text;

/** Words that belong together; `isContract` where they may say a contract. */
type Group = { readonly words: string; readonly isContract: boolean };

/** The parts between commas and line ends put together again, but where another contract begins. */
function grouped(text: string, known: readonly string[]): readonly Group[] {
  const groups: Group[] = [];
  let sign = '';
  for (const part of text.split(PARTS)) {
    if (PARTS.test(part)) {
      sign = part;
      continue;
    }
    const words = part.trim().replace(LEADING, '');
    if (words === '') continue;
    const last = groups.at(-1);
    const next = last ? behind(last.words, words, sign, known) : 'same';
    if (!last || next === 'new') groups.push({ words, isContract: true });
    else if (next === 'unclear') groups.push({ words, isContract: false });
    else groups.splice(-1, 1, { ...last, words: `${last.words} ${words}` });
  }
  return groups;
}

/** What a part is behind a contract that was begun: more of it, another one, or not clear. */
function behind(
  begun: string,
  words: string,
  sign: string,
  known: readonly string[],
): 'same' | 'new' | 'unclear' {
  const name = nameAtStart(words);
  const isOwnLine = sign !== ',';
  if (name === undefined) return isOwnLine && hasAmount(begun) && hasAmount(words) ? 'unclear' : 'same';
  if (isFundName(name, known)) return hasAmount(begun) || hasFigure(words) ? 'new' : 'same';
  if (!hasAmount(begun)) return 'same';
  return isOwnLine && hasAmount(words) ? 'new' : 'unclear';
}

/** A line in which a fund's name stands behind an amount, and an amount behind that name, says two contracts. */
function cut(line: string, known: readonly string[]): readonly Group[] {
  const starts: number[] = [];
  const pieces = piecesOfLine(line);
  let at = 0;
  while (at < pieces.length) {
    const end = endOfName(pieces, at);
    const name = wordsOf(pieces.slice(at, end)).replace(LEADING, '');
    const before = pieces.slice(starts.at(-1) ?? 0, at);
    const isFirst = at === 0 && end > at;
    const isNext =
      starts.length > 0 &&
      before.some(({ value }) => value && isAmount(value)) &&
      isFundName(name, known) &&
      hasAmount(wordsOf(pieces.slice(end)));
    if (end > at && (isFirst || isNext)) starts.push(at);
    at = Math.max(end, at + 1);
  }
  if (starts.length < 2) return [{ words: line, isContract: true }];
  return starts.map((start, place) => ({
    words: wordsOf(pieces.slice(start, starts[place + 1])).replace(LEADING, ''),
    isContract: true,
  }));
}

type Pieces = ReturnType<typeof piecesOfLine>;
const wordsOf = (pieces: Pieces): string => pieces.map(({ words }) => words).join(' ');

/** Where the words end that were not understood from a place on. */
function endOfName(pieces: Pieces, at: number): number {
  const end = pieces.findIndex(({ value }, place) => place >= at && value !== undefined);
  return end < 0 ? pieces.length : end;
}

const hasAmount = (words: string): boolean =>
  piecesOfLine(words).some(({ value }) => value && isAmount(value));

const hasFigure = (words: string): boolean => piecesOfLine(words).some(({ value }) => value !== undefined);

/** The words that a part begins with before its first figure. */
function nameAtStart(words: string): string | undefined {
  const pieces = piecesOfLine(words);
  const name = wordsOf(pieces.slice(0, endOfName(pieces, 0)));
  return name === '' ? undefined : name;
}

const isFundName = (name: string, known: readonly string[]): boolean =>
  ['fund', 'near', 'both', 'outside'].includes(readFundName(name, known).kind);

/** A known fund's name alone begins a contract of which the rest is still asked. */
function nameAlone(words: string, known: readonly string[]): ContractLine | undefined {
  const reading = readFundName(words, known);
  return reading.kind === 'fund' && known.includes(reading.name)
    ? { fund: { words, value: reading.name }, unclear: [] }
    : undefined;
}
