import { clean } from '../../../engine/parse/clean.ts';
import { saysDays, saysTime } from '../../../engine/parse/date.ts';
import { readMoney } from '../../../engine/parse/money.ts';
import { readChoiceNumber, readNumber } from '../../../engine/parse/number.ts';
import { arabicDigits } from '../../../engine/parse/thaiMarks.ts';
import { isDoubtfulName, isKindName, readFundName } from './fundName.ts';
import { isFreeForATime, readNoInterest } from './noInterest.ts';
import { holdsOverdue, type Overdue, readOverdue } from './overdueWords.ts';
import { bareFigure, nameIn, type Piece, piecesOf, type Said, understood } from './pieces.ts';

/** What one line says of a contract, each with its words; what is not clear gives no answer. */
export type ContractLine = {
  readonly fund?: Said<string>;
  /** Whole satang. */
  readonly outstanding?: Said<number>;
  /** Percent a year. */
  readonly rate?: Said<number>;
  readonly overdue?: Said<Overdue>;
  readonly unclear: readonly string[];
};

type Figure =
  | { readonly kind: 'money'; readonly satang: number }
  | { readonly kind: 'rate'; readonly percent: number }
  | { readonly kind: 'bare'; readonly number: number }
  | { readonly kind: 'overdue'; readonly overdue: Overdue }
  /** `ข้อ 1`: a known fund, by its number in the list that is shown. */
  | { readonly kind: 'item'; readonly no: number }
  | { readonly kind: 'unsure' };

/** What makes a number the interest: a sign of percent, or the word. */
const ofRate = /%|อัตรา|ร้อยละ|เปอร์เซ็นต์|ดอกเบี้ย|ดอก|ต่อปี|percent|interest|rate/i;
/** Words that the figure of a rate follows. */
const opensRate = /(?:อัตรา|ร้อยละ|ดอกเบี้ย|ดอก|interest|rate)$/i;
/** A bare rate stands beside an amount, and is told from it by their sizes. */
const mostBareRate = 100;
const leastBareAmount = 1000;
const satangPerBaht = 100;

/**
 * Reads a contract of one line, in any order: `กทบ 25000 6 เกินกำหนด`. Absent where the text says no more than a name
 * or a day, or is the name of a known fund.
 */
export function readContractLine(text: string, known: readonly string[]): ContractLine | undefined {
  if (saysDays(text)) return undefined;
  if (isKnown(text, known)) return undefined;
  const pieces = piecesOfLine(text);
  const figures = understood(pieces);
  const { name, lost } = nameIn(pieces, (words) => isKnown(words, known));
  const isNamed = figures.length < pieces.length;
  if (figures.length === 0 || (!isNamed && figures.length < 2)) return undefined;
  const line = figuresIn(figures);
  // "กทบ. 2" is a name.
  const [only] = figures;
  if (figures.length === 1 && only?.value.kind === 'bare' && !line.outstanding) return undefined;
  const { fund, left } = fundIn(name, figures, known);
  return { ...(fund && { fund }), ...line, unclear: [...left, ...lost, ...line.unclear] };
}

/** What of a contract is asked for: a small figure alone there is the rate, and no amount. */
type AskedFor = 'outstanding' | 'rate';

/**
 * Reads the rest of a contract behind its name, where its amount or its rate is asked for: `25000 6 เกินกำหนด`. Absent
 * where the text is one answer, or where a word of it is not understood.
 */
export function readContractRest(text: string, asked: AskedFor): ContractLine | undefined {
  if (saysDays(text)) return undefined;
  const pieces = piecesOfLine(text);
  const figures = understood(pieces);
  const isAll = figures.length === pieces.length && figures.every(({ value }) => value.kind !== 'item');
  if (!isAll || figures.length < 2) return undefined;
  const line = figuresIn(figures, asked === 'rate');
  return [line.outstanding, line.rate, line.overdue].some((one) => one !== undefined) ? line : undefined;
}

/** What stands in the line of a contract: figures and states that were understood, and other words. */
export const piecesOfLine = (text: string): readonly Piece<Figure>[] =>
  withUnits(piecesOf(withPartsApart(text), readFigure));

