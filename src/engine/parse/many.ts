import { labelFinder, numberOf, type Option } from './choice.ts';
import { clean, wordKey } from './clean.ts';
import { plainDashes } from './dashes.ts';
import { readChoiceNumber } from './number.ts';
import { withoutParticles } from './particles.ts';
import { type Reading, read, unreadable } from './reading.ts';

const ALL = new Set(['ทั้งหมด', 'ทุกข้อ', 'ทุกอย่าง', 'ทุกคน', 'ทุกบทบาท', 'all', 'everyone', 'everybody']);

const STRONG_SEPARATOR = /[,;/\n]/;
const SPACED_SEPARATOR = / (?:และ|กับ|&|\+|and) /i;
const WEAK_SEPARATOR = /และ|กับ|&|\+|\band\b/i;
const RANGE = /^([^-]+?)(?:-|ถึง|\bto\b)([^-]+)$/i;
const ITEM_WORD = /ข้อที่|ข้อ|\bitems?\b/gi;
const COUNTED = /^[^ก-๛a-z]*[\d๐-๙][ .)]*(?:ข้อ|item)|(?:ข้อ|item)s?$/i;

/** Finds the options that a piece of an answer names, or undefined when any part of it is not understood. */
type Finder = (piece: string) => readonly Option[] | undefined;

/** Reads several choices by numbers, ranges of numbers and labels, or all of them; in the order of the options. */
export function readMany(text: string, options: readonly Option[]): Reading<readonly string[]> {
  const find = answerFinder(options);
  const answer = clean(text);
  const found = find(answer) ?? find(withoutParticles(answer)) ?? (ALL.has(wordKey(text)) ? options : []);
  const values = options.filter((option) => found.includes(option)).map(({ value }) => value);
  return values.length > 0 ? read([...new Set(values)]) : unreadable;
}

/** From the weakest separator to the strongest, so that a label may hold the weaker ones (ลดหนี้และดอกเบี้ย). */
function answerFinder(options: readonly Option[]): Finder {
  const labelled = labelFinder(options);
  const orLabel =
    (otherwise: Finder): Finder =>
    (piece) => {
      const [exact, second] = labelled(piece);
      return exact !== undefined && second === undefined ? [exact] : otherwise(piece);
    };
  const numbered: Finder = (piece) => span(piece, options);
  const one = orLabel(numbered);
  const spaced = orLabel((piece) => numbered(piece) ?? each(withoutItemWords(piece).split(' '), one));
  const joined = orLabel((piece) => each(piece.split(WEAK_SEPARATOR), spaced));
  const apart = orLabel((piece) => each(piece.split(SPACED_SEPARATOR), joined));
  return orLabel((piece) => each(piece.split(STRONG_SEPARATOR), apart));
}

/** The word stands before its number: "3 ข้อ" is how many, not which. */
const withoutItemWords = (piece: string): string =>
  COUNTED.test(piece) ? piece : piece.replace(ITEM_WORD, ' ');

function each(pieces: readonly string[], find: Finder): readonly Option[] | undefined {
  const found = pieces.map((piece) => piece.trim()).flatMap((piece) => (piece === '' ? [] : [find(piece)]));
  return found.every((options) => options !== undefined) ? found.flat() : undefined;
}

/** Every option from one number to another, or of one number; each number between must be there. */
function span(piece: string, options: readonly Option[]): readonly Option[] | undefined {
  const [, first = piece, last = first] = RANGE.exec(plainDashes(piece)) ?? [];
  const [from, to] = [numberIn(first), numberIn(last)];
  if (from === undefined || to === undefined) return undefined;
  const within = options.filter(
    (option, place) => from <= numberOf(option, place) && numberOf(option, place) <= to,
  );
  return within.length > 0 && within.length === to - from + 1 ? within : undefined;
}

function numberIn(text: string): number | undefined {
  const { reading } = readChoiceNumber(text);
  return reading.kind === 'read' ? reading.value : undefined;
}
