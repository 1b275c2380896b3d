import { unsure } from './candidates.ts';
import { type Decimal, isWhole, toNumber } from './decimal.ts';
import { englishNumeral, isEnglish } from './englishNumeral.ts';
import { type Reading, unreadable } from './reading.ts';
import { thaiNumeral } from './thaiNumeral.ts';
import type { Token } from './words.ts';

export const isPoint = ({ kind }: Token): boolean => kind === 'dot' || kind === 'point';

/** Reads one number in Thai or English words, in figures, or in figures with units. */
export function readNumeral(tokens: readonly Token[], formal: boolean): Reading<Decimal> {
  const point = tokens.findIndex(isPoint);
  if (point >= 0) return withSpokenPoint(tokens, point, formal);
  return isEnglish(tokens) ? englishNumeral(tokens) : thaiNumeral(tokens, formal);
}

/** สองจุดห้าหมื่น, two point five million: the point and its digits become a figure, and all is read again. */
function withSpokenPoint(tokens: readonly Token[], point: number, formal: boolean): Reading<Decimal> {
  const before = readNumeral(tokens.slice(0, point), false);
  const integer = before.kind === 'read' && isWhole(before.value) ? toNumber(before.value) : undefined;
  const after = tokens.slice(point + 1);
  const digits = after.map(fractionDigits);
  const end = digits.indexOf(undefined);
  const fraction = end < 0 ? digits : digits.slice(0, end);
  if (integer === undefined || fraction.length === 0) return unreadable;
  const figure: Token = { kind: 'figure', text: `${integer}.${fraction.join('')}` };
  const reading = readNumeral([figure, ...after.slice(fraction.length)], formal);
  return isCutShort(tokens.slice(0, point), integer) ? unsure(reading) : reading;
}

/** สองล้านจุดห้า: hardly two million and a half baht; most likely the unit was said too early. */
const isCutShort = (before: readonly Token[], integer: number): boolean =>
  integer % 100 === 0 && before.some(({ kind }) => kind === 'unit' || kind === 'scale' || kind === 'hundred');

function fractionDigits(token: Token): string | undefined {
  if (token.kind === 'figure') return /^\d+$/.test(token.text) ? token.text : undefined;
  return (token.kind === 'digit' || token.kind === 'english') && token.value < 10
    ? String(token.value)
    : undefined;
}
