import { saysDay } from '../../../engine/parse/date.ts';
import { plainSpelling } from '../../../programme/spelling.ts';
import { commas, numbersIn, type Reader, saysEvery } from './batchNumbers.ts';
import { type Said, saidIn, saysNoSuchStep, withNumbersFirst } from './batchSaid.ts';
import { beginsWithDay, company, cut, partsOf } from './batchTold.ts';
import { longest } from './problem.ts';

/** A piece of a message about several households, with its words as they were typed. */
export type BatchLine =
  | {
      readonly kind: 'read';
      readonly words: string;
      readonly nos: readonly number[];
      /** Of all of the list that are open, instead of some by their numbers. */
      readonly every?: true;
      readonly said: Said;
    }
  | {
      readonly kind: 'unclear';
      readonly words: string;
      /**
       * What stands behind a household's step: not understood, or told of the last household or of all before it; or a
       * step that there is not.
       */
      readonly why?: 'restUnclear' | 'restOfWhich' | 'noSuchStep';
    };

const wholeLines = /[\r\n;\uFF1B]+/;
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
    lines.push(...words.map((one) => unclearPiece(one, reader)));
    waiting = [];
  };
  const pieces = line
    .split(commas)
    .map(plainSpelling)
    .filter((piece) => piece !== '');
  for (const words of withNumbersFirst(pieces, reader)) {
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

const unclearPiece = (words: string, reader: Reader): Joined => ({
  line: { kind: 'unclear', words, ...(saysNoSuchStep(words, reader) && { why: 'noSuchStep' }) },
  plain: words,
});

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
  const every = found !== undefined && saysEvery(found.who);
  const nos = every ? [] : found && numbersIn(found.who, reader);
  // Only a step has a company, and one day.
  const isTwice = found?.said.kind === 'step' ? found.said.on && told.on : (told.on ?? told.together);
  const isLong = (told.together?.length ?? 0) > longest.line;
  if (!found || !nos || isTwice || isLong || tellsMore(told.together ?? '', reader)) return undefined;
  return {
    nos,
    ...(every && { every: true as const }),
    said: found.said.kind === 'step' ? { ...found.said, ...told } : found.said,
  };
}

/** Whether what stands where a company is told says something of another household. */
const tellsMore = (together: string, reader: Reader): boolean =>
  /\d/.test(reader.bare(together)) && saidIn(reader.bare(together), reader) !== undefined;

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
