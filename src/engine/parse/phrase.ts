import { unsure } from './candidates.ts';
import type { Decimal } from './decimal.ts';
import { readQuantity } from './quantity.ts';
import { type Reading, unreadable } from './reading.ts';
import type { Token } from './words.ts';

type Kind = Token['kind'];

/** The words that a question lets stand before and after its number. */
export interface Frame {
  readonly before: readonly Kind[];
  readonly after: readonly Kind[];
}

export interface Phrase {
  readonly reading: Reading<Decimal>;
  /** The words around the number. */
  readonly around: readonly Kind[];
}

/** Reads a number with the words that a question allows around it; about, almost, more than and borrowed make it unsure. */
export function readPhrase(tokens: readonly Token[] | undefined, frame: Frame): Phrase {
  if (tokens === undefined) return { reading: unreadable, around: [] };
  const start = tokens.findIndex(({ kind }) => !frame.before.includes(kind));
  const end = tokens.findLastIndex(({ kind }) => !frame.after.includes(kind));
  if (start < 0 || end < start) return { reading: unreadable, around: [] };
  const around = [...tokens.slice(0, start), ...tokens.slice(end + 1)].map(({ kind }) => kind);
  const inner = tokens.slice(start, end + 1);
  const plain = frame.after.includes('hedge') ? withoutHedge(inner) : inner;
  const reading = readQuantity(plain, around.includes('exactly'));
  const isHedged = around.includes('hedge') || around.includes('borrowed') || plain.length < inner.length;
  return { reading: isHedged ? unsure(reading) : reading, around };
}

/** สิบกว่าล้าน: "more than" between the count and its unit. */
const withoutHedge = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter(({ kind }, at) => kind !== 'hedge' || tokens[at + 1]?.kind !== 'unit');
