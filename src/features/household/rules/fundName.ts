import { distance } from 'fastest-levenshtein';
import { clean } from '../../../engine/parse/clean.ts';
import { saysDays } from '../../../engine/parse/date.ts';
import { readMoney } from '../../../engine/parse/money.ts';
import { readChoiceNumber, readNumber } from '../../../engine/parse/number.ts';
import { withoutParticles } from '../../../engine/parse/particles.ts';
import { arabicDigits } from '../../../engine/parse/thaiMarks.ts';
import {
  fundWords,
  kindKeys,
  villageFundKeys,
  villageFundWords,
} from '../../../programme/center/fundWords.ts';
import { nameKey, plainSpelling } from '../../../programme/spelling.ts';
import { type OutsideKind, outsideLenders, personWords } from './outsideLenders.ts';

/** What a text says that was typed where a fund or group of the village is asked for. */
export type FundReading =
  /** A fund, by the name of the known one where it is known. */
  | { readonly kind: 'fund'; readonly name: string }
  /** A number, an amount or a day, or nothing with letters in it. */
  | { readonly kind: 'noName' }
  | { readonly kind: 'outside'; readonly lender: OutsideKind }
  /** A village fund's word beside a lender outside, such as กทบ.กรุงศรี. */
  | { readonly kind: 'both'; readonly lender: OutsideKind }
  /** Almost the name of a known fund, its beginning or a shorter form of it; or the kind of several known ones. */
  | { readonly kind: 'near'; readonly known: readonly string[] }
  /** Begins as the name of a person does, or has no word of a fund in it: a fund or a lender outside. */
  | { readonly kind: 'unclear' };

/** Reads the name of a fund; one that the center or the household knows always wins, whatever it is called. */
export function readFundName(typed: string, known: readonly string[]): FundReading {
  const text = withoutLead(withoutCourtesy(typed));
  const key = nameKey(text);
  const same = known.find((fund) => nameKey(fund) === key);
  if (same !== undefined) return { kind: 'fund', name: same };
  if (!/\p{L}/u.test(text) || (!isKindName(text) && isFigure(text)) || saysDays(text))
    return { kind: 'noName' };
  const several = severalIn(text, known) ?? unnamed(text, known);
  if (several) return { kind: 'near', known: several.slice(0, mostNear) };
  const lender = outsideKind(text);
  if (lender) return { kind: hasVillageWord(key) ? 'both' : 'outside', lender };
  const ofKind = known.filter(isOfKind(kindKey(text)));
  const [only] = ofKind;
  if (only !== undefined && ofKind.length === 1) return { kind: 'fund', name: only };
  const near = ofKind.length > 0 ? ofKind : known.filter((fund) => isNear(key, nameKey(fund)));
  if (near.length > 0) return { kind: 'near', known: near.slice(0, mostNear) };
  return namesFund(text) ? { kind: 'fund', name: text } : { kind: 'unclear' };
}

/** A name without courtesy behind it; a full stop may belong to it (กทบ.). */
function withoutCourtesy(text: string): string {
  const rest = withoutParticles(text);
  return /\p{L}/u.test(text.slice(rest.length)) ? rest : text;
}

/** What a person says before the name of the fund that lent the money. */
const LEAD =
  /^(?:กู้(?:ยืม)?|ยืม|เป็นหนี้|ติดหนี้)(?:เงิน)?(?:(?:มา)?(?:จาก|ที่|กับ|ของ) ?| |(?=กองทุน|กลุ่ม|กทบ|กข|ออมทรัพย์))/;

/** A name without "borrowed from" before it; a lender outside may be called by such a word (กู้รายวัน). */
const withoutLead = (text: string): string =>
  outsideKind(text) === undefined ? text.replace(LEAD, '') || text : text;

/** Between the names of two funds; it may stand within the name of one as well. */
const between = /\s*(?:[,/+&]|และ|กับ|\band\b)\s*|\s+/i;

