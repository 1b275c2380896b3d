import { labelKey, wordKey } from '../engine/parse/clean.ts';
import type { Wordings } from './commands.ts';
import type { Text } from './reply.ts';

/** Whether a typed text is one of the words of a key; several are parted with `|`. */
export function isOneOf(text: string, words: Text, wordings: Wordings): boolean {
  const typed = [wordKey(text), labelKey(text)];
  return wordings(words)
    .flatMap((wording) => wording.split('|'))
    .some((word) => typed.includes(labelKey(word)));
}
