import { distance } from 'fastest-levenshtein';
import { saysDay, saysDays } from '../../../engine/parse/date.ts';
import { months } from '../../../engine/parse/months.ts';
import { plainSpelling } from '../../../programme/spelling.ts';
import { longest } from './problem.ts';
import { type DebtStep, debtSteps } from './steps.ts';

/** What a message says of a household: the step that it reached, with the day in its words and the company, or a state. */
export type Said =
  | { readonly kind: 'step'; readonly step: DebtStep; readonly on?: string; readonly together?: string }
  | { readonly kind: 'notFound' | 'moved' | 'died' };

/** A piece of a message about several households, with its words as they were typed. */
export type BatchLine =
  | { readonly kind: 'read'; readonly words: string; readonly nos: readonly number[]; readonly said: Said }
  | {
      readonly kind: 'unclear';
      readonly words: string;
      /** What stands behind a household's step: not understood, or told of the last household or of all before it. */
      readonly why?: 'restUnclear' | 'restOfWhich';
    };

/** How the conversation reads words, handed in since its reading knows of no office. */
export type Reader = {
  /** The words alone: lower case, Arabic digits, without courtesy at the end. */
  readonly bare: (text: string) => string;
  /** A number in figures or words; nothing where it is not certain, or counts something (3 ครัวเรือน is no number 3). */
  readonly number: (text: string) => number | undefined;
};

/** Nobody means more households than this by one range. */
const longestRange = 200;

const wholeLines = /[\r\n;\uFF1B]+/;
const commas = /[,\uFF0C\u3001]/;
const joints = /\s*(?:และ|กับ|&|\+|\band\b)\s*/;
const range = /^(.+?)\s*(?:[\p{Pd}\u2212~]|ถึง|\bto\b)\s*(.+)$/u;
/** 1 2 3, or 1-3 5: figures and ranges with nothing but spaces between them. */
const spaced = /^\d+(?: ?[\p{Pd}~] ?\d+)?(?: +\d+(?: ?[\p{Pd}~] ?\d+)?)+$/u;
const figureOrRange = /\d+(?: ?[\p{Pd}~] ?\d+)?/gu;
const household = /^(?:ครัวเรือนที่|ครัวเรือน|หลังที่|households?|no\.?)\s*/;
const stepWords = /^(.*?)\s*(?:ถึง|อยู่|ทำ|ได้|:|=|reached)?\s*(?:ขั้นตอนที่|ขั้นตอน|ขั้นที่|ขั้น|steps?|stage)\s*(.+)$/;
const stateWords: readonly (readonly [said: Exclude<Said['kind'], 'step'>, words: RegExp])[] = [
  ['notFound', /^(.*?)[\s:=]*(?:(?:หา)?ไม่(?:พบ|เจอ)(?:ตัว)?(?:แล้ว)?|not ?found)$/],
  ['moved', /^(.*?)[\s:=]*(?:ได้)?(?:ย้าย(?:ออก|หนี|ถิ่น)?(?:ไป)?(?:แล้ว)?|moved(?: out| away)?)$/],
  ['died', /^(.*?)[\s:=]*(?:ได้)?(?:(?:เสียชีวิต|ตาย|ถึงแก่กรรม)(?:ไป)?(?:แล้ว)?|died|dead|passed away)$/],
];

/**
 * Reads a message about several households (`1-4 ขั้น 3, 7 ขั้น 5, 9 ไม่พบ`). A piece that is not understood
 * whole is unclear; nothing is guessed, and no piece changes how another is read but the numbers of a list
 * (`1,2,5 ขั้น 4`), which wait for the words behind them.
 */
export function readBatch(text: string, reader: Reader): readonly BatchLine[] {
  return wholeLinesOf(text, reader).flatMap((line) => readLine(line, reader).map(({ line: read }) => read));
}

/** The lines of a message; one that begins with a day or a company tells more of the line before it. */
function wholeLinesOf(text: string, reader: Reader): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split(wholeLines)) {
    const begins = beginsWithDay(reader.bare(line)) || cut(line.trim(), company)[0] === '';
    const isRest = begins && isRestOfLine(line, reader);
    const last = isRest ? lines.pop() : undefined;
    lines.push(last === undefined ? line : `${last}, ${line}`);
  }
  return lines;
}

/** A line with what it says in words without commas; `hasRest` where a comma parted some of it. */
type Joined = { readonly line: BatchLine; readonly plain: string; readonly hasRest?: true };

