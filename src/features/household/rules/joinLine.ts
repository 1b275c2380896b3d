import { saysNone, saysNoPhone } from '../../../engine/parse/none.ts';
import { readNumber } from '../../../engine/parse/number.ts';
import { readPhone } from '../../../engine/parse/phone.ts';
import { headName } from './headName.ts';
import { bareFigure, nameIn, type Piece, piecesOf, type Said, understood } from './pieces.ts';

/** Who a household is, as far as one line says it. */
export type JoinLine = {
  readonly head?: Said<string>;
  readonly houseNo?: Said<string>;
  readonly members?: Said<number>;
  /** Null where the household has none. */
  readonly phone?: Said<string | null>;
  readonly unclear: readonly string[];
  /** What is said and not asked for: ages. */
  readonly ages: readonly string[];
  /** Villages other than the center's own; the house number beside one is not clear. */
  readonly otherMoos: readonly string[];
};
type Part =
  | { readonly kind: 'houseNo'; readonly houseNo: string }
  | { readonly kind: 'members'; readonly members: number }
  | { readonly kind: 'phone'; readonly phone: string | null }
  | { readonly kind: 'moo'; readonly moo: number }
  | { readonly kind: 'age' }
  /** How many of the members are children, which does not tell how many members there are. */
  | { readonly kind: 'some' }
  /** Something else than a name, of which nothing is sure: a figure that is none of these, what a label names. */
  | { readonly kind: 'unsure' }
  /** A part of the address that is not asked for. */
  | { readonly kind: 'place' }
  | { readonly kind: 'bare'; readonly figure: string };

const HOUSE =
  /^(?:(?:อาศัย)?(?:อยู่)?(?:ที่)? ?(?:บ้านเลขที่|เลขที่|บ้าน)|house(?: no\.?)?|no\.?)? ?([1-9]\d{0,4}(?:\/\d{1,5})*)$/i;
const SAYS_HOUSE = /\/|เลขที่|บ้าน|house|no/i;
const NAMES_PEOPLE =
  /(?:มี)?สมาชิก(?:ใน(?:ครัวเรือน|ครอบครัว|บ้าน))?|(?:ใน)?(?:ครัวเรือน|ครอบครัว|บ้าน)มี|(?:อาศัย)?อยู่(?:ร่วม|ด้วย)?กัน|อาศัยอยู่|members?|family of/i;
const SAYS_PEOPLE = /คน|สมาชิก|people|persons?|members?|family of/i;
/** `คน 4` as `4 คน`. */
const COUNT_BEHIND = /^คน(?= ?\d+$)/;
const SOME_PEOPLE =
  /^(?:ลูก|บุตร|หลาน|เด็ก|ผู้ใหญ่|ผู้สูงอายุ|คนแก่) ?\S+ ?คน$|^\d+ ?(?:child(?:ren)?|kids?|adults?|sons?|daughters?)$/i;
const MOO = /^(?:หมู่(?:ที่)?|ม\.|moo) ?(\d+)$/i;
const AGE = /^(?:(?:อายุ|aged?) ?\d+(?: ?(?:ปี|years?(?: old)?))?|\d+ ?(?:ปี|years? old))$/i;
/** Another question's word, with the figure behind it: it is no part of a name, and the figure is no house. */
const LABELLED =
  /^(?:(?:เบอร์)?โทร(?:ศัพท์)?|เบอร์|มือถือ|บ้านเลขที่|เลขที่|สมาชิก|ยอดหนี้|หนี้|เลขบัตร(?:ประชาชน)?|phone|tel|house|debt)[.:]? ?[\d,./-]*$|^อาชีพ\S*$/i;
const NO_LETTERS = /^[^\p{L}\s]+$/u;
/** A house number that is written to the name: แก้วดี12/3. */
const beforeHouse = /(?<=[\u0E01-\u0E4E])(?=[\d๐-๙]{1,5}\/[\d๐-๙])/g;
/** Parts of an address behind a name: ต.บางเดชะ, อ. เมือง, จังหวัดปราจีนบุรี; not a rank or title such as จ.ส.อ. */
const PLACE =
  /^(?:(?:ต|อ|จ|ซ|ถ)\. ?(?!\S{1,2}\.)|ตำบล|อำเภอ|จังหวัด|ซอย|ถนน|แขวง|เขต|tambon |amphoe |district |province )\S+$/i;

/**
 * Reads who a household is from one line: `สมชาย ใจดี 12/3 หมู่ 2 4 คน 081-234-5678`. Absent where the text is a name
 * alone. `ownMoo`: the number of the center's village, which goes without saying.
 */
