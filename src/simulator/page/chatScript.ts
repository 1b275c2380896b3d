/** Browser module: draws the entries of a chat. */
export const chatScript = `
import { el, linked, tappable } from './dom.js';
import { drawFlex } from './flex.js';

const zone = 'Asia/Bangkok';

/** texts are the page's, tap performs an action. */
export function createChat({ texts, language, tap }) {
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
    text: ({ text }) => el('div', { class: 'say' }, ...linked(text)),
    image: ({ messageId }) => photo('/page/photo/' + encodeURIComponent(messageId)),
    file: ({ fileName }) => el('div', { class: 'say' }, '📎 ' + fileName),
    location: ({ title }) => el('div', { class: 'say place' }, '📍 ' + title),
    sticker: () => el('div', { class: 'sticker' }, '🙂'),
  };

  function drawBot({ at, sent }) {
    const marks = [];
    if (sent.via !== 'reply') marks.push(texts.viaPush);
    if (sent.notificationDisabled) marks.push(texts.silent);
    const drawn = (draw[sent.message.type] ?? unknown)(sent.message);
    return line('bot', drawn, at, marks);
  }

  function line(side, content, at, marks = []) {
    const when = el('time', { datetime: at }, [...marks, clock.format(new Date(at))].join(' · '));
    return el('div', { class: 'line ' + side }, content, when);
  }

  const drawers = {
    bot: drawBot,
    person: (entry) => line('person', said[entry.said.type](entry.said), entry.at),
    notice: ({ notice, detail }) => el('p', { class: 'notice' }, [texts[notice], detail].filter(Boolean).join(' · ')),
    typing: () => el('div', { class: 'line bot typing' }, el('div', { class: 'say' }, el('i'), el('i'), el('i'))),
  };

  return {
    day: (entry) => calendar.format(new Date(entry.at)),
    draw: (entry) => drawers[entry.kind](entry),
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
