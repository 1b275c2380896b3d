import { bare, clean } from './clean.ts';
import { plainDashes } from './dashes.ts';
import { readChoiceNumber } from './number.ts';

/** What one place of a text says: of the question that it names, else of the next one in order. */
export type Place = {
  readonly words: string;
  /** The number of the question that it names. */
  readonly of?: number;
  /** The number that it gives; absent where that cannot be read. */
  readonly value?: number;
};

const ITEM = String.raw`(?:ข้อ(?:ที่)?|items?|no\.?|#)`;
/** What stands between a question and the number that it gets. */
const GETS = '(?: ?[:=] ?| ?(?:ให้|ได้|คือ) ?| (?:is|gets?|got) )';
/** "1:2", "ข้อ 5 = 3", "ข้อ 1 ได้ 2". */
const NAMED = new RegExp(String.raw`^${ITEM}? ?(\d{1,3})${GETS}(\S.*)$`);
/** "ข้อ 1 2", "1) 2", "1. 2": no more than a number in front of another; a list of them names questions. */
const LISTED = new RegExp(String.raw`^(?:${ITEM} ?(\d{1,3})[.)]? |(\d{1,3})(?:\) ?|\. ))(\S+)$`);
/** A line of its own is numbered also without a space: "1.2". */
const NUMBERED_LINE = /^(\d{1,2})\. ?(\d)$/;
/** Where the next place begins: not behind what waits for its number, such as ข้อ or หรือ. */
const BEGINS = String.raw`(?:${ITEM} ?\d{1,3}(?!\d)|\d{1,3}${GETS}|\d{1,2}(?:\)|\. ))`;
const WAITS = String.raw`(?:ข้อ|ข้อที่|items?|no\.?|#|ให้|ได้|คือ|is|gets?|got|หรือ|ถึง|และ|กับ|or|to|and|[-:=.)])`;
const BETWEEN_NAMED = new RegExp(String.raw`[,;|]|(?<!${WAITS})\s+(?=${BEGINS})|(?<=\d)(?=ข้อ)`);

const BETWEEN = /(?:[,;|\s]|(?<=\s)\/(?=\s))+/;
/** "2/2/3/1", "2 - 2 - 3 - 1": three or more, all parted by the same mark. */
const JOINED = /^[^\s/-]+(?:(?: ?\/ ?[^\s/-]+){2,}|(?: ?- ?[^\s/-]+){2,})$/;
const JOINT = / ?[/-] ?/;
/** A day of three figures has one of two digits at least. */
const MAY_BE_DAY = /^\d+\D+\d+\D+\d+$/;
/** "2/2" may be a day, a part of a whole or two answers, "2-3" a range; "1 2" on each line an item with its number or two answers. */
const FRACTION = /^\d+ ?\/ ?\d+$/;
const RANGE = /^\d+ ?- ?\d+$/;
const PAIR = /^\d{1,2}(?: ?[/-] ?| )\d{1,2}$/;
/** "2 หรือ 3" is one answer that is not certain, and "2 แก้เป็น 3" one that was put right. */
const JOINING =
  /(?:^|\s)(?:หรือ|ถึง|กับ|และ|or|to|and|not)(?:\s|$)|(?:แก้|แก้ไข|เปลี่ยน|เอา)เป็น|ไม่ใช่|แก้ไข|->|→|\binstead\b|\bchanged?\b/;
/** A word or mark that names a question, in a line that says no points for it by a mark. */
const MAY_NAME = /ข้อ|item|\bno\b|\d\)|\d\. |ครั้ง|times/;
/** Words around a number that change nothing: "2 คะแนน 3 คะแนน". */
const UNIT = /(?<=[^,;\s]) ?(?:คะแนน|points?|pts?)(?=$|[,;\s])/g;
/** What a list of points may begin with: "คะแนน: 2 2 3 1". */
const LEAD = /^(?:(?:ให้|ได้|ตอบ)?คะแนน|ให้|ได้|ตอบ|scores?|points?) ?[:=]? ?(?=\d)/;

/**
 * Reads several numbers of one text: in order ("2 2 3 1", "2/2/3/1"), as one digit each where there are exactly `open` of
 * them ("๒๒๓๑"), or each for the question that it names ("1:2, 5:3", "ข้อ 1 ได้ 2 ข้อ 5 ได้ 3", "1. 2" on a line each).
 * Absent where the text is no such list; a place that cannot be read is told apart from the others.
 */
export function readPlaces(text: string, open: number): readonly Place[] | undefined {
  const lines = plainDashes(clean(text))
    .split('\n')
    .map((line) => bare(line).replace(LEAD, '').replace(UNIT, ''))
    .filter((line) => line !== '');
  return named(lines) ?? inOrder(lines, open);
}

/** Places that name their questions. What names none beside them is told, not counted off. */
function named(lines: readonly string[]): readonly Place[] | undefined {
  const pieces = lines.flatMap((line) => line.split(BETWEEN_NAMED)).flatMap((one) => one.trim() || []);
  const names = pieces.map((words) => NAMED.exec(words));
  if (names.some((found) => found !== null))
    return pieces.map((words, at) => placeNamed(words, names[at]?.[1], names[at]?.[2]));
  return listed(lines, NUMBERED_LINE) ?? listed(pieces, LISTED);
}

/** Two or more places that are all numbered, none of them twice. */
function listed(pieces: readonly string[], numbering: RegExp): readonly Place[] | undefined {
  const places = pieces.map((words): Place => {
    const found = numbering.exec(words);
    return placeNamed(words, found?.slice(1, -1).find(Boolean), found?.at(-1));
  });
  const numbers = new Set(places.flatMap(({ of }) => of ?? []));
  return places.length > 1 && numbers.size === places.length ? places : undefined;
}

const placeNamed = (words: string, of: string | undefined, value: string | undefined): Place => ({
  words,
  ...(of === undefined ? {} : { of: Number(of), ...valueIn(value ?? '') }),
});

function inOrder(lines: readonly string[], open: number): readonly Place[] | undefined {
  const line = lines.join(' ');
  // "ข้อ 2 3" and "2) 3" may name a question, and may not.
  if (JOINING.test(line) || MAY_NAME.test(line) || RANGE.test(line)) return undefined;
  if (FRACTION.test(line)) return [{ words: line }];
  if (lines.length > 1 && lines.every((one) => PAIR.test(one))) return lines.map((words) => ({ words }));
  const digits = /^\d+$/.test(line) && line.length === open && open > 1;
  const places = digits ? [...line] : lines.flatMap(placesOf);
  const read = places.map((words): Place => ({ words, ...valueIn(words) }));
  const count = read.filter(({ value }) => value !== undefined).length;
  return count > 1 && count * 2 >= places.length ? read : undefined;
}

function placesOf(line: string): readonly string[] {
  if (!JOINED.test(line)) return line.split(BETWEEN).filter((one) => one !== '');
  return MAY_BE_DAY.test(line) && /\d\d/.test(line) ? [line] : line.split(JOINT);
}

function valueIn(words: string): { readonly value?: number } {
  const { reading } = readChoiceNumber(words);
  return reading.kind === 'read' ? { value: reading.value } : {};
}
