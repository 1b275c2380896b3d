/** Slips of the finger and of the ear in number words, which change no meaning, and what is meant. */
const SLIPS: readonly (readonly [slip: RegExp, meant: string])[] = [
  [/ยี่?บ/g, 'ยี่สิบ'],
  [/ยิบ/g, 'ยี่สิบ'],
  [/หนื่ง/g, 'หนึ่ง'],
  [/(?:^|มี|อยู่) ?คนเดียว$/, 'หนึ่งคน'],
  [/หม[ืีึ]่?้?่?น/g, 'หมื่น'],
  [/(?:per year|per annum|p\.?a|a year)$/g, 'yearly'],
  [/\b(?:more|less|fewer) than\b|\bapprox\.|\bat (?:least|most)\b|\bup to\b/g, 'about'],
  [/สี(?=สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน)/g, 'สี่'],
];

/** The text with the number words as they are spelt. */
export const withoutSlips = (text: string): string =>
  SLIPS.reduce((line, [slip, meant]) => line.replace(slip, meant), text);