/** A house, a day or the number of a contract of a year: its slash parts no answers. */
const slashed = /^\D*\d{1,3}(?:\/\d{1,4})+$/;
const slashBetween = /\/(?!(?:ปี|เดือน|วัน|งวด|สัปดาห์|ครั้ง|y|m|w|d))/gi;
/** Before an amount that is written to a word: กทบ.25000. */
const beforeAmount = /(?<=\p{Script=Thai}\.?|[a-z]{2}\.?)(?=\d{4}|\d{1,3},\d{3})/giu;

/** The line with a space wherever one answer ends: `กทบ25000/6%/เกินกำหนด`. */
const withPartsApart = (text: string): string =>
  arabicDigits(clean(text))
    .split(' ')
    .map((word) => (slashed.test(word) ? word : word.replace(slashBetween, ' ')))
    .join(' ')
    .replace(beforeAmount, ' ')
    .replace(/สัญญา (?=เลขที่|ที่|ฉบับที่)/g, 'สัญญา');

/** The fund by its name, or by its number in the list; what may be more than a name, or is said twice, is none. */
function fundIn(
  name: string | undefined,
  figures: readonly Said<Figure>[],
  known: readonly string[],
): { readonly fund?: Said<string>; readonly left: readonly string[] } {
  const items = figures.filter(({ value }) => value.kind === 'item');
  const [item, ...others] = items;
  if (name !== undefined && !item && (isKnown(name, known) || !isDoubtfulName(name)))
    return { fund: fundOf(name, known), left: [] };
  const chosen = item?.value.kind === 'item' ? known[item.value.no - 1] : undefined;
  if (name === undefined && item && chosen !== undefined && others.length === 0)
    return { fund: { words: item.words, value: chosen }, left: [] };
  return { left: [...(name === undefined ? [] : [name]), ...items.map(({ words }) => words)] };
}

/** Words of time or number beside a figure, by which it is neither the amount nor the interest of a year. */
const unitBehind =
  /^(?:ต่อ|\/|per )?(?:เดือน|งวด|วัน|สัปดาห์|ไตรมาส|ปี|ครั้ง|เท่า|คน|ไร่|months?|monthly|weeks?|days?|years?|instal)(?!ละ)|^(?:แห่ง|ราย|บัญชี|สัญญา|contracts?|accounts?)$/i;
const unitBefore =
  /^(?:เดือนละ|วันละ|งวดละ|สัปดาห์ละ|ปี|พ\.ศ\.|สัญญา|สัญญาปี|(?:สัญญา)?(?:เลขที่|ที่|ฉบับที่)|เลขที่สัญญา|เลขสัญญา|contract|contract no\.?|year)$/i;

type Figures = Piece<Figure>;

/** A figure beside such a word is unclear, together with the word. */
function withUnits(pieces: readonly Figures[]): readonly Figures[] {
  const joined: Figures[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isNumber = (one: Figures | undefined) =>
      one?.value && one.value.kind !== 'overdue' && one.value.kind !== 'item';
    const isUnit =
      (isNumber(last) && piece.value === undefined && unitBehind.test(piece.words)) ||
      (isNumber(piece) && last?.value === undefined && last && unitBefore.test(last.words));
    if (!isUnit || !last) joined.push(piece);
    else joined.splice(-1, 1, { words: `${last.words} ${piece.words}`, value: { kind: 'unsure' } });
  }
  return joined;
}

function isKnown(words: string, known: readonly string[]): boolean {
  const reading = readFundName(words, known);
  return reading.kind === 'fund' && known.includes(reading.name);
}

function fundOf(words: string, known: readonly string[]): Said<string> {
  const reading = readFundName(words, known);
  return { words, value: reading.kind === 'fund' ? reading.name : words };
}

