import { both, mapReading, unsure } from './candidates.ts';
import { type Decimal, isWhole, shifted, sum, whole } from './decimal.ts';
import { isLong, readFigure } from './figure.ts';
import { ambiguous, type Reading, read, unreadable } from './reading.ts';
import type { Token } from './words.ts';

const MILLION = 6;
const HALF: Decimal = { digits: 5, places: 1 };

/** A unit just read: 10^zeros, said bare (พันห้า) or counted (สองพัน, 2 พัน); `inner` where a larger one came before. */
interface Unit {
  readonly zeros: number;
  readonly said: 'bare' | 'counted';
  readonly inner: boolean;
}

interface Term {
  readonly value: Reading<Decimal>;
  readonly unit: Unit;
  readonly length: number;
}

/**
 * Reads a Thai number of words, figures or both (สองหมื่นห้า, 2 หมื่น 5 พัน, 2.5 หมื่น).
 * A formal amount (…บาทถ้วน) may mean a last digit as it is written and not as the next lower unit.
 */
export function thaiNumeral(tokens: readonly Token[], formal: boolean): Reading<Decimal> {
  const million = tokens.findIndex((token) => token.kind === 'unit' && token.zeros === MILLION);
  if (million < 0) return dozens(tokens, formal) ?? series(tokens, undefined, formal);
  const unit: Unit = { zeros: MILLION, said: million === 0 ? 'bare' : 'counted', inner: false };
  const value = mapReading(millions(tokens.slice(0, million)), (count) => shifted(count, MILLION));
  return continued(value, tokens.slice(million + 1), unit, formal);
}

/** สิบเอ็ดหมื่น, ยี่สิบห้าพันสอง: nobody counts so in tens but it is understood, to be confirmed; whole thousands are sure. */
function dozens(tokens: readonly Token[], formal: boolean): Reading<Decimal> | undefined {
  const at = tokens.findIndex((token) => token.kind === 'unit' && token.zeros > 1);
  const top = tokens[at];
  const count = tokens.slice(0, Math.max(at, 0));
  if (top?.kind !== 'unit' || top.zeros < 3 || count.every(({ kind }) => kind !== 'unit')) return undefined;
  const value = mapReading(series(count, undefined, false), (tens) => shifted(tens, top.zeros));
  const rest = tokens.slice(at + 1);
  if (top.zeros === 3 && rest.length === 0) return value;
  return unsure(continued(value, rest, { zeros: top.zeros, said: 'counted', inner: false }, formal));
}

function millions(tokens: readonly Token[]): Reading<Decimal> {
  if (tokens.length === 0) return read(whole(1));
  return tokens.length === 1 && tokens[0]?.kind === 'half' ? read(HALF) : series(tokens, undefined, false);
}

/** Terms of falling units, then a tail; `above` is the unit before them. */
function series(tokens: readonly Token[], above: Unit | undefined, formal: boolean): Reading<Decimal> {
  const term = firstTerm(tokens, above);
  if (term !== undefined) return continued(term.value, tokens.slice(term.length), term.unit, formal);
  return above === undefined ? unitless(tokens) : tail(tokens, above, formal);
}

/** The value and what follows it; after a part of a unit (2.5 หมื่น, ครึ่งล้าน) nothing may follow. */
function continued(
  value: Reading<Decimal>,
  rest: readonly Token[],
  unit: Unit,
  formal: boolean,
): Reading<Decimal> {
  if (rest.length === 0) return value;
  if (value.kind !== 'read' || trailingZeros(value.value) < unit.zeros) return unreadable;
  return both(value, series(rest, unit, formal), sum);
}

function trailingZeros(value: Decimal): number {
  const text = String(value.digits);
  return text.length - text.replace(/0+$/, '').length - value.places;
}

/** A unit with its count at the head of the tokens, if they begin with one. */
function firstTerm(tokens: readonly Token[], above: Unit | undefined): Term | undefined {
  const [head, next] = tokens;
  const inner = above !== undefined;
  if (head?.kind === 'unit') {
    // Inside a number only สิบ goes without a count: สองร้อยสิบ, but never สองหมื่นพัน.
    const fits = above === undefined || (head.zeros === 1 && above.zeros > 1);
    return fits ? term(read(whole(1)), { zeros: head.zeros, said: 'bare', inner }, 1) : undefined;
  }
  if (head === undefined || next?.kind !== 'unit' || (above !== undefined && next.zeros >= above.zeros)) {
    return undefined;
  }
  const count = countOf(head, next.zeros, above);
  return count && term(count, { zeros: next.zeros, said: 'counted', inner }, 2);
}