/** The known funds that are meant where a text names several, each by its name or by that of its kind. */
function severalIn(text: string, known: readonly string[]): readonly string[] | undefined {
  const parts = text.split(between).filter((part) => part !== '');
  const meant = parts.map((part) =>
    known.filter(
      (fund) => nameKey(fund) === nameKey(part) || (isKindName(part) && isOfKind(kindKey(part))(fund)),
    ),
  );
  const isSeveral = parts.length > 1 && meant.every((funds) => funds.length > 0);
  return isSeveral ? [...new Set(meant.flat())] : undefined;
}

const count = '(?:แรก|หนึ่ง|สอง|สาม|สี่|ห้า|\\d{1,2})';
const which = `(?:(?:ที่|อันที่|อัน)?(${count})|นี้|นั้น|เดิม|เดียวกัน|ทั้งหมด|ทั้งสอง)?`;
/** No more than that it is a fund, by its place in the list at most: กองทุน, กองทุนที่ 2, ทั้งสองกองทุน. */
const NAMELESS = new RegExp(`^(?:(?:ทั้ง|ทุก)?${count}?)(?:กองทุน|กลุ่ม)${which}$`);
const placeNames = ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า'];

/** The known funds that may be meant by a text that names none. */
function unnamed(text: string, known: readonly string[]): readonly string[] | undefined {
  const found = NAMELESS.exec(nameKey(text));
  if (!found || known.length === 0) return undefined;
  const word = found[1] === 'แรก' ? '1' : found[1];
  const place = word === undefined ? 0 : placeNames.indexOf(word) + 1 || Number(word);
  const fund = known[place - 1];
  return fund === undefined ? known : [fund];
}

/** Whether nothing tells if a name is that of a fund or of a lender outside, so that it has to be asked. */
export const isUnclear = (text: string, known: readonly string[]): boolean =>
  !known.some((fund) => nameKey(fund) === nameKey(text)) && readFundName(text, []).kind === 'unclear';

/** Whether a name is what a kind of fund is called, such as เงินล้าน, which reads as an amount too. */
export const isKindName = (text: string): boolean => kindKeys.some((kind) => kind.includes(kindKey(text)));

/** A name as those of kinds are compared; ฯ stands for a part that is left out of it. */
const kindKey = (text: string): string => nameKey(text).replaceAll('ฯ', '');

/**
 * Whether a fund is of the kind that a name alone means, or stands at the place that it says behind the kind
 * (กทบ. บ้านโคก is กองทุนหมู่บ้านโคก); none is of what is no kind.
 */
function isOfKind(key: string): (fund: string) => boolean {
  const names = kindKeys.find((kind) => kind.includes(key));
  if (names) return (fund) => names.some((name) => nameKey(fund).startsWith(name));
  return (fund) =>
    kindKeys.some((kind) => {
      const places = placesBehind(key, kind);
      return placesBehind(nameKey(fund), kind).some((place) => places.includes(place));
    });
}

/** What stands behind the kind in a name, such as the village; each name of the kind may be the one that it begins with. */
const placesBehind = (key: string, kind: readonly string[]): readonly string[] =>
  kind.flatMap((name) => {
    const place = key.startsWith(name) ? placeKey(key.slice(name.length)) : '';
    return place === '' ? [] : [place];
  });

/** A place without its word: บ้านโคก and โคก, หมู่ที่ 3 and ม.3. */
const placeKey = (key: string): string =>
  key.replace(/^(?:หมู่บ้าน|บ้าน|ban(?=\p{L}))/u, '').replace(/(?:หมู่ที่|หมู่|ม|moo)(?=\d)/, 'ม');

/** A figure that a name has by right: หมู่ 3, รุ่น 2. */
const numbered = /(?:หมู่ที่|หมู่|ม\.?|รุ่นที่|รุ่น|สาย|แห่งที่|กลุ่มที่|ที่|\bmoo|\bno\.?) ?\d{1,3}(?:\/\d{1,2})?(?![\d/])/gi;

