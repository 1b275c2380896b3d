import { isDeepStrictEqual } from 'node:util';
import {
  type Block,
  type Message,
  type Option,
  optionsIn,
  type Reply,
  type Tap,
  type Text,
  t,
} from '../../kernel/reply.ts';
import type { Say } from './voice.ts';

/** Words of navigation mean the same everywhere, and `ช่วยเหลือ` tells them; they need not stand on each question. */
const known: ReadonlySet<string> = new Set([
  'commands:back',
  'commands:cancel',
  'commands:help',
  'commands:menu',
]);

/**
 * LINE for PC shows no quick replies: names the answers that would stand there alone. Nothing where all of them are on
 * cards or named already. What picks a photo or a date has its own way on a PC.
 */
export function unseen(reply: Reply, say: Say): Text | undefined {
  const onCards = optionsIn({ messages: reply.messages });
  const alone = (reply.options ?? [])
    .filter(isTapped)
    .filter((option) => !isKnown(option) && !onCards.some((other) => doesTheSame(option, other)));
  if (alone.length === 0) return undefined;
  const words = reply.messages.flatMap(textsOf).map(say).join('\n');
  const unnamed = alone.filter(({ label }) => !names(words, say(label)));
  // Of what is to be chosen from all is named or nothing, since a word of it may stand in an example.
  const labels = alone.filter((option) => unnamed.some((one) => isOfOneChoice(one, option)));
  return labels.length === 0
    ? undefined
    : t('common:tapOrType', { labels: labels.map(({ label }) => label) });
}

type Tapped = Extract<Option, { readonly tap: Tap }>;

const isTapped = (option: Option): option is Tapped => 'tap' in option;

/** Answers of one question; the way to another draft is none of them. */
const isOfOneChoice = (one: Tapped, other: Tapped): boolean =>
  one === other ||
  (one.tap.kind !== 'say' && one.tap.kind === other.tap.kind && one.tap.draft === other.tap.draft);

const isKnown = ({ label }: Option): boolean => 'key' in label && known.has(label.key);

/** A button that says its label does what the label says. */
const doesTheSame = (option: Tapped, other: Option): boolean =>
  option.tap.kind === 'say'
    ? isDeepStrictEqual(option, other)
    : isTapped(other) && isDeepStrictEqual(option.tap, other.tap);

function textsOf(message: Message): readonly Text[] {
  if (message.kind === 'text') return message.text;
  return message.kind === 'card' ? [message.card.heading, ...message.card.blocks.flatMap(textsIn)] : [];
}

function textsIn(block: Block): readonly Text[] {
  switch (block.kind) {
    case 'text':
    case 'title':
      return [block.text];
    case 'fact':
      return [block.label, block.value];
    case 'bar':
      return [block.label];
    case 'row':
      return [block.text, ...(block.note ? [block.note] : [])];
    case 'photo':
    case 'line':
      return [];
    default:
      return block satisfies never;
  }
}

/** Thai parts no words, but sentences set what is to be typed apart: `ใช่ไหม` does not name `ใช่`. A figure may be any. */
function names(words: string, label: string): boolean {
  if (/^\d+$/.test(label)) return false;
  for (let at = words.indexOf(label); at !== -1; at = words.indexOf(label, at + 1)) {
    const [before = ' ', after = ' '] = [words[at - 1], words[at + label.length]];
    if (apart.test(before) && apart.test(after)) return true;
  }
  return false;
}

const apart = /[\s“”"()·:,.;]/;