function readLine(line: string, reader: Reader): readonly Joined[] {
  const lines: Joined[] = [];
  let waiting: string[] = [];
  const giveUp = (words: readonly string[]) => {
    lines.push(...words.map(unclearPiece));
    waiting = [];
  };
  for (const piece of line.split(commas)) {
    const words = plainSpelling(piece);
    if (words === '') continue;
    const last = lines.at(-1);
    if (last && isOfHousehold(last.line) && isRestOfLine(words, reader)) {
      const rest =
        waiting.length > 0
          ? unclearRest([last.line.words, ...waiting, words].join(', '))
          : withRest(last, words, reader);
      lines.splice(-1, 1, rest);
      if (rest.hasRest) lines.splice(0, lines.length, ...withoutDoubtful(lines));
      waiting = [];
      continue;
    }
    if (numbersIn(reader.bare(words), reader)) {
      waiting.push(words);
      continue;
    }
    const together = [...waiting, words].join(', ');
    const read = readPiece(together, reader);
    if (read) {
      lines.push({ line: { kind: 'read', words: together, ...read }, plain: together });
      waiting = [];
    } else giveUp([...waiting, words]);
  }
  giveUp(waiting);
  return lines;
}

const unclearPiece = (words: string): Joined => ({ line: { kind: 'unclear', words }, plain: words });

/** A line of a household with something behind a comma that is not clear; nothing of it is kept. */
const unclearRest = (words: string): Joined => ({
  line: { kind: 'unclear', words, why: 'restUnclear' },
  plain: words,
});

/** Whether a line tells of a household at all, and more of it may follow. */
export const isOfHousehold = (line: BatchLine): boolean => line.kind === 'read' || line.why !== undefined;

/** Whether a piece behind a comma tells more of the household before it, rather than of one of its own. */
function isRestOfLine(words: string, reader: Reader): boolean {
  const plain = reader.bare(words);
  const { head } = partsOf(words, reader);
  if (saidIn(reader.bare(head), reader)?.who || numbersIn(plain, reader)) return false;
  return beginsWithDay(plain) || !/^(?:\d|ครัวเรือน|หลังที่|household|no\b)/.test(plain);
}

/** Whether a piece begins with a day, also with one that is written wrongly: 31 กคค, 31/13/65. */
function beginsWithDay(plain: string): boolean {
  const [head] = cut(plain, company);
  const [, month = ''] = /^\d{1,2} ?(\p{L}[\p{L}\p{M}.]*)/u.exec(head) ?? [];
  return saysDays(head) || /^\d{1,2}[/.]\d{1,2}(?:[/.]\d+)?(?:\s|$)/.test(head) || isAlmostMonth(month);
}

function isAlmostMonth(word: string): boolean {
  const name = word.replaceAll('.', '');
  if (name.length < 2) return false;
  return [...months.keys()].some((month) => {
    const apart = distance(month, name);
    // Of a short name a letter more or less is a slip; with another letter it is another word, and step is not Sep.
    const isSlip = name.length > 4 || (name.length !== month.length && !/[a-z]/.test(name));
    return apart === 0 || (apart === 1 && isSlip);
  });
}

/** The line before a comma with what follows it: a day, a company, or both. Where that is not clear, the whole line is not. */
function withRest({ line, plain: before }: Joined, rest: string, reader: Reader): Joined {
  const words = `${line.words}, ${rest}`;
  if (line.kind !== 'read' || line.said.kind !== 'step') return unclearRest(words);
  const { on, together } = line.said;
  const isMoreCompany =
    together !== undefined && !/\d/.test(reader.bare(rest)) && !saysDay(rest) && !company.test(rest);
  const plain = `${before}${isMoreCompany ? ', ' : beginsWithDay(reader.bare(rest)) ? ' วันที่ ' : ' '}${rest}`;
  const read = readPiece(plain, reader);
  const isMore =
    read?.said.kind === 'step' &&
    read.said.step === line.said.step &&
    read.nos.join() === line.nos.join() &&
    (read.said.on !== on || read.said.together !== together) &&
    !(isMoreCompany && saidIn(reader.bare(rest), reader));
  return read && isMore
    ? { line: { kind: 'read', words, ...read }, plain, hasRest: true }
    : unclearRest(words);
}

/** A day or company behind several households may be of the last or of all of them: those that have none are asked about with it. */
function withoutDoubtful(lines: readonly Joined[]): readonly Joined[] {
  const last = lines.findLastIndex(
    ({ line, hasRest }, place) => place < lines.length - 1 && (hasRest || !isBareStep(line)),
  );
  const among = lines.slice(last + 1);
  if (among.length < 2) return lines;
  const words = among.map(({ line }) => line.words).join(', ');
  return [
    ...lines.slice(0, last + 1),
    { line: { kind: 'unclear', words, why: 'restOfWhich' }, plain: words },
  ];
}

