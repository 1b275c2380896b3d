import type { ChatEntry, ChatLog, Said } from './chatLog.ts';
import type { ContentStore } from './content.ts';
import {
  chatOf,
  type EventMaker,
  type EventOptions,
  type ImageOptions,
  type MessageContent,
  type Place,
  type Postback,
  type TextOptions,
  type WebhookEvent,
} from './events.ts';
import type { Faults } from './faults.ts';
import type { NewPerson, SimGroup, SimPerson } from './people.ts';
import type { Quota } from './quota.ts';
import { isOwnText, isQuotable } from './quotable.ts';
import { actionsIn, type TapAction } from './taps.ts';
import type { Delivery, WebhookSender } from './webhookSender.ts';
import type { ApiCall, World } from './world.ts';

/** What an act caused: the event, and how the bot took its webhook. */
export type Act = {
  readonly webhookEventId: string;
  readonly replyToken?: string;
  readonly messageId?: string;
  readonly delivery: Delivery;
};

export type Tap = Postback & { readonly displayText?: string };
type Picture = { readonly bytes: Buffer; readonly mime: string };
/** A document, photo or film as LINE on a computer sends it: the kind is known by its name alone. */
type Document = { readonly name: string; readonly bytes: Buffer; readonly mime?: string };

/**
 * The hand on the stand-in: acts for people, looks into their chats, and breaks things.
 * Acting for someone who is not here, or who has blocked the bot, throws at once; so does what LINE would not let them do.
 */
export type Platform = {
  readonly botUserId: string;
  readonly addPerson: (person: NewPerson) => SimPerson;
  readonly addGroup: (group: Omit<SimGroup, 'groupId'> & { groupId?: string }) => SimGroup;
  readonly people: () => readonly (SimPerson & { readonly blocked: boolean })[];

  readonly sendText: (userId: string, text: string, options?: TextOptions) => Promise<Act>;
  /** Changes a text that this person sent. */
  readonly edit: (userId: string, messageId: string, text: string, options?: TextOptions) => Promise<Act>;
  readonly tap: (userId: string, tap: Tap, options?: EventOptions) => Promise<Act>;
  /** Taps what carries this label in the chat as it is now; `params` go with a picked date or time. */
  readonly press: (userId: string, label: string, params?: Postback['params']) => Promise<Act>;
  readonly sendImage: (userId: string, image: Buffer, mime: string, options?: ImageOptions) => Promise<Act>;
  /** Sends photos in one go, a webhook for each; with a larger `total` the others of them never come. */
  readonly sendImages: (
    userId: string,
    images: readonly Picture[],
    options?: EventOptions & { readonly total?: number },
  ) => Promise<readonly Act[]>;
  readonly sendFile: (userId: string, file: Document, options?: EventOptions) => Promise<Act>;
  readonly sendSticker: (userId: string, options?: EventOptions) => Promise<Act>;
  readonly sendLocation: (userId: string, place: Place, options?: EventOptions) => Promise<Act>;
  readonly unsend: (userId: string, messageId: string) => Promise<Act>;
  /** Adds the bot as a friend, or unblocks it. */
  readonly follow: (userId: string, options?: EventOptions) => Promise<Act>;
  /** Blocks the bot. */
  readonly unfollow: (userId: string, options?: EventOptions) => Promise<Act>;
  /** The bot is brought into a group or room. */
  readonly join: (groupId: string) => Promise<Act>;

  /** Makes events without sending them, for `deliverBatch`. */
  readonly events: EventMaker;
  readonly deliverBatch: (events: readonly WebhookEvent[]) => Promise<Delivery>;
  /** Sends events once more, or such as were held back until now. */
  readonly redeliver: WebhookSender['redeliver'];
  readonly sendRaw: WebhookSender['deliverRaw'];
  readonly webhook: Pick<WebhookSender, 'settings' | 'change' | 'hold' | 'release' | 'log' | 'idle'>;

  readonly messagesTo: ChatLog['messagesTo'];
  /** Waits for a message, and until the bot has the answer to the call that brought it. */
  readonly waitFor: ChatLog['waitFor'];
  readonly chat: (chatId: string) => readonly ChatEntry[];
  readonly tappable: (chatId: string) => readonly TapAction[];
  /** Every call that the bot made, oldest first. */
  readonly calls: () => readonly ApiCall[];

  readonly faults: Faults;
  readonly content: ContentStore;
  readonly quota: Pick<Quota, 'limit' | 'setLimit' | 'used' | 'setUsed'>;
  /** Empties chats and call lists; people, tokens and keys stay. */
  readonly forget: () => void;
};