function readFigure(words: string): Figure | undefined {
  const state = readOverdue(words);
  if (state.kind === 'read') return { kind: 'overdue', overdue: state.value };
  // "เกิน" alone leans to one side, and is no part of a name.
  if (state.kind === 'ambiguous' && leansByItself.test(words)) return { kind: 'unsure' };
  if (readNoInterest(words).kind === 'read') return { kind: 'rate', percent: 0 };
  // A day is neither an amount nor a rate, and no part of a name.
  if (isFreeForATime(words) || saysTime(words)) return { kind: 'unsure' };
  // "เงินล้าน" is a fund, and no million.
  if (isKindName(words) || isKindName(words.split(' ')[0] ?? '')) return undefined;
  if (anyRange.test(words) || splitNumber.test(words)) return { kind: 'unsure' };
  // Two figures are no one figure, and what is overdue is none of its words (ไม่เกิน 6 is another thing).
  if (figuresOf(words) > 1 || holdsOverdue(words)) return undefined;
  const { reading: listed, itemWord } = readChoiceNumber(words);
  if (itemWord && listed.kind === 'read') return { kind: 'item', no: listed.value };
  const number = bareFigure(words);
  if (number !== undefined) return { kind: 'bare', number };
  if (opensRate.test(words)) return undefined;
  if (ofRate.test(words)) {
    const reading = readNumber(words);
    // "สองหมื่น 6%" is an amount and a rate.
    if (reading.kind === 'read')
      return reading.value <= mostBareRate ? { kind: 'rate', percent: reading.value } : undefined;
    return reading.kind === 'ambiguous' ? { kind: 'unsure' } : undefined;
  }
  const reading = readMoney(words);
  // "ค้างชำระ 6" says that it is overdue, and then the interest.
  if (
    reading.kind === 'read' &&
    saysOverdueFirst.test(words) &&
    reading.value < leastBareAmount * satangPerBaht
  )
    return undefined;
  if (reading.kind === 'read') return { kind: 'money', satang: reading.value };
  return reading.kind === 'ambiguous' ? { kind: 'unsure' } : undefined;
}

/** Words that say how a debt stands, and nothing else (unlike มี or ใช่). */
const leansByItself = /เกิน|ค้าง|กำหนด|หนี้เสีย|npl|due/i;
const saysOverdueFirst = /^ค้างชำระ/;
/** "2-3 หมื่น", "25000-30000", "-25000": no one figure. */
const anyRange =
  /^(?:-\d[\d.,]*|\d[\d.,]*\s*[-–~]\s*\d[\d.,]*)(?:\s*(?:ร้อย|พัน|หมื่น|แสน|ล้าน|บาท|%|percent|baht))*$/i;
/** "สองหมื่น หก" is 26,000, or 20,000 and 6. */
const splitNumber = /^\S*(?:ร้อย|พัน|หมื่น|แสน|ล้าน)\s+(?:หนึ่ง|เอ็ด|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)$/;

const figuresOf = (words: string): number => words.match(/\d[\d.,]*/g)?.length ?? 0;

/** Which figure is the amount and which the rate; a second one for the same place makes both unclear. */
function figuresIn(figures: readonly Said<Figure>[], isRateAsked = false): Omit<ContractLine, 'fund'> {
  const amounts: Said<number>[] = [];
  const rates: Said<number>[] = [];
  const states: Said<Overdue>[] = [];
  const unclear: string[] = [];
  const hasAmount = figures.some(({ value }) => isAmount(value));
  const hasRate = figures.some(({ value }) => value.kind === 'rate');
  for (const { words, value } of figures) {
    switch (value.kind) {
      case 'money':
        amounts.push({ words, value: value.satang });
        break;
      case 'rate':
        rates.push({ words, value: value.percent });
        break;
      case 'overdue':
        states.push({ words, value: value.overdue });
        break;
      case 'bare':
        if (isAmount(value) || (hasRate && !hasAmount && !isRateAsked))
          amounts.push({ words, value: value.number * satangPerBaht });
        else if (value.number <= mostBareRate && (hasAmount || isRateAsked))
          rates.push({ words, value: value.number });
        else unclear.push(words);
        break;
      case 'item':
        // It tells the fund.
        break;
      case 'unsure':
        unclear.push(words);
        break;
      default:
        return value satisfies never;
    }
  }
  const [outstanding, rate, overdue] = [
    single(amounts, unclear),
    single(rates, unclear),
    single(states, unclear),
  ];
  return { ...(outstanding && { outstanding }), ...(rate && { rate }), ...(overdue && { overdue }), unclear };
}

/** Sure to be an amount: said in baht, or too large for a rate. */
export const isAmount = (figure: Figure): boolean =>
  figure.kind === 'money' || (figure.kind === 'bare' && figure.number >= leastBareAmount);

function single<V>(all: readonly Said<V>[], unclear: string[]): Said<V> | undefined {
  const [one, ...others] = all;
  if (others.length === 0) return one;
  unclear.push(...all.map(({ words }) => words));
  return undefined;
}
