/** What stands above, below or after a Thai consonant and may be typed in another order. */
const MARKS = /[\u0E31-\u0E3A\u0E47-\u0E4E]{2,}/g;
const TONE_OR_SIGN = /[\u0E47-\u0E4E]/;
const SARA_AA = '\u0E32';
const SARA_AM = '\u0E33';
const NIKHAHIT = '\u0E4D';
const THAI_ZERO = 0x0e50;

/**
 * Thai marks in their one right order: vowel, tone, then sara aa or sara am, each once.
 * Keyboards let them be typed in any order and twice, and the result looks the same; NFC repairs only some of it.
 */
export const orderedMarks = (text: string): string => text.replaceAll('เเ', 'แ').replace(MARKS, inOrder);

function inOrder(run: string): string {
  const marks = new Set(run);
  if (marks.has(SARA_AA) && marks.delete(NIKHAHIT)) {
    marks.delete(SARA_AA);
    marks.add(SARA_AM);
  }
  return [...marks].sort((a, b) => place(a) - place(b)).join('');
}

function place(mark: string): number {
  if (mark === SARA_AM || mark === SARA_AA) return 2;
  return TONE_OR_SIGN.test(mark) ? 1 : 0;
}

/** Thai digits as Arabic ones. */
export const arabicDigits = (text: string): string =>
  text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
