import { ambiguous, type Reading, read } from '../../../src/engine/parse/reading.ts';

export const DIGITS = ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
export const UNITS = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน', 'ล้าน'];

/** A whole number below ten million in Thai words, as it is taught in school. */
export function spell(n: number): string {
  if (n === 0) return 'ศูนย์';
  return [...String(n)]
    .map(Number)
    .map((digit, i, all) => word(digit, all.length - 1 - i, n > 10))
    .join('');
}

function word(digit: number, place: number, afterOthers: boolean): string {
  if (digit === 0) return '';
  if (place === 0) return digit === 1 && afterOthers ? 'เอ็ด' : `${DIGITS[digit]}`;
  if (place === 1) return `${digit === 1 ? '' : digit === 2 ? 'ยี่' : DIGITS[digit]}สิบ`;
  return `${DIGITS[digit]}${UNITS[place]}`;
}

/**
 * What `spell(n)` must be taken for. School spelling writes 20,005 and speech 25,000 with the same words: after a lone
 * พัน or more speech wins; after ร้อย, and where a larger unit stands before, the person is asked.
 */
export function meant(n: number): Reading<number> {
  const last = n % 10;
  const above = [...String(n).slice(0, -1)].reverse();
  const place = above.findIndex((digit) => digit !== '0') + 1;
  if (last < 2 || place < 2) return read(n);
  const short = n - last + last * 10 ** (place - 1);
  if (place === 2) return ambiguous(n, short);
  const isLone = above.filter((digit) => digit !== '0').length === 1;
  return isLone ? read(short) : ambiguous(short, n);
}
