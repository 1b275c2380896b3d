import { fundWords, kindKeys, villageFundKeys } from '../../../programme/center/fundWords.ts';
import { arabicDigits, nameKey } from '../../../programme/spelling.ts';
import { longestText, problem, type RegistryReading, remarked, saysNone, value } from './values.ts';

type Parts = readonly string[];

/** How the names of a list are told apart where they stand in one part of it. */
type Names = {
  readonly split: (part: string) => Parts;
  /** Whether a part may still be several names. */
  readonly isUnclear: (part: string) => boolean;
  readonly example: string;
};

/** The divisions of a committee. */
export const readDivisions = (text: string): RegistryReading<Parts> => readList(text, divisions);

/** The groups and funds that are members of a center. */
export const readFunds = (text: string): RegistryReading<Parts> => readList(text, funds);

/** Names separated by their numbers, by semicolons, lines or, without these, by commas; each is kept once. */
function readList(text: string, names: Names): RegistryReading<Parts> {
  if (saysNone(text)) return remarked([], 'readAsNone');
  const parts = partsOf(text).flatMap(names.split);
  const { example } = names;
  if (parts.some((part) => [...part].length > longestText))
    return problem('textTooLong', { most: longestText });
  if (parts.some((part) => !/\p{L}/u.test(part) || isCount(part)))
    return problem('countForNames', { example });
  const keys = parts.map(nameKey);
  const once = parts.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
  const unclear = once.filter((part) => leadingNumber.test(part) || names.isUnclear(part));
  return unclear.length > 0
    ? remarked(once, 'severalInOne', { value: unclear.join('; '), example })
    : value(once);
}

/** A number that does not count on from the one before. */
const leadingNumber = /^[\d๐-๙]{1,2}[.)\s]/;

function partsOf(text: string): Parts {
  const numbered = numberedParts(text);
  const separator = numbered.length === 1 && !/[;\n]/.test(text) ? /,/ : /[;\n]/;
  return numbered
    .flatMap((part) => part.split(separator))
    .map((part) => part.replace(/^[\s,•·*–-]+|[\s,]+$/g, ''))
    .filter((part) => part !== '');
}

/** The parts behind 1. 2. 3., in this order from the beginning on; else the text is one part. */
function numberedParts(text: string): Parts {
  const marks = [...arabicDigits(text).matchAll(/(?<![\d.])(\d{1,2})[.)]\s*(?=\p{L})/gu)];
  const [first] = marks;
  if (first?.[1] !== '1' || text.slice(0, first.index).trim() !== '') return [text];
  const counted: RegExpExecArray[] = [];
  for (const mark of marks) if (Number(mark[1]) === counted.length + 1) counted.push(mark);
  return counted.map(({ 0: number, index }, at) => text.slice(index + number.length, counted[at + 1]?.index));
}

/** How many there are, without a name: 3 กองทุน. */
const isCount = (part: string): boolean =>
  /^(?:จำนวน|รวม|ทั้งหมด|มี)?\s*(?:\d+|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)\s*(?:กองทุน|กลุ่ม|ฝ่าย|แห่ง|คน|รายการ|อย่าง|funds?|groups?|divisions?)(?:สมาชิก)?$/i.test(
    arabicDigits(part),
  );

const divisions: Names = {
  split: (part) => part.split(/\s+(?=ฝ่าย)/),
  isUnclear: (part) => /[/+&]/.test(part) || /ฝ่าย.+ฝ่าย/.test(part),
  example: 'อำนวยการ; บัญชี',
};

const kindsAt = (key: string, has: (key: string, name: string) => boolean): readonly number[] =>
  kindKeys.flatMap((names, kind) => (names.some((name) => has(key, name)) ? [kind] : []));

const ownNames = [...kindKeys.flat(), ...villageFundKeys];
const fundKeys = fundWords.map(nameKey);

/** Whether a name begins as only a fund of the village does. */
const beginsAsFund = (part: string): boolean => ownNames.some((name) => nameKey(part).startsWith(name));

const joiner = /\s*(?:\/|\+|&|และ|กับ)\s*/g;

/** Cuts at a joiner where a fund is named before and behind it: กองทุนหมู่บ้านและชุมชนเมือง is one. */
function atJoiners(part: string): Parts {
  const cuts = [...part.matchAll(joiner)].filter(({ 0: mark, index }) =>
    beginsAsFund(part.slice(index + mark.length)),
  );
  if (cuts.length === 0 || !beginsAsFund(part)) return [part];
  const starts = [0, ...cuts.map(({ 0: mark, index }) => index + mark.length)];
  return starts.map((start, at) => part.slice(start, cuts[at]?.index));
}

/** Cuts at spaces where every word is the name of another kind. */
function atSpaces(part: string): Parts {
  const words = part.split(/\s+/);
  const named = words.map((word) => kindsAt(nameKey(word), (key, name) => key === name)[0]);
  const areKinds = named.every((kind) => kind !== undefined) && new Set(named).size === words.length;
  return areKinds ? words : [part];
}

const funds: Names = {
  split: (part) => atJoiners(part).flatMap(atSpaces),
  isUnclear: (part) => {
    const several = kindsAt(nameKey(part), (key, name) => key.includes(name)).length > 1;
    const [, ...behind] = part.split(joiner).map(nameKey);
    return several || behind.some((key) => [...fundKeys, ...ownNames].some((word) => key.startsWith(word)));
  },
  example: 'กทบ.; กข.คจ.',
};
