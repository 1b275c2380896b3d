/**
 * LINE's limits of what a call sends, told from its documentation and not from the code that keeps them.
 * Each fault is a line; none is a message that LINE takes.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const characters = (text: string) => [...segmenter.segment(text)].length;
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value), 'utf8');

type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export function faultsOf(messages: unknown): readonly string[] {
  const list = listOf(messages);
  return [
    ...(list.length >= 1 && list.length <= 5 ? [] : [`${list.length} messages`]),
    ...(bytes({ replyToken: 'x'.repeat(100), messages }) <= 2_000_000 ? [] : ['body over 2 MB']),
    ...everyText(messages).flatMap(unsendable),
    ...list.flatMap((message) => (isNode(message) ? messageFaults(message) : ['no message'])),
    ...list
      .slice(0, -1)
      .flatMap((message) => (isNode(message) && 'quickReply' in message ? ['early quick replies'] : [])),
  ];
}

function messageFaults(message: Node): readonly string[] {
  const quickReplies = isNode(message.quickReply) ? quickReplyFaults(listOf(message.quickReply.items)) : [];
  switch (message.type) {
    case 'text':
      return [...units('text', message.text, 5000), ...quickReplies];
    case 'flex':
      return [...units('altText', message.altText, 1500), ...flexFaults(message.contents), ...quickReplies];
    case 'image':
      return [...quickReplies, ...url(message.originalContentUrl), ...url(message.previewImageUrl)];
    default:
      return [`message type ${String(message.type)}`];
  }
}

function quickReplyFaults(items: readonly unknown[]): readonly string[] {
  const count = items.length >= 1 && items.length <= 13 ? [] : [`${items.length} quick replies`];
  return [
    ...count,
    ...items.flatMap((item) =>
      isNode(item) && item.type === 'action' && isNode(item.action)
        ? actionFaults(item.action, 20, true)
        : ['no quick reply'],
    ),
  ];
}

function actionFaults(action: Node, labelLimit: number, isQuickReply: boolean): readonly string[] {
  const label = spoken('label', action.label, labelLimit);
  switch (action.type) {
    case 'message':
      return [...label, ...spoken('text', action.text, 300)];
    case 'postback':
      return [
        ...label,
        ...units('data', action.data, 300),
        ...spoken('displayText', action.displayText, 300),
      ];
    case 'datetimepicker':
      return [...label, ...units('data', action.data, 300), ...pickerFaults(action)];
    case 'uri':
      return [...label, ...units('uri', action.uri, 1000)];
    case 'camera':
    case 'cameraRoll':
    case 'location':
      return [...label, ...(isQuickReply ? [] : [`${action.type} outside of quick replies`])];
    default:
      return [`action type ${String(action.type)}`];
  }
}

function pickerFaults({ mode, initial, min, max }: Node): readonly string[] {
  const dates = [initial, min, max].filter((date) => date !== undefined);
  const known = dates.every(
    (date) => typeof date === 'string' && date >= '1900-01-01' && date <= '2100-12-31',
  );
  const ordered = min === undefined || max === undefined || String(min) < String(max);
  const within =
    initial === undefined ||
    (String(initial) >= String(min ?? initial) && String(initial) <= String(max ?? initial));
  return mode === 'date' && known && ordered && within ? [] : ['date picker'];
}

function flexFaults(contents: unknown): readonly string[] {
  if (!isNode(contents)) return ['no flex container'];
  if (contents.type === 'bubble') return bubbleFaults(contents);
  const bubbles = listOf(contents.contents);
  const sizes = new Set(bubbles.map((bubble) => (isNode(bubble) ? bubble.size : undefined)));
  return [
    ...(contents.type === 'carousel' ? [] : [`flex container ${String(contents.type)}`]),
    ...(bubbles.length >= 1 && bubbles.length <= 12 ? [] : [`${bubbles.length} bubbles`]),
    ...(sizes.size === 1 ? [] : ['bubbles of several sizes']),
    ...(bytes(contents) <= 50_000 ? [] : [`carousel of ${bytes(contents)} bytes`]),
    ...bubbles.flatMap((bubble) =>
      isNode(bubble) && bubble.type === 'bubble' ? bubbleFaults(bubble) : ['no bubble'],
    ),
  ];
}

function bubbleFaults(bubble: Node): readonly string[] {
  return [
    ...(bytes(bubble) <= 30_000 ? [] : [`bubble of ${bytes(bubble)} bytes`]),
    ...['body', 'footer'].flatMap((part) =>
      part in bubble ? componentFaults(bubble[part], 'vertical') : [],
    ),
  ];
}

function componentFaults(component: unknown, parent: string): readonly string[] {
  if (!isNode(component)) return ['no component'];
  const action = isNode(component.action) ? actionFaults(component.action, 40, false) : [];
  if (parent === 'baseline' && !['text', 'icon', 'filler'].includes(String(component.type)))
    return ['in a base line'];
  switch (component.type) {
    case 'box':
      return [
        ...action,
        ...listOf(component.contents).flatMap((one) => componentFaults(one, String(component.layout))),
      ];
    case 'text':
      return [...action, ...units('flex text', component.text, 10_000)];
    case 'button':
      return isNode(component.action) ? action : ['button without action'];
    case 'image':
      return [...action, ...url(component.url)];
    case 'separator':
    case 'filler':
      return [];
    default:
      return [`component ${String(component.type)}`];
  }
}

function units(name: string, text: unknown, most: number): readonly string[] {
  if (typeof text !== 'string' || text.trim() === '') return [`${name} is empty`];
  return text.length <= most ? [] : [`${name} of ${text.length} units`];
}

function spoken(name: string, text: unknown, most: number): readonly string[] {
  if (typeof text !== 'string' || text.trim() === '') return [`${name} is empty`];
  return characters(text) <= most ? [] : [`${name} of ${characters(text)} characters`];
}

function url(value: unknown): readonly string[] {
  return typeof value === 'string' && value.startsWith('https://') && value.length <= 2000 ? [] : ['url'];
}

/** All texts that somebody sees. */
function everyText(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'data' ? [] : everyText(part)));
}

/** What cannot be written as UTF-8, or shows as nothing or as something else. */
function unsendable(text: string): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /\p{Surrogate}|[\u0000-\u0008\u202e]/u.test(text) ? ['unsendable characters'] : [];
}
