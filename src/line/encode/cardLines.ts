import type { messagingApi } from '@line/bot-sdk';
import { type Block, type Card, type Tone, t } from '../../kernel/reply.ts';
import { flexAction } from './actions.ts';
import { cutToLines, splitText } from './cut.ts';
import type { Voice } from './voice.ts';

/** A part of a card in words, so that each is worded once for the flex message and for its altText. */
export type CardLine =
  | { readonly kind: 'text'; readonly text: string; readonly tone: Tone }
  | { readonly kind: 'fact'; readonly label: string; readonly value: string }
  | {
      readonly kind: 'bar';
      readonly label: string;
      readonly figure: string;
      readonly percent: number;
      readonly action?: messagingApi.Action;
    }
  | {
      readonly kind: 'row';
      readonly text: string;
      readonly note?: string;
      readonly action: messagingApi.Action;
    }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'photo'; readonly words: string; readonly small: string; readonly full: string }
  | { readonly kind: 'line' };

/** Of a component that is not text from top to bottom, in units; far above what fits a phone's width. */
const longest = 500;
/** A text longer than this becomes several, so that a card can be split between them. */
const longestText = 2000;

/** LINE's limit of altText, in units. */
const longestAltText = 1500;

const short = (text: string): string => cutToLines(text, longest);

/** The lines of a card from top to bottom, without its heading. */
export function linesOf(blocks: readonly Block[], voice: Voice): readonly CardLine[] {
  return blocks.flatMap((block) => lineOf(block, voice));
}

function lineOf(block: Block, { say, photoUrl }: Voice): readonly CardLine[] {
  switch (block.kind) {
    case 'text':
      return textLines(say(block.text), block.tone ?? 'plain');
    case 'fact': {
      const [label, value] = [short(say(block.label)), say(block.value)];
      if (value.length <= longest) return [{ kind: 'fact', label, value }];
      return [{ kind: 'text', text: label, tone: 'quiet' }, ...textLines(value, 'plain')];
    }
    case 'bar': {
      const figure = block.figure ? short(say(block.figure)) : `${block.value}/${block.of}`;
      const action = block.option && { action: flexAction(block.option, say) };
      const percent = percentOf(block.value, block.of);
      return [{ kind: 'bar', label: short(say(block.label)), figure, percent, ...action }];
    }
    case 'row': {
      const note = block.note && { note: short(say(block.note)) };
      return [{ kind: 'row', text: short(say(block.text)), ...note, action: flexAction(block.option, say) }];
    }
    case 'title':
      return [{ kind: 'title', text: short(say(block.text)) }];
    case 'photo':
      return [
        photoLine(
          say(t('common:aPhoto')),
          photoUrl(block.file, 'small', 'onCard'),
          photoUrl(block.file, 'full', 'onCard'),
        ),
      ];
    case 'line':
      return [{ kind: 'line' }];
    default:
      return block satisfies never;
  }
}

/** A whole percentage from 0 to 100, whatever is measured by whatever. */
function percentOf(value: number, of: number): number {
  const percent = Math.round((value / of) * 100);
  return Number.isFinite(percent) ? Math.min(Math.max(percent, 0), 100) : 0;
}

/** The picture, or a word that there is one. */
function photoLine(words: string, small: string | undefined, full: string | undefined): CardLine {
  if (small === undefined || full === undefined) return { kind: 'text', text: words, tone: 'quiet' };
  return { kind: 'photo', words, small, full };
}

function textLines(text: string, tone: Tone): readonly CardLine[] {
  return splitText(text, longestText).map((part) => ({ kind: 'text', text: part, tone }));
}

/** The whole card in words, for notifications and for phones that cannot draw it. */
export function altText(heading: string, lines: readonly CardLine[], below?: string): string {
  const words = [heading, ...lines.flatMap((line) => inWords(line) ?? [])].join('\n');
  if (below === undefined) return cutToLines(words, longestAltText);
  return `${cutToLines(words, longestAltText - below.length - 1)}\n${below}`;
}

function inWords(line: CardLine): string | undefined {
  switch (line.kind) {
    case 'text':
    case 'title':
      return line.text;
    case 'fact':
      return `${line.label}: ${line.value}`;
    case 'bar':
      return `${line.label} ${line.figure}`;
    case 'row':
      return line.note === undefined ? line.text : `${line.text} · ${line.note}`;
    case 'photo':
      return line.words;
    case 'line':
      return undefined;
    default:
      return line satisfies never;
  }
}

export const headingOf = (card: Card, { say }: Voice): string => short(say(card.heading));