export function createPlatform(world: World): Platform {
  const { people, log, webhook, events, content } = world;

  async function deliver(event: WebhookEvent): Promise<Act> {
    const delivery = await webhook.deliver([event]);
    if (delivery.reason !== 'OK')
      log.add({
        kind: 'notice',
        chatId: chatOf(event),
        notice: 'webhookFailed',
        detail: String(delivery.status ?? delivery.reason),
      });
    const { webhookEventId, replyToken } = event;
    return {
      webhookEventId,
      delivery,
      ...(replyToken ? { replyToken } : {}),
      ...('message' in event ? { messageId: event.message.id } : {}),
    };
  }

  function mayAct(userId: string): void {
    if (!people.find(userId)) throw new Error(`nobody here is ${userId}`);
    if (people.isBlocked(userId)) throw new Error(`${userId} has blocked the bot`);
  }

  function speak(userId: string, event: WebhookEvent): Promise<Act> {
    mayAct(userId);
    note(log, event);
    return deliver(event);
  }

  const sendText: Platform['sendText'] = (userId, text, options = {}) => {
    const { quotes, in: chat = userId } = options;
    if (quotes !== undefined && !isQuotable(log.entries(chat), quotes))
      throw new Error(`nothing in ${chat} to quote is ${quotes}`);
    return speak(userId, events.text(userId, text, options));
  };

  const edit: Platform['edit'] = (userId, messageId, text, options = {}) => {
    const { in: chat = userId } = options;
    if (!isOwnText(log.entries(chat), userId, messageId))
      throw new Error(`${userId} sent no text ${messageId} to ${chat}`);
    return speak(userId, events.edited(userId, messageId, text, options));
  };

  const tap: Platform['tap'] = (userId, { displayText, ...postback }, options) => {
    mayAct(userId);
    const event = events.postback(userId, postback, options);
    if (displayText)
      log.add({ kind: 'person', chatId: chatOf(event), userId, said: { type: 'text', text: displayText } });
    return deliver(event);
  };

  const press: Platform['press'] = (userId, label, params) => {
    const action = actionsIn(log.messagesTo(userId)).find((known) => known.label === label);
    if (!action) throw new Error(`nothing to tap is labelled "${label}"`);
    if (action.type === 'message') return sendText(userId, action.text ?? label);
    if (action.data === undefined) throw new Error(`tapping "${label}" sends nothing: it is ${action.type}`);
    const { data, displayText } = action;
    return tap(userId, { data, ...(params ? { params } : {}), ...(displayText ? { displayText } : {}) });
  };

  function setBlocked(userId: string, blocked: boolean): void {
    if (people.isBlocked(userId) === blocked) return;
    people.setBlocked(userId, blocked);
    log.add({ kind: 'notice', chatId: userId, notice: blocked ? 'blocked' : 'unblocked', detail: '' });
  }

  function addPerson(newcomer: NewPerson): SimPerson {
    const person = people.add(newcomer);
    world.options.onPeopleChanged?.(people.all());
    return person;
  }

  const upload = (userId: string, event: WebhookEvent, bytes: Buffer, mime: string) => {
    if (event.type === 'message') content.put(event.message.id, bytes, mime);
    return speak(userId, event);
  };

  return {
    botUserId: world.botUserId,
    addPerson,
    addGroup: people.addGroup,
    people: () => people.all().map((person) => ({ ...person, blocked: people.isBlocked(person.userId) })),
    sendText,
    edit,
    tap,
    press,
    sendImage: (userId, image, mime, options) => upload(userId, events.image(userId, options), image, mime),
    sendImages: (userId, images, { total = images.length, ...options } = {}) => {
      const id = world.ids.imageSet();
      return Promise.all(
        images.map(({ bytes, mime }, place) => {
          const imageSet = { id, index: place + 1, total };
          return upload(userId, events.image(userId, { ...options, imageSet }), bytes, mime);
        }),
      );
    },
    sendFile: (userId, { name, bytes, mime = 'application/octet-stream' }, options) =>
      upload(userId, events.file(userId, name, bytes.length, options), bytes, mime),
    sendSticker: (userId, options) => speak(userId, events.sticker(userId, options)),
    sendLocation: (userId, place, options) => speak(userId, events.location(userId, place, options)),
    unsend: (userId, messageId) => {
      if (content.find(messageId)) content.change(messageId, { state: 'gone' });
      return speak(userId, events.unsend(userId, messageId));
    },
    follow: (userId, options) => {
      const wasBlocked = people.isBlocked(userId);
      setBlocked(userId, false);
      return speak(userId, events.follow(userId, wasBlocked, options));
    },
    unfollow: (userId, options) => {
      setBlocked(userId, true);
      return deliver(events.unfollow(userId, options));
    },
    join: (groupId) => deliver(events.join(groupId)),
    events,
    deliverBatch: (batch) => {
      for (const event of batch) note(log, event);
      return webhook.deliver(batch);
    },
    redeliver: webhook.redeliver,
    sendRaw: webhook.deliverRaw,
    webhook,
    messagesTo: log.messagesTo,
    waitFor: async (...wanted) => {
      const sent = await log.waitFor(...wanted);
      await world.underWay.get(sent.callId);
      return sent;
    },
    chat: log.entries,
    tappable: (chatId) => actionsIn(log.messagesTo(chatId)),
    calls: () => world.calls,
    faults: world.faults,
    content,
    quota: world.quota,
    forget: () => {
      log.forget();
      world.calls.length = 0;
    },
  };
}

/** Shows in the chat what an event says; a tap shows its display text only, which the event does not carry. */
function note(log: ChatLog, event: WebhookEvent): void {
  if (!('message' in event)) return;
  const { type, message } = event;
  const said: Said = type === 'messageEdited' ? { type: 'edited', text: message.text } : saidIn(message);
  const userId = event.source.userId ?? '';
  log.add({ kind: 'person', chatId: chatOf(event), userId, messageId: message.id, said });
}

function saidIn(message: MessageContent): Said {
  switch (message.type) {
    case 'text': {
      const { text, quotedMessageId: quotes } = message;
      return { type: 'text', text, ...(quotes === undefined ? {} : { quotes }) };
    }
    case 'image':
      return { type: 'image' };
    case 'file':
      return { type: 'file', fileName: message.fileName };
    case 'location':
      return { type: 'location', title: message.title };
    case 'sticker':
      return { type: 'sticker' };
    default:
      return message satisfies never;
  }
}
