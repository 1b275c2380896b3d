import { distance } from 'fastest-levenshtein';
import { saysDay } from '../../../engine/parse/date.ts';
import { readMoney } from '../../../engine/parse/money.ts';
import { readChoiceNumber, readNumber } from '../../../engine/parse/number.ts';
import { nameKey, plainSpelling } from '../../../programme/spelling.ts';
import { type OutsideKind, outsideLenders, villageFundWords } from './outsideLenders.ts';

/** What a text says that was typed where a fund or group of the village is asked for. */
export type FundReading =
  /** A fund, by the name of the known one where it is known. */
  | { readonly kind: 'fund'; readonly name: string }
  /** A number, an amount or a day, or nothing with letters in it. */
  | { readonly kind: 'noName' }
  | { readonly kind: 'outside'; readonly lender: OutsideKind }
  /** A village fund's word beside a lender outside, such as กทบ.กรุงศรี. */
  | { readonly kind: 'both'; readonly lender: OutsideKind }
  /** Almost the name of a known fund, or its beginning. */
  | { readonly kind: 'near'; readonly known: readonly string[] };

/** Reads the name of a fund; one that the center or the household knows always wins, whatever it is called. */
export function readFundName(text: string, known: readonly string[]): FundReading {
  const key = nameKey(text);
  const same = known.find((fund) => nameKey(fund) === key);
  if (same !== undefined) return { kind: 'fund', name: same };
  if (!/\p{L}/u.test(text) || isFigure(text) || saysDay(text)) return { kind: 'noName' };
  const lender = outsideKind(text);
  if (lender) return { kind: hasVillageWord(key) ? 'both' : 'outside', lender };
  const near = known.filter((fund) => isNear(key, nameKey(fund)));
  return near.length > 0 ? { kind: 'near', known: near.slice(0, mostNear) } : { kind: 'fund', name: text };
}

/** Known funds that are offered for one name. */
const mostNear = 4;

const isFigure = (text: string): boolean =>
  [readNumber(text), readMoney(text), readChoiceNumber(text).reading].some(
    ({ kind }) => kind !== 'unreadable',
  );

const villageKeys = villageFundWords.map(nameKey);
const hasVillageWord = (key: string): boolean => villageKeys.some((word) => key.includes(word));

const listed = (kind: OutsideKind) =>
  outsideLenders[kind].map((name) => ({ kind, key: nameKey(name), words: latinWords(name) }));
const lenders = [...listed('informal'), ...listed('institution')];

/** Which kind of lender outside a name is, the village's own words for its funds left out. */
export function outsideKind(text: string): OutsideKind | undefined {
  const key = villageKeys.reduce((rest, word) => rest.replaceAll(word, ' '), nameKey(text));
  const latin = latinWords(text);
  const found = lenders.find(({ key: lender, words }) =>
    words ? latin?.includes(words) && key.includes(lender) : key.includes(lender),
  );
  return found?.kind;
}

/** The words of a text in Latin letters, between spaces; nothing where it has none. */
function latinWords(text: string): string | undefined {
  const words = plainSpelling(text)
    .toLowerCase()
    .match(/[a-z]+/g);
  return words ? ` ${words.join(' ')} ` : undefined;
}

/** Fewest letters of a name's beginning by which a known fund is offered. */
const shortestBeginning = 8;

/** Whether a name is a known fund's with a slip or two, or the beginning of one. */
function isNear(key: string, known: string): boolean {
  if (isAlmost(key, known)) return true;
  const lengths = [0, 1, 2].map((more) => key.length + more);
  return key.length >= shortestBeginning && lengths.some((length) => isAlmost(key, known.slice(0, length)));
}

/** One letter in eight may differ, and one in shorter names; other figures make other funds (หมู่ 3, หมู่ 4). */
function isAlmost(key: string, known: string): boolean {
  const figures = (name: string) => name.replace(/\D/g, '');
  const shorter = Math.min(key.length, known.length);
  const allowed = shorter < 4 ? 0 : Math.max(1, Math.floor(shorter / 8));
  return figures(key) === figures(known) && distance(key, known) <= allowed;
}
