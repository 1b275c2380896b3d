import type { Ids } from './ids.ts';

export type Source =
  | { readonly type: 'user'; readonly userId: string }
  | { readonly type: 'group'; readonly groupId: string; readonly userId?: string }
  | { readonly type: 'room'; readonly roomId: string; readonly userId?: string };

type TextContent = {
  readonly type: 'text';
  readonly id: string;
  readonly text: string;
  readonly quoteToken: string;
  readonly mention?: Mention;
  readonly emojis?: readonly LineEmoji[];
  readonly quotedMessageId?: string;
};
export type MessageContent =
  | TextContent
  | ({ readonly id: string } & (
      | {
          readonly type: 'image';
          readonly contentProvider: { readonly type: 'line' };
          readonly quoteToken: string;
          readonly imageSet?: ImageSet;
        }
      | { readonly type: 'file'; readonly fileName: string; readonly fileSize: number }
      | {
          readonly type: 'location';
          readonly title: string;
          readonly address: string;
          readonly latitude: number;
          readonly longitude: number;
        }
      | {
          readonly type: 'sticker';
          readonly packageId: string;
          readonly stickerId: string;
          readonly stickerResourceType: 'STATIC';
          readonly quoteToken: string;
        }
    ));
/** Where a text has words instead of a picture of LINE's, in UTF-16 units. */
type LineEmoji = {
  readonly index: number;
  readonly length: number;
  readonly productId: string;
  readonly emojiId: string;
};
/** Which of several photos that were sent in one go; the first is 1. */
export type ImageSet = { readonly id: string; readonly index: number; readonly total: number };
type Mention = {
  readonly mentionees: readonly [
    {
      readonly index: 0;
      readonly length: number;
      readonly type: 'user';
      readonly userId: string;
      readonly isSelf: true;
    },
  ];
};

export type WebhookEvent = {
  readonly mode: 'active' | 'standby';
  readonly timestamp: number;
  readonly source: Source;
  readonly webhookEventId: string;
  readonly deliveryContext: { readonly isRedelivery: boolean };
  readonly replyToken?: string;
} & (
  | { readonly type: 'message'; readonly message: MessageContent }
  | { readonly type: 'messageEdited'; readonly message: TextContent }
  | { readonly type: 'unsend'; readonly unsend: { readonly messageId: string } }
  | { readonly type: 'postback'; readonly postback: Postback }
  | { readonly type: 'follow'; readonly follow: { readonly isUnblocked: boolean } }
  | { readonly type: 'unfollow' | 'join' | 'leave' }
);

export type Postback = { readonly data: string; readonly params?: Readonly<Record<string, string>> };
export type Place = {
  readonly title: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
};

export type EventOptions = {
  /** Milliseconds; now when absent. */
  readonly timestamp?: number;
  readonly webhookEventId?: string;
  /** The group or room where it happens; the one-to-one chat when absent. */
  readonly in?: string;
  readonly standby?: boolean;
};
export type TextOptions = EventOptions & {
  /** The first word mentions the bot. */
  readonly mentionsBot?: boolean;
  /** Words that stand for emojis of LINE's wherever they are in the text, such as `(moon)`. */
  readonly emojis?: readonly string[];
  /** The message that it is written under, by its id. */
  readonly quotes?: string;
};
export type ImageOptions = EventOptions & { readonly imageSet?: ImageSet };

/** Makes the webhook events that a person's acts cause; sending them is another matter. */
export type EventMaker = ReturnType<typeof createEventMaker>;

