/** Browser module: draws the entries of a chat. */
export const chatScript = `
import { el, linked, tappable } from './dom.js';
import { drawFlex } from './flex.js';

const zone = 'Asia/Bangkok';

const longest = 80;

/** texts are the page's, tap performs an action, about begins to quote or edit, entryOf finds what was said by its id. */
export function createChat({ texts, language, tap, about, entryOf }) {
  const locale = language === 'th' ? 'th-TH-u-ca-buddhist' : 'en-GB';
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone });

  const draw = {
    text: ({ text }) => el('div', { class: 'say' }, ...linked(text)),
    textV2: ({ text }) => el('div', { class: 'say' }, ...linked(text)),
    flex: ({ contents, altText }) => {
      const drawn = drawFlex(contents, tap);
      drawn.setAttribute('title', altText);
      return drawn;
    },
    image: ({ previewImageUrl, originalContentUrl }) =>
      el('a', { href: originalContentUrl, target: '_blank', rel: 'noopener noreferrer' }, photo(previewImageUrl)),
    template: ({ template, altText }) => drawTemplate(template, altText, tap),
    location: ({ title, address }) => el('div', { class: 'say place' }, '📍 ' + title, el('small', {}, address)),
    sticker: () => el('div', { class: 'sticker' }, '🙂'),
  };
  const unknown = ({ altText }) => el('div', { class: 'say quiet' }, altText ?? texts.unknownMessage);

  const said = {
    text: ({ text, quotes }) =>
      el('div', { class: 'say' }, quotes && el('small', { class: 'quoted' }, excerptOf(entryOf(quotes))), el('span', {}, ...linked(text))),
    image: (_said, messageId) => photo('/page/photo/' + encodeURIComponent(messageId)),
    file: ({ fileName }) => el('div', { class: 'say' }, '📎 ' + fileName),
    location: ({ title }) => el('div', { class: 'say place' }, '📍 ' + title),
    sticker: () => el('div', { class: 'sticker' }, '🙂'),
  };

  function drawBot({ at, sent }) {
    const marks = [];
    if (sent.via !== 'reply') marks.push(texts.viaPush);
    if (sent.notificationDisabled) marks.push(texts.silent);
    const drawn = (draw[sent.message.type] ?? unknown)(sent.message);
    const drawnLine = line('bot', drawn, at, marks, [quoteMark(sent.messageId)]);
    drawnLine.dataset.call = sent.callId;
    return drawnLine;
  }

  function drawPerson({ at, messageId, said: one }) {
    const isText = messageId && one.type === 'text';
    const isQuotable = isText || ['image', 'sticker'].includes(one.type);
    const buttons = [isQuotable && quoteMark(messageId), isText && mark('edit', messageId, '✎')];
    const drawn = line('person', said[one.type](one, messageId), at, [], buttons.filter(Boolean));
    if (messageId) drawn.dataset.message = messageId;
    return drawn;
  }

  /** What a message says in few words. */
  function excerptOf(entry) {
    const message = entry?.sent?.message ?? entry?.said ?? {};
    const words = message.text ?? message.altText ?? texts[message.type === 'image' ? 'photo' : message.type] ?? '…';
    return words.length > longest ? words.slice(0, longest) + '…' : words;
  }

  const quoteMark = (messageId) => mark('quote', messageId, '↩');

  function mark(kind, messageId, sign) {
    const begin = () => about({ kind, messageId, excerpt: excerptOf(entryOf(messageId)) });
    return el('button', { type: 'button', class: 'mark', 'aria-label': texts[kind], title: texts[kind], onclick: begin }, sign);
  }

  function line(side, content, at, marks, buttons) {
    const when = el('time', { datetime: at }, [...marks, clock.format(new Date(at))].join(' · '));
    return el('div', { class: 'line ' + side }, content, when, ...buttons);
  }

  const drawers = {
    bot: drawBot,
    person: drawPerson,
    notice: ({ notice, detail }) => el('p', { class: 'notice' }, [texts[notice], detail].filter(Boolean).join(' · ')),
    typing: () => el('div', { class: 'line bot typing' }, el('div', { class: 'say' }, el('i'), el('i'), el('i'))),
  };

  return {
    day: (entry) => calendar.format(new Date(entry.at)),
    draw: (entry) => drawers[entry.kind](entry),
    /** Where the first message stands that was sent together with a message of the bot. */
    firstOf: (box, { sent }) => box.querySelector('[data-call="' + sent.callId + '"]'),
    /** Shows an edited text where it stands. */
    change: (box, { messageId, said: { text } }) => {
      const drawn = box.querySelector('[data-message="' + messageId + '"]');
      drawn?.querySelector('.say > span').replaceChildren(...linked(text), ' ', el('small', {}, texts.edited));
    },
  };
}

function photo(source) {
  return el('img', { class: 'photo', src: source, alt: '' });
}

function drawTemplate(template, altText, tap) {
  const cards = template.columns ?? [template];
  const drawn = cards.map((card) =>
    el(
      'div',
      { class: 'flex kilo card' },
      (card.thumbnailImageUrl ?? card.imageUrl) && el('img', { class: 'photo', src: card.thumbnailImageUrl ?? card.imageUrl, alt: '' }),
      card.title && el('strong', {}, card.title),
      card.text && el('p', {}, card.text),
      ...(card.actions ?? [card.action]).map((action) =>
        el('button', { type: 'button', class: 'button link', onclick: () => tap(action) }, action.label ?? altText),
      ),
    ),
  );
  return el('div', { class: drawn.length > 1 ? 'carousel' : '' }, ...drawn);
}
`;
