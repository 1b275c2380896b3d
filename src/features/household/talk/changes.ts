import type { Draft } from '../../../engine/draft.ts';
import type { Json } from '../../../engine/ids.ts';
import { clean } from '../../../engine/parse/clean.ts';
import { readNumber } from '../../../engine/parse/number.ts';
import { readAnswer } from '../../../engine/readAnswer.ts';
import { type Slot, walk } from '../../../engine/walk.ts';
import {
  type At,
  type Given,
  type Several,
  specOf,
  type Unclear,
  valuesIn,
} from '../../../kernel/form/talk.ts';

/** Between what changed and to what: a comma within a figure (25,000) parts nothing. */
const between =
  /\s*(?:[;\n→]|,(?!\d{3}(?!\d)))\s*|\s+(?:(?:ปรับ)?(?:ถึง|เป็น|เหลือ|ลงเหลือ|จนถึง)|to|until)\s*(?=\S)/i;
const leading = /^(?:จาก|from)\s*/i;

/** `31 มี.ค. 66 ถึง 31 มี.ค. 68`, `6 เหลือ 4, 500`: several of the details of the methods in one message. */
export function changesInOneLine(at: Asked, slot: Slot, text: string): Several | undefined {
  if (slot.step.part !== 'changes' || slot.step.kind === 'text') return undefined;
  if (reads(at, slot, text) !== undefined) return undefined;
  const parts = partsIn(text);
  const places = parts.length > 1 ? changePlaces(at, slot, text) : undefined;
  return places && { places };
}

type Asked = Pick<At, 'draft' | 'talk' | 'context'>;

/** What a text says to a question and to those behind it, part by part; nothing where it says more than is asked. */
export function changePlaces(at: Asked, slot: Slot, text: string): readonly (Given | Unclear)[] | undefined {
  const parts = partsIn(text);
  const isNewRate = slot.step.id === 'rateTo' && parts.length > 1;
  const [from = '', ...rest] = parts;
  // The old interest is known: it is said again, or it is another one.
  if (isNewRate && isOldRate(at.draft, at, from)) return placesFrom(at, slot, rest);
  return placesFrom(at, slot, parts);
}

function isOldRate(draft: Draft, { talk }: Asked, words: string): boolean {
  const reading = readNumber(words, 'percent');
  return reading.kind === 'read' && reading.value === valuesIn(talk, draft).rateFrom;
}

function placesFrom(at: Asked, slot: Slot, parts: readonly string[]) {
  const { slots } = walk(at.talk.form, at.draft, at.talk.derived);
  const open = slots.slice(slots.findIndex(({ key }) => key === slot.key)).filter(({ entry }) => !entry);
  if (parts.length === 0 || parts.length > open.length) return undefined;
  return parts.flatMap((words, place): readonly (Given | Unclear)[] => {
    const asked = open[place];
    const value = asked && reads(at, asked, words);
    return asked && value !== undefined ? [{ key: asked.key, value, words }] : [{ words }];
  });
}

function reads({ talk, draft, context }: Asked, slot: Slot, words: string): Json | undefined {
  const { labels } = specOf(talk, context);
  const own = talk.reads?.(draft, slot, words);
  const reading =
    own && own.kind !== 'unreadable' ? own : readAnswer(slot.step, words, context.today, labels).reading;
  return reading.kind === 'read' ? reading.value : undefined;
}

const partsIn = (text: string): readonly string[] =>
  clean(text)
    .split(between)
    .map((part) => part.replace(leading, '').trim())
    .filter((part) => part !== '');
