/** How the conversation reads words, handed in since its reading knows of no office. */
export type Reader = {
  /** The words alone: lower case, Arabic digits, without courtesy at the end. */
  readonly bare: (text: string) => string;
  /** A number in figures or words; nothing where it is not certain, or counts something (3 ครัวเรือน is no number 3). */
  readonly number: (text: string) => number | undefined;
};

/** Nobody means more households than this by one range. */
const longestRange = 200;

export const commas = /[,\uFF0C\u3001]/;
const joints = /\s*(?:และ|กับ|&|\+|\band\b)\s*/;
const range = /^(.+?)\s*(?:[\p{Pd}\u2212~]|ถึง|\bto\b)\s*(.+)$/u;
/** 1 2 3, or 1-3 5: figures and ranges with nothing but spaces between them. */
const spaced = /^\d+(?: ?[\p{Pd}~] ?\d+)?(?: +\d+(?: ?[\p{Pd}~] ?\d+)?)+$/u;
const figureOrRange = /\d+(?: ?[\p{Pd}~] ?\d+)?/gu;
const household = /^(?:ครัวเรือนที่|ครัวเรือน|หลังที่|households?|no\.?)\s*/;
/** All households of the list that are open: ทุกครัวเรือน. */
const everyHousehold =
  /^(?:(?:ทุก|ทั้งหมดทุก)(?:ครัวเรือน|หลังคาเรือน|หลัง|ครอบครัว|ราย|บ้าน)|(?:ครัวเรือน)?ทั้งหมด(?:ทุกครัวเรือน)?|all(?: of)?(?: the)?(?: households)?|every household)$/;

export const saysEvery = (who: string): boolean => everyHousehold.test(who.trim());

/** Every number of a list such as `1-3, 5 และ 7`; nothing when a part of it is no household's number. */
export function numbersIn(list: string, reader: Reader): readonly number[] | undefined {
  const parts = list.split(commas).flatMap((part) => part.trim().split(joints));
  const found = parts
    .map((part) => part.replace(household, ''))
    .flatMap((part) => (spaced.test(part) ? (part.match(figureOrRange) ?? []) : [part]))
    .map((part) => span(part, reader));
  return found.every((nos) => nos !== undefined) ? [...new Set(found.flat())] : undefined;
}

function span(part: string, { number }: Reader): readonly number[] | undefined {
  const one = number(part);
  const [, first = '', last = ''] = one === undefined ? (range.exec(part) ?? []) : [];
  const from = one ?? number(first);
  const to = one ?? number(last);
  if (!isHouseholdNo(from) || !isHouseholdNo(to) || to < from || to - from >= longestRange) return undefined;
  return Array.from({ length: to - from + 1 }, (_, place) => from + place);
}

const isHouseholdNo = (value: number | undefined): value is number =>
  value !== undefined && Number.isSafeInteger(value) && value >= 1;
