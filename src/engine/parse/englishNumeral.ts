import { mapReading, unsure } from './candidates.ts';
import { type Decimal, shifted, whole } from './decimal.ts';
import { isLong, readFigure } from './figure.ts';
import { type Reading, read, unreadable } from './reading.ts';
import type { Token } from './words.ts';

const ENGLISH: readonly Token['kind'][] = ['english', 'hundred', 'scale', 'and', 'article'];

export const isEnglish = (tokens: readonly Token[]): boolean =>
  tokens.some(({ kind }) => ENGLISH.includes(kind));

/** Reads an English number: twenty-one, a hundred and five, two thousand five hundred, 20k, 1.2 million. */
export function englishNumeral(tokens: readonly Token[]): Reading<Decimal> {
  const [count, scale] = tokens;
  if (count?.kind === 'figure' && scale?.kind === 'scale' && tokens.length === 2) {
    const value = mapReading(readFigure(count.text), (figure) => shifted(figure, scale.zeros));
    return isLong(count.text) ? unsure(value) : value;
  }
  if (count?.kind === 'half') return halfOf(tokens.slice(1));
  const value = inWords(tokens);
  return value === undefined ? unreadable : read(whole(value));
}

/** Half a million. */
function halfOf(tokens: readonly Token[]): Reading<Decimal> {
  const [scale, ...others] = tokens.filter(({ kind }) => kind !== 'article');
  return scale?.kind === 'scale' && others.length === 0
    ? read(shifted({ digits: 5, places: 1 }, scale.zeros))
    : unreadable;
}

/** The part of a number that is still being said: `total` is closed by its scales, `group` is below a thousand. */
interface Said {
  readonly total: number;
  readonly group: number | undefined;
  readonly lastZeros: number;
}

function inWords(tokens: readonly Token[]): number | undefined {
  let said: Said | undefined = { total: 0, group: undefined, lastZeros: Number.POSITIVE_INFINITY };
  for (const [i, token] of tokens.entries()) {
    said = said && heard(said, token, tokens[i - 1], tokens[i + 1]);
  }
  return said && said.total + (said.group ?? 0);
}

function heard(said: Said, token: Token, before?: Token, after?: Token): Said | undefined {
  const { total, group, lastZeros } = said;
  switch (token.kind) {
    case 'figure':
      // 5 thousand 2 hundred: whole figures count their units.
      return /^[1-9]\d{0,2}$/.test(token.text) && isMultiplier(after) && group === undefined
        ? { ...said, group: Number(token.text) }
        : undefined;
    case 'english':
      return canAdd(said, token.value) ? { ...said, group: (group ?? 0) + token.value } : undefined;
    case 'article':
      return group === undefined && isMultiplier(after) ? { ...said, group: 1 } : undefined;
    case 'hundred':
      return group !== undefined && group > 0 && group < 100 ? { ...said, group: group * 100 } : undefined;
    case 'scale': {
      if (group === undefined || group === 0 || token.zeros >= lastZeros) return undefined;
      return { total: total + group * 10 ** token.zeros, group: undefined, lastZeros: token.zeros };
    }
    case 'and':
      return isMultiplier(before) && after?.kind === 'english' ? said : undefined;
    default:
      return undefined;
  }
}

const isMultiplier = (token: Token | undefined): boolean =>
  token?.kind === 'hundred' || token?.kind === 'scale';

/** A ten or a small number may follow whole hundreds, and one to nine a ten; zero only stands alone. */
function canAdd({ total, group }: Said, value: number): boolean {
  if (value === 0) return total === 0 && group === undefined;
  if (group === undefined || (group > 0 && group % 100 === 0)) return true;
  return group % 10 === 0 && group % 100 >= 20 && value < 10;
}
