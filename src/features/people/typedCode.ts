import { bare } from '../../engine/parse/clean.ts';
import { withoutCodeWord } from '../../engine/parse/codeWord.ts';
import { readInviteCode } from '../../programme/people/inviteCode.ts';

/** The invitation code that a person typed, also with the word for it in front and courtesy behind. */
export function readTypedCode(text: string): string | undefined {
  const words = withoutCodeWord(text);
  // A code may end in what looks like courtesy, so that is taken off last.
  return readInviteCode(text) ?? readInviteCode(words) ?? readInviteCode(bare(words));
}

/** A code that can be nothing else: figures alone are an answer, and letters alone a word. */
export const isInviteCode = (text: string): boolean =>
  readTypedCode(text) !== undefined && /[0-9๐-๙]/.test(text) && /[a-z]/i.test(withoutCodeWord(text));
