import type { messagingApi } from '@line/bot-sdk';
import type { Render } from '../../kernel/outside.ts';
import { type Message, t } from '../../kernel/reply.ts';
import type { Texts } from '../../text/texts.ts';
import { quickReply } from './actions.ts';
import { encodeCard } from './card.ts';
import { sendable, splitText } from './cut.ts';
import { unseen } from './unseen.ts';
import type { Voice } from './voice.ts';

type LineMessage = messagingApi.TextMessage | messagingApi.FlexMessage | messagingApi.ImageMessage;

/** LINE's limits: a text in units, and messages of one call. */
const longestText = 5000;
const mostMessages = 5;

/** Makes LINE messages of a reply that keep every limit, whatever is in it. */
export function createRender(parts: Pick<Voice, 'photoUrl' | 'fileUrl'> & { readonly texts: Texts }): Render {
  return (reply, language) => {
    const say: Voice['say'] = (text) => sendable(parts.texts.render(text, language));
    const voice = { say, photoUrl: parts.photoUrl, fileUrl: parts.fileUrl };
    const besides = unseen(reply, say);
    const place = reply.messages.findLastIndex(
      (message) => message.kind === 'card' || (message.kind === 'text' && !message.alone),
    );
    const messages = reply.messages
      .flatMap((message, at) => encode(message, voice, at === place && besides ? say(besides) : undefined))
      .slice(0, mostMessages);
    const last = messages.at(-1);
    if (!last || !reply.options || reply.options.length === 0) return messages;
    return [...messages.slice(0, -1), { ...last, quickReply: quickReply(reply.options, say) }];
  };
}

/** With what is to be said below it. */
function encode(message: Message, voice: Voice, below: string | undefined): readonly LineMessage[] {
  switch (message.kind) {
    case 'text':
      return textMessages([...message.text.map(voice.say), ...(below ? [below] : [])].join('\n\n'));
    case 'card':
      return [encodeCard(message.card, voice, below)];
    case 'photo':
      return photoMessages(message.file, voice);
    case 'file':
      return fileMessages(message, voice);
    default:
      return message satisfies never;
  }
}

function photoMessages(file: string, { say, photoUrl }: Voice): readonly LineMessage[] {
  const [full, small] = [photoUrl(file, 'full', 'announced'), photoUrl(file, 'small', 'announced')];
  if (full === undefined || small === undefined) return textMessages(say(t('common:aPhoto')));
  return [{ type: 'image', originalContentUrl: full, previewImageUrl: small }];
}

/** LINE passes no documents on, so it is a link; asked so, LINE opens it in the phone's own browser, which can save it. */
function fileMessages(
  { file, name }: Extract<Message, { kind: 'file' }>,
  { say, fileUrl }: Voice,
): readonly LineMessage[] {
  const url = fileUrl(file);
  if (url === undefined) return textMessages(say(t('common:aFile', { name })));
  return textMessages(say(t('common:fileLink', { name, link: `${url}?openExternalBrowser=1` })));
}

function textMessages(text: string): readonly LineMessage[] {
  return splitText(sendable(text), longestText).map((part) => ({ type: 'text', text: part }));
}