export function createEventMaker(ids: Ids, now: () => Date, botUserId: string) {
  function common(who: string, options: EventOptions) {
    return {
      timestamp: options.timestamp ?? now().getTime(),
      source: sourceOf(who, options.in),
      webhookEventId: options.webhookEventId ?? ids.event(),
      deliveryContext: { isRedelivery: false },
      mode: options.standby ? 'standby' : 'active',
    } as const;
  }
  const answerable = (who: string, options: EventOptions) =>
    options.standby ? common(who, options) : { ...common(who, options), replyToken: ids.token() };
  const message = (who: string, content: MessageContent, options: EventOptions): WebhookEvent => ({
    type: 'message',
    ...answerable(who, options),
    message: content,
  });
  const quotable = () => ({ id: ids.message(), quoteToken: ids.token() });
  const textContent = (text: string, { mentionsBot, emojis = [], quotes }: TextOptions): TextContent => {
    const marks = emojisIn(text, emojis);
    return {
      type: 'text',
      ...quotable(),
      text,
      ...(mentionsBot ? { mention: mentionOf(text, botUserId) } : {}),
      ...(marks.length > 0 ? { emojis: marks } : {}),
      ...(quotes === undefined ? {} : { quotedMessageId: quotes }),
    };
  };

  return {
    text: (who: string, text: string, options: TextOptions = {}) =>
      message(who, textContent(text, options), options),
    /** A text that was sent before, as it reads now: its id stays, its quote token does not. */
    edited: (who: string, id: string, text: string, options: TextOptions = {}): WebhookEvent => ({
      type: 'messageEdited',
      ...answerable(who, options),
      message: { ...textContent(text, options), id },
    }),
    image: (who: string, options: ImageOptions = {}) => {
      const set = options.imageSet ? { imageSet: options.imageSet } : {};
      return message(
        who,
        { type: 'image', ...quotable(), contentProvider: { type: 'line' }, ...set },
        options,
      );
    },
    file: (who: string, fileName: string, fileSize: number, options: EventOptions = {}) =>
      message(who, { type: 'file', id: ids.message(), fileName, fileSize }, options),
    location: (who: string, place: Place, options: EventOptions = {}) =>
      message(who, { type: 'location', id: ids.message(), ...place }, options),
    sticker: (who: string, options: EventOptions = {}) =>
      message(
        who,
        {
          type: 'sticker',
          ...quotable(),
          packageId: '446',
          stickerId: '1988',
          stickerResourceType: 'STATIC',
        },
        options,
      ),
    postback: (who: string, postback: Postback, options: EventOptions = {}): WebhookEvent => ({
      type: 'postback',
      ...answerable(who, options),
      postback,
    }),
    follow: (who: string, isUnblocked: boolean, options: EventOptions = {}): WebhookEvent => ({
      type: 'follow',
      ...answerable(who, options),
      follow: { isUnblocked },
    }),
    unfollow: (who: string, options: EventOptions = {}): WebhookEvent => ({
      type: 'unfollow',
      ...common(who, options),
    }),
    unsend: (who: string, messageId: string, options: EventOptions = {}): WebhookEvent => ({
      type: 'unsend',
      ...common(who, options),
      unsend: { messageId },
    }),
    join: (groupId: string, options: EventOptions = {}): WebhookEvent => ({
      type: 'join',
      ...answerable(groupId, options),
    }),
    leave: (groupId: string, options: EventOptions = {}): WebhookEvent => ({
      type: 'leave',
      ...common(groupId, options),
    }),
  };
}

function sourceOf(who: string, place: string | undefined): Source {
  const user = who.startsWith('U') ? { userId: who } : {};
  const chat = place ?? who;
  if (chat.startsWith('C')) return { type: 'group', groupId: chat, ...user };
  if (chat.startsWith('R')) return { type: 'room', roomId: chat, ...user };
  return { type: 'user', userId: who };
}

function mentionOf(text: string, userId: string): Mention {
  const length = text.split(' ', 1)[0]?.length ?? 0;
  return { mentionees: [{ index: 0, length, type: 'user', userId, isSelf: true }] };
}

/** Every place where one of the words stands, the first of them first. */
function emojisIn(text: string, words: readonly string[]): readonly LineEmoji[] {
  const found: LineEmoji[] = [];
  for (const word of words)
    for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + word.length))
      found.push({ index, length: word.length, productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' });
  return found.toSorted((a, b) => a.index - b.index);
}

/** The chat in which an event happened. */
export function chatOf(event: WebhookEvent): string {
  const { source } = event;
  switch (source.type) {
    case 'user':
      return source.userId;
    case 'group':
      return source.groupId;
    case 'room':
      return source.roomId;
    default:
      return source satisfies never;
  }
}
