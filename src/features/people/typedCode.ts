import { bare } from '../../engine/parse/clean.ts';
import { withoutCodeWord } from '../../engine/parse/codeWord.ts';
import { saysDay } from '../../engine/parse/date.ts';
import { readMoney } from '../../engine/parse/money.ts';
import { readNumber } from '../../engine/parse/number.ts';
import { readInviteCode } from '../../programme/people/inviteCode.ts';

/** The invitation code that a person typed, also with the word for it in front and courtesy behind. */
export function readTypedCode(text: string): string | undefined {
  const words = withoutCodeWord(text);
  // A code may end in what looks like courtesy, so that is taken off last.
  return readInviteCode(text) ?? readInviteCode(words) ?? readInviteCode(bare(words));
}

/** A code that can be nothing else: figures alone are an answer, letters alone a word, and "9 May 2022" is a day. */
export const isInviteCode = (text: string): boolean =>
  readTypedCode(text) !== undefined &&
  /[0-9๐-๙]/.test(text) &&
  /[a-z]/i.test(withoutCodeWord(text)) &&
  !saysDay(text) &&
  readNumber(text).kind === 'unreadable' &&
  readMoney(text).kind === 'unreadable';
