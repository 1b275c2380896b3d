import type { messagingApi } from '@line/bot-sdk';
import type { Card } from '../../kernel/reply.ts';
import { flexAction } from './actions.ts';
import { altText, type CardLine, headingOf, linesOf } from './cardLines.ts';
import { buttonComponent, component, headingComponent, quietComponent } from './components.ts';
import { cutToLines } from './cut.ts';
import type { Voice } from './voice.ts';

type Component = messagingApi.FlexComponent;
type Bubble = messagingApi.FlexBubble;

/** LINE's limits: a bubble's JSON, a carousel's JSON, bubbles of a carousel. */
const mostBytes = { bubble: 30_000, carousel: 50_000 };
const mostBubbles = 12;
/** What a bubble has around its lines. */
const frameBytes = 600;
/** Buttons, and what is said over them, are kept before lines where not all can be. */
const footBytes = 10_000;
/** In units; also in the altText. */
const longestBelow = 800;

/** A card as one bubble, or as a carousel where it is too big for one; what is said below it stands over its buttons. */
export function encodeCard(card: Card, voice: Voice, below?: string): messagingApi.FlexMessage {
  const heading = headingOf(card, voice);
  const lines = linesOf(
    card.blocks.filter(({ folded }) => !folded),
    voice,
  );
  const buttons = (card.buttons ?? []).map((option, place) =>
    buttonComponent(flexAction(option, voice.say), place),
  );
  const last = below === undefined ? undefined : cutToLines(below, longestBelow);
  const foot = fitting(last === undefined ? buttons : [quietComponent(last), ...buttons], footBytes);
  const whole = bubble(heading, lines.map(component), foot);
  const contents: messagingApi.FlexContainer =
    bytesOf(whole) <= mostBytes.bubble
      ? whole
      : { type: 'carousel', contents: bubbles(heading, lines, foot) };
  const words = card.blocks.some(({ folded }) => folded) ? linesOf(card.blocks, voice) : lines;
  return { type: 'flex', altText: altText(heading, words, last), contents };
}

function bubble(heading: string, body: Component[], foot: Component[]): Bubble {
  const footer: Pick<Bubble, 'footer'> =
    foot.length === 0 ? {} : { footer: { type: 'box', layout: 'vertical', spacing: 'sm', contents: foot } };
  return {
    type: 'bubble',
    size: 'mega',
    body: { type: 'box', layout: 'vertical', spacing: 'md', contents: [headingComponent(heading), ...body] },
    ...footer,
  };
}

/** Bubbles side by side, each with the heading; the foot is on the last, when all has been read. */
function bubbles(heading: string, lines: readonly CardLine[], foot: Component[]): Bubble[] {
  const around = frameBytes + bytesOf(headingComponent(heading));
  const pages = paginate(lines, mostBytes.bubble - around - bytesOf(foot), {
    all: mostBytes.carousel - bytesOf(foot) - frameBytes,
    each: around,
  });
  return pages.map((page, place) => bubble(heading, page, place === pages.length - 1 ? foot : []));
}

type Room = { readonly all: number; readonly each: number };

/** Shares lines out to pages: a title's lines stay together where they fit a page; what fits nowhere ends in `…`. */
function paginate(lines: readonly CardLine[], pageBytes: number, room: Room): Component[][] {
  const pages: Component[][] = [];
  let used = 0;
  let left = 0;
  for (const section of sections(lines)) {
    const whole = bytesOf(section);
    if (whole > left && whole <= pageBytes) left = 0;
    for (const part of section) {
      const bytes = bytesOf(part) + 1;
      if (bytes > left) {
        if (pages.length === mostBubbles || used + room.each + bytes > room.all) return ended(pages);
        pages.push([]);
        used += room.each;
        left = pageBytes;
      }
      if (used + bytes > room.all) return ended(pages);
      pages.at(-1)?.push(part);
      used += bytes;
      left -= bytes;
    }
  }
  return pages;
}

function ended(pages: Component[][]): Component[][] {
  pages.at(-1)?.push(quietComponent('…'));
  return pages;
}

/** Components from one title to the next. */
function sections(lines: readonly CardLine[]): Component[][] {
  const found: Component[][] = [];
  for (const line of lines) {
    const present = found.at(-1);
    if (present && line.kind !== 'title') present.push(component(line));
    else found.push([component(line)]);
  }
  return found;
}

function fitting(components: Component[], most: number): Component[] {
  let left = most;
  return components.filter((one) => {
    left -= bytesOf(one) + 1;
    return left >= 0;
  });
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
