import { lessAndLess, withoutParticles } from './particles.ts';
import { arabicDigits, orderedMarks } from './thaiMarks.ts';

const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/g;
const CONTROL = /(?!\n)\p{Cc}/gu;
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_TO_ASCII = 0xfee0;

/** What turns a digit into a keycap emoji (3️⃣). */
const KEYCAP = /[\uFE0F\u20E3]/g;

/**
 * The text as it was meant: composed (NFC), without invisible characters, full-width letters as ASCII,
 * Thai marks in order, single spaces; line breaks stay.
 * NFKC is not used: it takes sara am apart and turns 10² into 102.
 */
export function clean(text: string): string {
  const visible = text
    .replace(INVISIBLE, '')
    .replace(LINE_BREAK, '\n')
    .replace(CONTROL, ' ')
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - FULL_WIDTH_TO_ASCII));
  return orderedMarks(visible.normalize('NFC'))
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** More endings than anyone's courtesy has. */
const MOST_ENDINGS = 8;

const folded = (text: string): string =>
  arabicDigits(clean(text).toLowerCase()).replaceAll('\n', ' ').replace(KEYCAP, '');

const withoutSpaces = (text: string): string => text.replaceAll(' ', '');

/** The words of an answer alone: cleaned, on one line, lower case, Arabic digits, no courtesy at the end. */
export const bare = (text: string): string => withoutParticles(folded(text));

/** The key under which a typed command or label is looked up: neither case, nor spaces, nor courtesy matter. */
export const wordKey = (text: string): string => withoutSpaces(bare(text));

/** Labels are few, and every turn looks for all that were shown. */
const labelKeys = new Map<string, string>();
const MOST_LABELS = 1000;

/** The key of a label as it is printed: a last syllable that looks like a polite particle is its own. */
export function labelKey(label: string): string {
  const known = labelKeys.get(label);
  if (known !== undefined) return known;
  const key = withoutSpaces(folded(label));
  if (labelKeys.size >= MOST_LABELS) labelKeys.clear();
  labelKeys.set(label, key);
  return key;
}

/** The keys of the labels that may have been typed: as it stands first, then without one more polite ending each. */
export function typedKeys(text: string): readonly string[] {
  const keys: string[] = [];
  for (const rest of lessAndLess(folded(text))) {
    if (rest === '' || keys.length > MOST_ENDINGS) break;
    keys.push(withoutSpaces(rest));
  }
  return keys;
}

/** Whether the person typed this label, politely or not. */
export const sameWords = (typed: string, label: string): boolean =>
  typedKeys(typed).includes(labelKey(label));
