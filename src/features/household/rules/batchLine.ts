import { saysDay } from '../../../engine/parse/date.ts';
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
  | { readonly kind: 'unclear'; readonly words: string };

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
const household = /^(?:ครัวเรือนที่|ครัวเรือน|หลังที่|households?|no\.?)\s*/;
const stepWords = /^(.*?)\s*(?:ถึง|อยู่|ทำ|ได้|:|=|reached)?\s*(?:ขั้นตอนที่|ขั้นตอน|ขั้นที่|ขั้น|steps?|stage)\s*(.+)$/;
const stateWords: readonly (readonly [said: Exclude<Said['kind'], 'step'>, words: RegExp])[] = [
  ['notFound', /^(.*?)[\s:=]*(?:ไม่พบตัว|ไม่พบ|ไม่เจอ|not found|notfound)$/],
  ['moved', /^(.*?)[\s:=]*(?:ย้ายออก|moved out|moved away|moved)$/],
  ['died', /^(.*?)[\s:=]*(?:เสียชีวิต|ตาย|died|dead)$/],
];

/**
 * Reads a message about several households (`1-4 ขั้น 3, 7 ขั้น 5, 9 ไม่พบ`). A piece that is not understood
 * whole is unclear; nothing is guessed, and no piece changes how another is read but the numbers of a list
 * (`1,2,5 ขั้น 4`), which wait for the words behind them.
 */
export function readBatch(text: string, reader: Reader): readonly BatchLine[] {
  return text.split(wholeLines).flatMap((line) => readLine(line, reader));
}

function readLine(line: string, reader: Reader): readonly BatchLine[] {
  const lines: BatchLine[] = [];
  let waiting: string[] = [];
  const giveUp = (words: readonly string[]) => {
    lines.push(...words.map((each) => ({ kind: 'unclear' as const, words: each })));
    waiting = [];
  };
  for (const piece of line.split(commas)) {
    const words = plainSpelling(piece);
    if (words === '') continue;
    const plain = reader.bare(words);
    if (numbersIn(plain, reader)) {
      waiting.push(words);
      continue;
    }
    const together = [...waiting, words].join(', ');
    const read = readPiece(together, reader);
    if (read) {
      lines.push({ kind: 'read', words: together, ...read });
      waiting = [];
    } else giveUp([...waiting, words]);
  }
  giveUp(waiting);
  return lines;
}

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

const company = /\s*(?:โดยร่วมกับ|ร่วมกับ|\btogether with\b|\bwith\b)\s*(?=\S)/i;
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
    ...(together !== undefined && { together: together.slice(0, bare(together).length) }),
  };
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
  const { head } = partsOf(words, reader);
  const plain = reader.bare(head);
  const who = saidIn(plain, reader)?.who;
  return who === undefined
    ? words
    : `${nos.join(', ')} ${plain.slice(who.length).trim()}${words.slice(head.length)}`;
}

/** Every number of a list such as `1-3, 5 และ 7`; nothing when a part of it is no household's number. */
function numbersIn(list: string, reader: Reader): readonly number[] | undefined {
  const parts = list.split(commas).flatMap((part) => part.trim().split(joints));
  const found = parts.map((part) => span(part.replace(household, ''), reader));
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
