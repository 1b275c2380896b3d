import { bare } from '../../../engine/parse/clean.ts';
import { readChoiceNumber, readNumber } from '../../../engine/parse/number.ts';
import { centerYearKey } from '../../../kernel/centerYear.ts';
import type { Call } from '../../../kernel/flow.ts';
import type { Person } from '../../../kernel/person.ts';
import { type BatchLine, isOfHousehold, readBatch, wordsOfSome } from '../rules/batchLine.ts';
import type { Reader } from '../rules/batchNumbers.ts';
import { centerOpen } from '../which.ts';

const reader: Reader = {
  bare,
  number: (words) => {
    const { reading } = readChoiceNumber(words);
    return reading.kind === 'read' ? reading.value : undefined;
  },
};

/** A message about several households, piece by piece. */
export const linesIn = (text: string): readonly BatchLine[] => readBatch(text, reader);

/** The words about several households as they would be about some of them. */
export const lineOf = (words: string, nos: readonly number[]): string => wordsOfSome(words, nos, reader);

/** Whether a message tells of households at all. */
export const tellsOfSome = (lines: readonly BatchLine[]): boolean => lines.some(isOfHousehold);

/** `ครัวเรือนที่ 1-4 ขั้น 3` or `ครัวเรือน 3` typed to a center's card begins like a command and is none. */
export function asBatch(person: Person, call: Call): Call {
  const { center: id, year } = centerOpen(person);
  const center = id && (year === undefined ? id : centerYearKey(id, year));
  if (call.kind !== 'command' || call.command !== 'debt' || !center) return call;
  if (readNumber(call.rest).kind === 'read')
    return { kind: 'act', act: 'number', value: `${center}/${call.rest}` };
  const lines = call.rest.replace(/^\D+/, '');
  return tellsOfSome(linesIn(lines)) ? { kind: 'act', act: 'lines', value: `${center}/${lines}` } : call;
}
