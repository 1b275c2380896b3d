import type { SendKind } from './quota.ts';
import type { MessageObject } from './rules/requests.ts';

/** A message object as it reached a chat. */
export type SentMessage = {
  readonly chatId: string;
  readonly via: SendKind;
  /** The request id of the call that sent it. */
  readonly callId: string;
  readonly messageId: string;
  readonly at: Date;
  readonly notificationDisabled: boolean;
  /** The webhook event that a reply answers. */
  readonly inReplyTo?: string;
  readonly message: MessageObject;
};

/** What a person did, as the chat shows it. */
export type Said =
  | { readonly type: 'text'; readonly text: string; readonly quotes?: string }
  /** A text sent before, as it reads now. */
  | { readonly type: 'edited'; readonly text: string }
  | { readonly type: 'image' }
  | { readonly type: 'file'; readonly fileName: string }
  | { readonly type: 'location'; readonly title: string }
  | { readonly type: 'sticker' };

export type ChatEntry = { readonly index: number; readonly chatId: string; readonly at: Date } & (
  | { readonly kind: 'bot'; readonly sent: SentMessage }
  /** Without a message's id it is what a button shows. */
  | { readonly kind: 'person'; readonly userId: string; readonly messageId?: string; readonly said: Said }
  | { readonly kind: 'typing'; readonly seconds: number }
  | {
      readonly kind: 'notice';
      readonly notice: 'blocked' | 'unblocked' | 'webhookFailed';
      readonly detail: string;
    }
);

type WithoutPosition<Entry> = Entry extends ChatEntry ? Omit<Entry, 'index' | 'at'> : never;
type NewEntry = WithoutPosition<ChatEntry>;

type WaitOptions = {
  readonly timeoutMs?: number;
  /** Only messages from this position of `messagesTo` on. */
  readonly from?: number;
};

/** Everything that was said in every chat, in order. */
export type ChatLog = {
  readonly add: (entry: NewEntry) => void;
  readonly entries: (chatId: string) => readonly ChatEntry[];
  readonly messagesTo: (chatId: string) => readonly SentMessage[];
  readonly waitFor: (
    chatId: string,
    wanted: (message: SentMessage) => boolean,
    options?: WaitOptions,
  ) => Promise<SentMessage>;
  readonly listen: (listener: (entry: ChatEntry) => void) => () => void;
  readonly forget: () => void;
};

export function createChatLog(now: () => Date): ChatLog {
  const chats = new Map<string, ChatEntry[]>();
  const sent = new Map<string, SentMessage[]>();
  const listeners = new Set<(entry: ChatEntry) => void>();
  let index = 0;

  const entries = (chatId: string) => chats.get(chatId) ?? [];
  const messagesTo = (chatId: string) => sent.get(chatId) ?? [];
  const listen = (listener: (entry: ChatEntry) => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };

  return {
    entries,
    messagesTo,
    listen,
    add: (entry) => {
      index += 1;
      const placed: ChatEntry = { ...entry, index, at: now() };
      append(chats, entry.chatId, placed);
      if (placed.kind === 'bot') append(sent, entry.chatId, placed.sent);
      for (const listener of listeners) listener(placed);
    },
    waitFor: (chatId, wanted, { timeoutMs = 60_000, from = 0 } = {}) => {
      const known = messagesTo(chatId).slice(from).find(wanted);
      if (known) return Promise.resolve(known);
      return nextMessage(chatId, wanted, timeoutMs, listen);
    },
    forget: () => {
      chats.clear();
      sent.clear();
    },
  };
}

function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function nextMessage(
  chatId: string,
  wanted: (message: SentMessage) => boolean,
  timeoutMs: number,
  listen: ChatLog['listen'],
): Promise<SentMessage> {
  // Made here, so that its stack names the caller that waited in vain.
  const tooLate = new Error(`no such message came to ${chatId} within ${timeoutMs} ms`);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(tooLate);
    }, timeoutMs);
    const stop = listen((entry) => {
      if (entry.kind !== 'bot' || entry.chatId !== chatId || !wanted(entry.sent)) return;
      clearTimeout(timer);
      stop();
      resolve(entry.sent);
    });
  });
}