export function readJoinLine(text: string, ownMoo: number | undefined): JoinLine | undefined {
  const pieces = piecesOf(text.replace(beforeHouse, ' '), readPart).map(asTitle);
  const parts = understood(pieces);
  if (parts.length === 0) return undefined;
  const { name, lost } = nameAtStart(pieces) ?? nameIn(pieces);
  const said = <K extends Part['kind']>(kind: K) =>
    parts.flatMap(({ words, value }) =>
      value.kind === kind ? [{ words, value: value as Extract<Part, { kind: K }> }] : [],
    );
  const [houses, people, phones, bare] = [said('houseNo'), said('members'), said('phone'), said('bare')];
  const ages = said('age').map(({ words }) => words);
  const moos = said('moo');
  const otherMoos = moos.filter(({ value }) => value.moo !== ownMoo).map(({ words }) => words);
  // A lone figure is the house beside a number of people, and the people beside a house number.
  const [figure] = bare.length === 1 ? bare : [];
  const house =
    only(houses) ??
    (figure && houses.length === 0 && people.length === 1
      ? { words: figure.words, value: { houseNo: figure.value.figure } }
      : undefined);
  const members =
    only(people) ??
    (figure && people.length === 0 && houses.length === 1
      ? { words: figure.words, value: { members: Number(figure.value.figure) } }
      : undefined);
  const phone = only(phones);
  // The number of a house in another village is not clear.
  const place = otherMoos.length > 0 ? undefined : house;
  const ownMoos = moos.filter(({ value }) => value.moo === ownMoo);
  const used = [...[place, members, phone, ...ownMoos].map((one) => one?.words), ...ages];
  return {
    ...(name !== undefined && { head: { words: name, value: headName(name) } }),
    ...(place && { houseNo: { words: place.words, value: place.value.houseNo } }),
    ...(members && { members: { words: members.words, value: members.value.members } }),
    ...(phone && { phone: { words: phone.words, value: phone.value.phone } }),
    unclear: [...lost, ...parts.map(({ words }) => words).filter((words) => !used.includes(words))],
    ages,
    otherMoos,
  };
}

/** Of two for the same place, or of a number beside the word that there is none, neither is sure. */
const only = <V>(all: readonly Said<V>[]): Said<V> | undefined =>
  new Set(all.map(({ value }) => JSON.stringify(value))).size === 1 ? all[0] : undefined;

/** What a line begins with is no part of an address: อ. สมชาย is a teacher. */
const asTitle = (piece: Piece<Part>, place: number): Piece<Part> =>
  place === 0 && piece.value?.kind === 'place' ? { words: piece.words } : piece;

/** The words that a line begins with are the name, whatever else was not understood behind it: a part of it, or of the address. */
function nameAtStart(pieces: readonly Piece<Part>[]) {
  const end = pieces.findIndex(({ value }) => value !== undefined);
  const first = pieces.slice(0, Math.max(0, end)).map(({ words }) => words);
  const behind = pieces.slice(end).flatMap(({ words, value }) => (value === undefined ? [words] : []));
  // One word may be half of a name that was torn apart.
  if (first.length < 2 || behind.length === 0) return undefined;
  return { name: first.join(' '), lost: behind };
}

function readPart(words: string): Part | undefined {
  const phone = readPhone(words);
  // A lone figure behind a number that is one short counts something else: 089765432 4 คน.
  if (phone.kind === 'read' && !/ [\d๐-๙]$/.test(words)) return { kind: 'phone', phone: phone.value };
  if (saysNoPhone(words) && !saysNone(words)) return { kind: 'phone', phone: null };
  if (AGE.test(words)) return { kind: 'age' };
  if (SOME_PEOPLE.test(words)) return { kind: 'some' };
  if (PLACE.test(words)) return { kind: 'place' };
  const [, moo] = MOO.exec(words) ?? [];
  if (moo !== undefined) return { kind: 'moo', moo: Number(moo) };
  if (SAYS_PEOPLE.test(words)) {
    const people = readNumber(words.replace(NAMES_PEOPLE, '').replace(COUNT_BEHIND, ''));
    if (people.kind === 'read') return { kind: 'members', members: people.value };
    if (people.kind === 'ambiguous') return { kind: 'unsure' };
  }
  const [, houseNo] = HOUSE.exec(words) ?? [];
  if (houseNo === undefined)
    return LABELLED.test(words) || NO_LETTERS.test(words) ? { kind: 'unsure' } : undefined;
  return SAYS_HOUSE.test(words) || bareFigure(words) === undefined
    ? { kind: 'houseNo', houseNo }
    : { kind: 'bare', figure: houseNo };
}
