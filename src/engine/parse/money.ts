import { both, candidatesOf, mapReading, readingOf, unsure } from './candidates.ts';
import { bare } from './clean.ts';
import { type Decimal, isWhole, shifted, sum, toNumber, whole } from './decimal.ts';
import { type Frame, readPhrase } from './phrase.ts';
import { ambiguous, type Reading, unreadable } from './reading.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './words.ts';

const BAHT: Frame = {
  before: ['total', 'owed', 'borrowed', 'filler', 'hedge', 'baht'],
  after: ['baht', 'exactly', 'hedge'],
};
const COINS: Frame = { before: [], after: ['satang', 'salueng', 'exactly'] };
const SATANG_PER_SALUENG = 25;

/** 25,000 บาท (สองหมื่นห้าพันบาทถ้วน): said twice, as in contracts. */
const TWICE = /^([^()]*)\(([^()]+)\)$/;

/** Nothing is owed any more, in words. */
const NOTHING = new Set(['ไม่มีหนี้', 'หมดหนี้', 'หมดหนี้แล้ว', 'หมดแล้ว']);

/** Reads an amount of money, never below zero, in whole satang. */
export function readMoney(text: string): Reading<number> {
  const line = bare(text);
  if (NOTHING.has(line.replaceAll(' ', ''))) return ambiguous(0);
  const [, first = line, second] = TWICE.exec(line) ?? [];
  if (second === undefined) return readAmount(line);
  return first.trim() === '' ? readAmount(second) : readTwice(readAmount(first), readAmount(second));
}

/** What both ways of saying an amount allow; where they differ it is asked which is right. */
function readTwice(one: Reading<number>, other: Reading<number>): Reading<number> {
  if (one.kind === 'unreadable' || other.kind === 'unreadable') return unreadable;
  const values = [...candidatesOf(one), ...candidatesOf(other)];
  const common = candidatesOf(one).filter((value) => candidatesOf(other).includes(value));
  return common.length > 0 ? readingOf(common, true) : readingOf(values, false);
}

function readAmount(line: string): Reading<number> {
  const together = withDigitsTogether(line);
  const tokens = tokensOf(together);
  if (tokens === undefined) return unreadable;
  const reading = tokens.some(isCoin) ? withCoins(tokens) : inBaht(tokens);
  const satang = mapReading(reading, (value) =>
    isWhole(value) && value.digits >= 0 ? toNumber(value) : undefined,
  );
  return together === line ? satang : unsure(satang);
}

/** 25 000, 25'000, 2 5 0 0 0: digits that were set apart are most likely one figure. */
const withDigitsTogether = (line: string): string =>
  line
    .replace(/(?<=\d) ,(?=\d{3}(?!\d))/g, ',')
    .replace(/(?<=\d)[ '’](?=\d{3}(?![\d]))/g, '')
    .replace(/(?<!\d)\d(?: \d){2,}(?!\d)/g, (digits) => digits.replaceAll(' ', ''));

const isCoin = ({ kind }: Token): boolean => kind === 'satang' || kind === 'salueng';

/** Satang are baht with the point two places on: a third place is no amount. */
function inBaht(tokens: readonly Token[]): Reading<Decimal> {
  const satang = mapReading(readPhrase(tokens, BAHT).reading, (baht) => shifted(baht, 2));
  const [first, second] = tokens;
  return first?.kind === 'baht' && second && isThaiWord(second) ? withOneBaht(satang) : satang;
}

const isThaiWord = ({ kind }: Token): boolean => ['digit', 'unit', 'twenty', 'half'].includes(kind);

/** บาทห้าสิบ is one baht and fifty satang, unless "in baht: fifty" is meant. */
const withOneBaht = (satang: Reading<Decimal>): Reading<Decimal> =>
  readingOf(
    candidatesOf(satang).flatMap((value) => {
      const baht = toNumber(shifted(value, -2));
      return baht !== undefined && baht < 100 ? [whole(100 + baht), value] : [value];
    }),
    false,
  );

/** สิบบาทห้าสิบสตางค์: what follows the word baht counts satang, fewer than a hundred, or สลึง of 25 satang. */
function withCoins(tokens: readonly Token[]): Reading<Decimal> {
  const baht = tokens.findIndex(({ kind }) => kind === 'baht');
  const coins = tokens.slice(baht + 1);
  const worth = coins.some(({ kind }) => kind === 'salueng') ? SATANG_PER_SALUENG : 1;
  const satang = mapReading(readPhrase(coins, COINS).reading, ({ digits, places }) =>
    places === 0 && digits >= 0 && (baht < 0 || digits * worth < 100) ? whole(digits * worth) : undefined,
  );
  // An amount to the satang is a formal one.
  return baht < 0 ? satang : both(inBaht([...tokens.slice(0, baht + 1), { kind: 'exactly' }]), satang, sum);
}
