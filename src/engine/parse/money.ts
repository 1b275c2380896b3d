import { both, mapReading } from './candidates.ts';
import { bare } from './clean.ts';
import { type Decimal, isWhole, shifted, sum, toNumber } from './decimal.ts';
import { type Frame, readPhrase } from './phrase.ts';
import { type Reading, unreadable } from './reading.ts';
import { tokenize } from './tokens.ts';
import type { Token } from './words.ts';

const BAHT: Frame = { before: ['total', 'filler', 'hedge', 'baht'], after: ['baht', 'exactly', 'hedge'] };
const SATANG: Frame = { before: [], after: ['satang', 'exactly'] };

/** Reads an amount of money, never below zero, in whole satang. */
export function readMoney(text: string): Reading<number> {
  const tokens = tokenize(bare(text));
  if (tokens === undefined) return unreadable;
  const reading = tokens.some(isSatang) ? withSatang(tokens) : inBaht(tokens);
  return mapReading(reading, (satang) =>
    isWhole(satang) && satang.digits >= 0 ? toNumber(satang) : undefined,
  );
}

const isSatang = ({ kind }: Token): boolean => kind === 'satang';

/** Satang are baht with the point two places on: a third place is no amount. */
const inBaht = (tokens: readonly Token[]): Reading<Decimal> =>
  mapReading(readPhrase(tokens, BAHT).reading, (baht) => shifted(baht, 2));

/** สิบบาทห้าสิบสตางค์: what follows the word baht counts satang, fewer than a hundred. */
function withSatang(tokens: readonly Token[]): Reading<Decimal> {
  const baht = tokens.findIndex(({ kind }) => kind === 'baht');
  const satang = mapReading(readPhrase(tokens.slice(baht + 1), SATANG).reading, (value) =>
    isWhole(value) && value.digits >= 0 && value.digits < 100 ? value : undefined,
  );
  // An amount to the satang is a formal one.
  return baht < 0 ? satang : both(inBaht([...tokens.slice(0, baht + 1), { kind: 'exactly' }]), satang, sum);
}