/** Whether a new name may hold more than a name: a figure of something else, or Latin letters where a kind has its place. */
export function isDoubtfulName(name: string): boolean {
  if (isKindName(name)) return false;
  const rest = arabicDigits(clean(name)).replace(numbered, ' ');
  if (/\d|%|ร้อยละ|percent/i.test(rest)) return true;
  const key = nameKey(name);
  return kindKeys
    .flat()
    .some(
      (kind) =>
        /\p{Script=Thai}/u.test(kind) && key.startsWith(kind) && /^[a-z]+$/.test(key.slice(kind.length)),
    );
}

/** Known funds that are offered for one name. */
const mostNear = 4;

const isFigure = (text: string): boolean =>
  [readNumber(text), readMoney(text), readChoiceNumber(text).reading].some(
    ({ kind }) => kind !== 'unreadable',
  );

const hasVillageWord = (key: string): boolean => villageFundKeys.some((word) => key.includes(word));

/** A word of a list; what is written in Latin letters has to be a word of its own. */
type Word = { readonly key: string; readonly words: string | undefined };
const toWord = (name: string): Word => ({ key: nameKey(name), words: latinWords(name) });

const listed = (kind: OutsideKind) => outsideLenders[kind].map((name) => ({ kind, ...toWord(name) }));
const lenders = [...listed('informal'), ...listed('institution')];
const ofFunds = [...villageFundWords, ...fundWords].map(toWord);
const ofPersons = personWords.map(toWord);

const has = (name: Word, { key, words }: Word): boolean =>
  name.key.includes(key) && (words === undefined || (name.words?.includes(words) ?? false));
const begins = (name: Word, { key, words }: Word): boolean =>
  name.key.startsWith(key) && (words === undefined || (name.words?.startsWith(words) ?? false));

/** Whether a name is a fund's by its words; a group that is called after a person may be that person. */
function namesFund(text: string): boolean {
  const name = toWord(text);
  const names = [name, toWord(text.replace(groupWord, ''))];
  return (
    ofFunds.some((word) => has(name, word)) &&
    !names.some((one) => ofPersons.some((word) => begins(one, word)))
  );
}
/** What any group or fund may begin with. */
const groupWord = /^\s*(?:กลุ่ม|กองทุน|the group of|group of|group|fund of)\s*/i;

/** Which kind of lender outside a name is, the village's own words for its funds left out. */
export function outsideKind(text: string): OutsideKind | undefined {
  const key = villageFundKeys.reduce((rest, word) => rest.replaceAll(word, ' '), nameKey(text));
  const name: Word = { key, words: latinWords(text) };
  return lenders.find((lender) => has(name, lender))?.kind;
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

/** Whether a name is a known fund's with a slip or two, the beginning of one, or one with words left out. */
function isNear(key: string, known: string): boolean {
  if (isAlmost(key, known) || leavesOut(key, known) || leavesOut(known, key)) return true;
  const lengths = [0, 1, 2].map((more) => key.length + more);
  return key.length >= shortestBeginning && lengths.some((length) => isAlmost(key, known.slice(0, length)));
}

/** Fewest letters that two names share at their beginnings and at their ends, where one has words more between. */
const shortestEnd = 3;

/** Whether a name is a longer one without words in its middle: กลุ่มออมทรัพย์(เพื่อการผลิต)บ้านโคก. */
function leavesOut(key: string, longer: string): boolean {
  if (key.length >= longer.length) return false;
  const begins = sharedLength([...key], [...longer]);
  const ends = sharedLength([...key].reverse(), [...longer].reverse());
  return begins >= shortestEnd && ends >= shortestEnd && begins + ends >= key.length;
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((letter, place) => letter !== other[place]);
  return differs < 0 ? one.length : differs;
}

/** One letter in eight may differ, and one in shorter names; other figures make other funds (หมู่ 3, หมู่ 4). */
function isAlmost(key: string, known: string): boolean {
  const figures = (name: string) => name.replace(/\D/g, '');
  const shorter = Math.min(key.length, known.length);
  const allowed = shorter < 4 ? 0 : Math.max(1, Math.floor(shorter / 8));
  return figures(key) === figures(known) && distance(key, known) <= allowed;
}
