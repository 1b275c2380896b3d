/**
 * One spelling for what looks the same on paper: composed characters, no invisible characters,
 * one space between words, the vowels that are often typed in two strokes written in one.
 */
export function plainSpelling(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Cc}/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/เเ/g, 'แ')
    .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33')
    .replace(/([\u0E48-\u0E4B])\u0E4D\u0E32/g, '$1\u0E33')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Thai digits as Arabic ones. */
export const arabicDigits = (text: string): string =>
  text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));

/** Names that differ only in spaces, punctuation, letter case or digits' script are the same name. */
export function nameKey(text: string): string {
  return arabicDigits(plainSpelling(text))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
