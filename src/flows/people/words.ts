import { labelKey, wordKey } from '../../engine/parse/bare.ts';
import { readYesNo } from '../../engine/parse/yesNo.ts';
import type { Wordings } from '../commands.ts';
import type { InboundEvent } from '../event.ts';
import type { Text } from '../reply.ts';

/** Whether a typed text is one of the words of a key; several are parted with `|`. */
export function said(text: string, words: Text, wordings: Wordings): boolean {
  const typed = [wordKey(text), labelKey(text)];
  return wordings(words)
    .flatMap((wording) => wording.split('|'))
    .some((word) => typed.includes(labelKey(word)));
}

/** Whether the answer to a question that asks once is a yes word. */
export function yesAnswer(event: InboundEvent): boolean {
  if (event.kind !== 'text') return false;
  const reading = readYesNo(event.text);
  return reading.kind === 'read' && reading.value;
}
