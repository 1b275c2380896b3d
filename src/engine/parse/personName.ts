import { bare } from './clean.ts';
import { saysDays } from './date.ts';
import { readMoney } from './money.ts';
import { readChoiceNumber, readNumber } from './number.ts';
import { isCourtesy } from './particles.ts';
import { readHave, readYesNo } from './yesNo.ts';

/** A title before a name; alone it is none. */
const titleAlone = /^(?:นาย|นาง|นางสาว|น\.?\s?ส\.?|คุณ|mr\.?|mrs\.?|ms\.?|miss|khun)$/i;
const address = /^(?:https?:\/\/|www\.)/i;

const notKnown = /^(?:ยัง)?(?:ไม่ทราบ|ไม่รู้|ไม่แน่ใจ|จำไม่ได้|unknown|not known)(?:ชื่อ)?$/i;

/** A name has two letters at least, and no figure. */
const isInLetters = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) > 1 && !/\d/.test(text);

/** Whether a text can be the name of a person: no day, number or amount, no yes or no, no courtesy or title alone. */
export function mayBeName(text: string): boolean {
  const line = bare(text);
  if (!isInLetters(line) || isCourtesy(line)) return false;
  if ([titleAlone, address, notKnown].some((none) => none.test(line))) return false;
  if (readYesNo(line).kind === 'read' || readHave(line).kind === 'read' || saysDays(line)) return false;
  return [readNumber(line), readMoney(line), readChoiceNumber(line).reading].every(
    ({ kind }) => kind === 'unreadable',
  );
}
