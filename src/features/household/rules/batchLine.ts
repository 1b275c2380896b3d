import { plainSpelling } from '../../../programme/spelling.ts';
import { type DebtStep, debtSteps } from './steps.ts';

/** What a message says of a household: the step that it reached, or a state. */
export type Said =
  | { readonly kind: 'step'; readonly step: DebtStep }
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
    const read = readPiece(reader.bare(together), reader);
    if (read) {
      lines.push({ kind: 'read', words: together, ...read });
      waiting = [];
    } else giveUp([...waiting, words]);
  }
  giveUp(waiting);
  return lines;
}

function readPiece(plain: string, reader: Reader) {
  const found = saidIn(plain, reader);
  const nos = found && numbersIn(found.who, reader);
  return nos && { nos, said: found.said };
}

function saidIn(
  plain: string,
  { number }: Reader,
): { readonly who: string; readonly said: Said } | undefined {
  for (const [kind, words] of stateWords) {
    const who = words.exec(plain)?.[1];
    if (who !== undefined) return { who, said: { kind } };
  }
  const [, who, which] = stepWords.exec(plain) ?? [];
  const stated = which === undefined ? undefined : number(which);
  const step = debtSteps.find((one) => one === stated);
  return who === undefined || step === undefined ? undefined : { who, said: { kind: 'step', step } };
}

/** The words about several households as they would be about one of them: of `1-4 ขั้น 3` for 2 it is `2 ขั้น 3`. */
export function wordsOfOne(words: string, no: number, reader: Reader): string {
  const plain = reader.bare(words);
  const who = saidIn(plain, reader)?.who;
  return who === undefined ? words : `${no} ${plain.slice(who.length).trim()}`;
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