const isBareStep = (line: BatchLine): boolean =>
  line.kind === 'read' &&
  line.said.kind === 'step' &&
  line.said.on === undefined &&
  line.said.together === undefined;

function readPiece(words: string, reader: Reader) {
  const { head, ...told } = partsOf(words, reader);
  const found = saidIn(reader.bare(head), reader);
  const nos = found && numbersIn(found.who, reader);
  // Only a step has a company, and one day.
  const isTwice = found?.said.kind === 'step' ? found.said.on && told.on : (told.on ?? told.together);
  const isLong = (told.together?.length ?? 0) > longest.line;
  if (!nos || isTwice || isLong || tellsMore(told.together ?? '', reader)) return undefined;
  return { nos, said: found.said.kind === 'step' ? { ...found.said, ...told } : found.said };
}

const company =
  /\s*(?:โดย(?:ทำ)?ร่วมกับ|ทำร่วมกับ|ร่วมกับ|ร่วมด้วย|พร้อมกับ|พร้อมด้วย|\btogether with\b|\bwith\b)\s*(?=\S)/i;
const day = /\s*(?:เมื่อวันที่|วันที่|เมื่อ(?!วาน)|\bon\b)\s*(?=\S)/i;

/** The words before the day and the company, and these two in either order. */
function partsOf(words: string, { bare }: Reader) {
  const [before, who] = cut(words, company);
  const [head, early] = cut(before, day);
  const [name, late] = who === undefined ? [] : cutLast(who, day);
  // A company may have the word in its name (committee on debt).
  const isDay = late !== undefined && (saysDay(late) || /\d/.test(bare(late)));
  const together = isDay ? name : who;
  const on = early ?? (isDay ? late : undefined);
  return {
    head,
    ...(on !== undefined && { on }),
    // Without the courtesy at the end.
    ...(together !== undefined && { together: withoutCourtesy(together, bare) }),
  };
}

/** A full stop at the end is that of a name's short form: อบต. */
function withoutCourtesy(name: string, bare: Reader['bare']): string {
  const { length } = bare(name);
  return name.slice(0, name[length] === '.' ? length + 1 : length);
}

function cut(words: string, at: RegExp): readonly [string, string | undefined] {
  const found = at.exec(words);
  return found
    ? [words.slice(0, found.index), words.slice(found.index + found[0].length)]
    : [words, undefined];
}

function cutLast(words: string, at: RegExp): readonly [string, string | undefined] {
  const found = [...words.matchAll(new RegExp(at, 'gi'))].at(-1);
  return found
    ? [words.slice(0, found.index), words.slice(found.index + found[0].length)]
    : [words, undefined];
}

/** Whether what stands where a company is told says something of another household. */
const tellsMore = (together: string, reader: Reader): boolean =>
  /\d/.test(reader.bare(together)) && saidIn(reader.bare(together), reader) !== undefined;

function saidIn(
  plain: string,
  { number }: Reader,
): { readonly who: string; readonly said: Said } | undefined {
  for (const [kind, words] of stateWords) {
    const who = words.exec(plain)?.[1];
    if (who !== undefined) return { who, said: { kind } };
  }
  const [, who, which] = stepWords.exec(plain) ?? [];
  if (who === undefined || which === undefined) return undefined;
  // A day may stand behind the step without a word before it.
  const [, first = which, on] = /^(\S+)\s+(\S.*)$/.exec(which) ?? [];
  const hasDay = on !== undefined && number(which) === undefined && saysDay(on);
  const stated = number(hasDay ? first : which);
  const step = debtSteps.find((one) => one === stated);
  return step && { who, said: { kind: 'step', step, ...(hasDay && { on }) } };
}

/** The words about several households as they would be about some: of `1-4 ขั้น 3` for 2 and 3 it is `2, 3 ขั้น 3`. */
export function wordsOfSome(words: string, nos: readonly number[], reader: Reader): string {
  const first = firstPiece(words, reader);
  const { head } = partsOf(first, reader);
  const plain = reader.bare(head);
  const who = saidIn(plain, reader)?.who;
  return who === undefined
    ? words
    : `${nos.join(', ')} ${plain.slice(who.length).trim()}${words.slice(head.length)}`;
}

/** A line up to the comma behind which it tells more of the same households. */
function firstPiece(words: string, reader: Reader): string {
  const ends = [...words.matchAll(new RegExp(commas, 'g'))].map(({ index }) => index);
  const end = ends.find((at) => readPiece(words.slice(0, at), reader) !== undefined);
  return end === undefined ? words : words.slice(0, end);
}

/** Every number of a list such as `1-3, 5 และ 7`; nothing when a part of it is no household's number. */
function numbersIn(list: string, reader: Reader): readonly number[] | undefined {
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
