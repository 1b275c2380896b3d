import { distance } from 'fastest-levenshtein';
import { wordKey } from './clean.ts';

const TONE_MARKS = /[่-์]/g;
const MOST_EDITS = 2;

/** One slip in a word of four letters or more, two from nine; a Thai mark counts as a letter. */
const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 9 ? 1 : MOST_EDITS);

/** The one word that was most likely misspelt, to be offered and never guessed; nothing when two are as near. */
export function nearest(text: string, words: readonly string[]): string | undefined {
  const typed = wordKey(text);
  const near = words
    .map((word) => ({ word, slips: slips(typed, wordKey(word)) }))
    .filter(({ slips }) => slips <= MOST_EDITS);
  const fewest = Math.min(...near.map(({ slips }) => slips));
  const [only, ...others] = new Set(near.filter(({ slips }) => slips === fewest).map(({ word }) => word));
  return others.length === 0 ? only : undefined;
}

/** How many edits make one key of the other; infinite when they are too many for its length to be a slip. */
function slips(typed: string, word: string): number {
  if (Math.abs(typed.length - word.length) > MOST_EDITS) return Number.POSITIVE_INFINITY;
  const edits = distance(typed, word);
  const onlyTones = typed.replace(TONE_MARKS, '') === word.replace(TONE_MARKS, '');
  return onlyTones || edits <= slipsAllowed(Math.min(typed.length, word.length))
    ? edits
    : Number.POSITIVE_INFINITY;
}
