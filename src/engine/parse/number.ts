import { mapReading } from './candidates.ts';
import { bare } from './clean.ts';
import { toNumber } from './decimal.ts';
import { type Frame, readPhrase } from './phrase.ts';
import type { Reading } from './reading.ts';
import { tokenize } from './tokens.ts';

const COUNT: Frame = {
  before: ['item', 'pick', 'total', 'filler', 'score', 'percent', 'hedge'],
  after: ['score', 'point', 'counter', 'percent', 'hedge'],
};

/** A choice counts points only: "3 คน" answers another question, and "ทั้งหมด 3" may mean all three. */
const CHOICE: Frame = { before: ['item', 'pick', 'filler', 'score'], after: ['score', 'point'] };

/** Reads a number that counts something; the range that a question allows is the caller's to check. */
export const readNumber = (text: string): Reading<number> =>
  mapReading(readPhrase(tokenize(bare(text)), COUNT).reading, toNumber);

/** Reads the number of a choice, and whether it was called an item (ข้อ 3). */
export function readChoiceNumber(text: string): { reading: Reading<number>; itemWord: boolean } {
  const { reading, around } = readPhrase(tokenize(bare(text)), CHOICE);
  return { reading: mapReading(reading, toNumber), itemWord: around.includes('item') };
}
