import { distance } from 'fastest-levenshtein';
import { arabicDigits, nameKey, plainSpelling } from '../../../programme/spelling.ts';

/** What tells a household from its neighbours. */
export type Likeness = { readonly head: string; readonly houseNo: string };

/**
 * Whether two entries are probably one household: the same house number and almost the same head. Several
 * families may live in one house, so this is asked about and never decided.
 */
export const looksAlike = (a: Likeness, b: Likeness): boolean =>
  houseNoKey(a.houseNo) === houseNoKey(b.houseNo) && similarNames(a.head, b.head);

/** A house number as it is compared: `บ้านเลขที่ ๑๒/๓ หมู่ 4`, `12 / 3` and `12-3` are one. */
export function houseNoKey(text: string): string {
  return arabicDigits(plainSpelling(text))
    .toLowerCase()
    .replace(/^(?:บ้านเลขที่|เลขที่|บ้าน|house|no)[\s.:]*(?:no[\s.:]*)?/, '')
    .replace(/\s*(?:หมู่ที่|หมู่|ม\.|moo)\s*\d+$/, '')
    .replace(/[\p{Pd}\u2212\\]/gu, '/')
    .replace(/[^\p{L}\p{M}\p{N}/]/gu, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}

/** Titles, ranks and their abbreviations; a vowel behind them belongs to a name that begins alike (นายิกา). */
const thaiTitle =
  /^(?:(?:ว่าที่\s?)?(?:[ก-ฮ]{1,3}\s?\.\s?)+|ว่าที่ร้อยตรี|นางสาว|นาง|นาย|เด็กชาย|เด็กหญิง|คุณ|นส\s)(?![\u0E30-\u0E3A\u0E45\u0E47-\u0E4E])\s*/;
const latinTitle = /^(?:mr|mrs|ms|miss|dr)(?:\.\s*|\s+)/i;
/** Tone marks and silencers are those most often left out. */
const marks = /[\u0E47-\u0E4E]/g;

/** Whether two names are probably one person's; a family name may be missing in one of them. */
export function similarNames(a: string, b: string): boolean {
  const one = partsOf(a);
  const other = partsOf(b);
  if (isNear(one.join(''), other.join(''))) return true;
  const [given = '', ...family] = one;
  const [otherGiven = '', ...otherFamily] = other;
  const lacksFamily = (family.length === 0) !== (otherFamily.length === 0);
  return lacksFamily && isNear(given, otherGiven);
}

/** Given name and family names without title, marks and case. */
function partsOf(name: string): readonly string[] {
  const bare = plainSpelling(name).replace(thaiTitle, '').replace(latinTitle, '');
  return bare
    .split(' ')
    .map((part) => nameKey(part).replace(marks, ''))
    .filter((part) => part !== '');
}

/** One edit makes one of the other; names of two letters have to be the same. */
function isNear(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) > 2 && distance(a, b) <= 1);
}
