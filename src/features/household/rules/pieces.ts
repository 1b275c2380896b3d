import { clean } from '../../../engine/parse/clean.ts';
import { readNumber } from '../../../engine/parse/number.ts';
import { lessAndLess } from '../../../engine/parse/particles.ts';
import { arabicDigits } from '../../../engine/parse/thaiMarks.ts';

/** What stands in a line: something that was understood, or a word that was not. */
export type Piece<V> = { readonly words: string; readonly value?: V };

/** An answer with the words that gave it. */
export type Said<V> = { readonly words: string; readonly value: V };

/** Between the words of a line; a comma within a figure (25,000) separates nothing. */
const BETWEEN = /[\s;]+|,(?!\d{3}(?!\d))/;
/** Most words of one figure, as in "ดอกเบี้ย ร้อยละ 6 ต่อปี". */
const mostWords = 5;
/** A number behind one of these belongs to a name (กลุ่มออมทรัพย์ หมู่ 3). */
const NAMES_NUMBER = /^(?:หมู่|หมู่ที่|ม\.?|ที่|รุ่น|รุ่นที่|สาย|moo|no\.?|number)$/i;

/** Cuts a line into the longest runs of words that `read` understands, and the single words between them. */
export function piecesOf<V>(line: string, read: (words: string) => V | undefined): readonly Piece<V>[] {
  const words = arabicDigits(withoutCourtesy(clean(line)))
    .split(BETWEEN)
    .filter((word) => word !== '');
  const pieces: Piece<V>[] = [];
  let at = 0;
  while (at < words.length) {
    const piece = longestAt(words, at, read);
    pieces.push(piece.piece);
    at += piece.length;
  }
  return pieces;
}

function longestAt<V>(words: readonly string[], at: number, read: (words: string) => V | undefined) {
  const isNamed = NAMES_NUMBER.test(words[at - 1] ?? '');
  for (let length = isNamed ? 0 : Math.min(mostWords, words.length - at); length > 0; length -= 1) {
    const said = words.slice(at, at + length).join(' ');
    const value = read(said);
    if (value !== undefined) return { piece: { words: said, value }, length };
  }
  return { piece: { words: words[at] ?? '' }, length: 1 };
}

/** Without the politeness at its end, but for a line that is nothing else. */
const withoutCourtesy = (line: string): string =>
  [...lessAndLess(line)].findLast((rest) => rest !== '') ?? line;

/** What was understood. */
export const understood = <V>(pieces: readonly Piece<V>[]): readonly Said<V>[] =>
  pieces.flatMap(({ words, value }) => (value === undefined ? [] : [{ words, value }]));

/**
 * The words that were not understood: a name where they stand together. Two runs of them are no one name, unless just
 * one of them is a known one.
 */
export function nameIn<V>(
  pieces: readonly Piece<V>[],
  isKnown: (words: string) => boolean = () => false,
): { readonly name?: string; readonly lost: readonly string[] } {
  const runs = runsOf(pieces);
  const known = runs.filter((run) => isKnown(run.join(' ')));
  const [name] = runs.length === 1 ? runs : known;
  if (!name || known.length > 1) return { lost: runs.flat() };
  return { name: name.join(' '), lost: runs.filter((run) => run !== name).flat() };
}

/** Words that were not understood, those that stand together in one run. */
function runsOf<V>(pieces: readonly Piece<V>[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  pieces.forEach(({ words, value }, place) => {
    if (value !== undefined) return;
    const before = pieces[place - 1];
    if (before && before.value === undefined) runs.at(-1)?.push(words);
    else runs.push([words]);
  });
  return runs;
}

/** The number of a text that is one figure without a word beside it. */
export function bareFigure(words: string): number | undefined {
  const reading = /^[\d.,]+$/.test(words) ? readNumber(words) : undefined;
  return reading?.kind === 'read' ? reading.value : undefined;
}