const term = (count: Reading<Decimal>, unit: Unit, length: number): Term => ({
  value: mapReading(count, (value) => shifted(value, unit.zeros)),
  unit,
  length,
});

function countOf(head: Token, zeros: number, above: Unit | undefined): Reading<Decimal> | undefined {
  switch (head.kind) {
    case 'digit':
      return head.value > 0 ? read(whole(head.value)) : undefined;
    case 'twenty':
      return zeros === 1 ? read(whole(2)) : undefined;
    case 'half':
      return above === undefined ? read(HALF) : undefined;
    case 'figure':
      if (above !== undefined) return /^[1-9]$/.test(head.text) ? readFigure(head.text) : undefined;
      // In "1 สิบสอง" the figure may stand by itself.
      return zeros === 1 || isLong(head.text) ? unsure(readFigure(head.text)) : readFigure(head.text);
    default:
      return undefined;
  }
}

function unitless([only, ...others]: readonly Token[]): Reading<Decimal> {
  if (others.length > 0) return unreadable;
  if (only?.kind === 'digit') return read(whole(only.value));
  return only?.kind === 'figure' ? readFigure(only.text) : unreadable;
}

/** What stands after the last unit: เอ็ด, ครึ่ง, one digit or a figure. */
function tail([only, ...others]: readonly Token[], unit: Unit, formal: boolean): Reading<Decimal> {
  if (others.length > 0) return unreadable;
  switch (only?.kind) {
    case 'ones':
      return read(whole(1));
    case 'half':
      return unit.zeros > 1 ? read(shifted(HALF, unit.zeros)) : unreadable;
    case 'digit':
      return only.value > 0 ? lastDigit(only.value, unit, formal) : unreadable;
    case 'figure':
      return unit.said === 'bare' && !unit.inner
        ? afterBareUnit(only.text, unit, formal)
        : lastFigure(only.text, unit, formal);
    default:
      return unreadable;
  }
}

/**
 * One digit after a unit: สิบห้า is 15, พันห้า 1,500. Where both 1,005 and 1,500 may be meant it is asked about: after
 * ร้อย, after a unit within a larger number (หกหมื่นสองพันหก), where it is หนึ่ง, and in a formal amount.
 */
function lastDigit(digit: number, unit: Unit, formal: boolean): Reading<Decimal> {
  const literal = whole(digit);
  const lower = whole(digit * 10 ** (unit.zeros - 1));
  if (unit.zeros === 1) return read(literal);
  // ร้อยนึง, พันนึง: most often the unit itself.
  if (unit.said === 'bare' && digit === 1 && !unit.inner) {
    return unit.zeros === 2 ? ambiguous(whole(0), literal, lower) : ambiguous(whole(0), lower);
  }
  if (unit.zeros === 2) return ambiguous(literal, lower);
  return formal || unit.inner || digit === 1 ? ambiguous(lower, literal) : read(lower);
}

/** A figure after a unit that nothing counts: ล้าน 5 may be a million and a half; ล้าน 25000 are two things. */
const afterBareUnit = (text: string, unit: Unit, formal: boolean): Reading<Decimal> =>
  text.length === 1 ? unsure(lastFigure(text, unit, formal)) : unreadable;

/** A figure after a unit: 2 หมื่น 5000 is 25,000; one with too few digits (1 ล้าน 25) is asked about. */
function lastFigure(text: string, unit: Unit, formal: boolean): Reading<Decimal> {
  const figure = readFigure(text);
  if (figure.kind !== 'read' || !isWhole(figure.value) || figure.value.digits === 0) return unreadable;
  const digits = figure.value.digits;
  const length = String(digits).length;
  if (length !== text.replaceAll(',', '').length || length > unit.zeros) return unreadable;
  if (length === 1) return lastDigit(digits, unit, formal);
  if (length >= unit.zeros - 1) return read(figure.value);
  return ambiguous(figure.value, whole(digits * 10 ** (unit.zeros - length)));
}
