import type { messagingApi } from '@line/bot-sdk';
import type { Tone } from '../../kernel/reply.ts';
import type { CardLine } from './cardLines.ts';
import { cutToClusters } from './cut.ts';

type Component = messagingApi.FlexComponent;
type Box = messagingApi.FlexBox;
type Look = Pick<messagingApi.FlexText, 'color' | 'weight' | 'size'>;

/** On white each is read with ease (contrast of at least 4.5), also by eyes that do not tell colours apart. */
const colours = {
  ink: '#1F2937',
  quiet: '#5B6472',
  good: '#166534',
  warning: '#9A3412',
  link: '#1D4ED8',
  row: '#EEF3FB',
  track: '#D9DEE6',
  bar: '#1D4ED8',
  rule: '#D9DEE6',
};

const looks: { readonly [T in Tone]: Look } = {
  plain: { color: colours.ink },
  quiet: { color: colours.quiet, size: 'sm' },
  strong: { color: colours.ink, weight: 'bold' },
  good: { color: colours.good, weight: 'bold' },
  warning: { color: colours.warning, weight: 'bold' },
};

export const headingComponent = (text: string): Component =>
  wrapped(text, { weight: 'bold', size: 'lg', color: colours.ink });

export const buttonComponent = (action: messagingApi.Action, place: number): Component => ({
  type: 'button',
  action,
  height: 'sm',
  style: place === 0 ? 'primary' : 'secondary',
  adjustMode: 'shrink-to-fit',
});

/** Below all else: what may be typed, or that a card has more to say than LINE takes. */
export const quietComponent = (text: string): Component => wrapped(text, looks.quiet);

export function component(line: CardLine): Component {
  switch (line.kind) {
    case 'text':
      return wrapped(line.text, looks[line.tone]);
    case 'title':
      return { ...wrapped(line.text, { weight: 'bold', color: colours.ink }), margin: 'xl' };
    case 'fact':
      return pair(line.label, line.value);
    case 'bar':
      return bar(line);
    case 'row':
      return row(line);
    case 'photo':
      return {
        type: 'image',
        url: line.small,
        size: 'full',
        aspectRatio: '4:3',
        action: { type: 'uri', label: cutToClusters(line.words, 40), uri: line.full },
      };
    case 'line':
      return { type: 'separator', margin: 'lg', color: colours.rule };
    default:
      return line satisfies never;
  }
}

function wrapped(text: string, look: Look): messagingApi.FlexText {
  return { type: 'text', text, wrap: true, size: 'md', ...look };
}

const column = (contents: Component[]): Box => ({ type: 'box', layout: 'vertical', contents });

/** A figure takes the room that it needs and leaves the rest to its label; longer words share it. */
const longestFigure = 14;

/** Two columns on one base line: what it is, and its figure at the right. */
function pair(label: string, value: string): Box {
  const isFigure = value.length <= longestFigure;
  return {
    type: 'box',
    layout: 'baseline',
    spacing: 'md',
    contents: [
      { ...wrapped(label, looks.quiet), flex: isFigure ? 1 : 4 },
      { ...wrapped(value, looks.strong), flex: isFigure ? 0 : 5, align: 'end' },
    ],
  };
}

function track(percent: number): Box {
  const filled: Component = {
    ...column([{ type: 'filler' }]),
    width: `${percent}%`,
    height: '8px',
    backgroundColor: colours.bar,
    cornerRadius: '4px',
  };
  return {
    ...column([percent === 0 ? { type: 'filler' } : filled]),
    height: '8px',
    backgroundColor: colours.track,
    cornerRadius: '4px',
  };
}

function bar({ label, figure, percent, action }: Extract<CardLine, { kind: 'bar' }>): Box {
  const drawn: Box = { ...column([pair(label, figure), track(percent)]), spacing: 'xs' };
  return action
    ? { ...drawn, action, paddingAll: 'md', backgroundColor: colours.row, cornerRadius: 'md' }
    : drawn;
}

function row({ text, note, action }: Extract<CardLine, { kind: 'row' }>): Box {
  const notes = note === undefined ? [] : [wrapped(note, looks.quiet)];
  return {
    ...column([wrapped(text, { color: colours.link, weight: 'bold' }), ...notes]),
    action,
    paddingAll: 'md',
    backgroundColor: colours.row,
    cornerRadius: 'md',
  };
}
