import { setTimeout as pause } from 'node:timers/promises';
import { Agent } from 'undici';
import { chatOf, type WebhookEvent } from './events.ts';
import type { ReplyTokens } from './replyTokens.ts';
import { type Outcome, post, signatureOf, webhookBytes } from './webhookPost.ts';

/** One webhook that was sent, and how the bot took it. */
export type Delivery = Outcome & {
  readonly at: Date;
  readonly eventIds: readonly string[];
  readonly isRedelivery: boolean;
};

export type Redelivery = { readonly on: boolean; readonly delaysMs: readonly number[] };

/** How webhooks are sent; all of it may be changed while running. */
type WebhookSettings = {
  readonly url: string;
  readonly redelivery: Redelivery;
  /** Sends characters outside ASCII as `\uXXXX`, as LINE does at times. */
  readonly escapeNonAscii: boolean;
  /** Further copies that are sent at the same time. */
  readonly duplicates: number;
  readonly delayMs: number;
};

type RawOptions = { readonly signature?: string | null; readonly contentType?: string };

export type WebhookSender = {
  readonly settings: () => WebhookSettings;
  readonly change: (change: Partial<WebhookSettings>) => void;
  /** Sends one webhook with these events; resolves with the bot's answer to the first copy. */
  readonly deliver: (events: readonly WebhookEvent[]) => Promise<Delivery>;
  /** Sends one webhook as a repeated one. */
  readonly redeliver: (events: readonly WebhookEvent[]) => Promise<Delivery>;
  /** Sends these bytes as they are, signed rightly unless a signature (or `null` for none) is given. */
  readonly deliverRaw: (body: Buffer | string, options?: RawOptions) => Promise<Delivery>;
  /** Keeps webhooks back until `release`, which sends them one after the other in the order asked for. */
  readonly hold: () => void;
  readonly release: (order?: 'kept' | 'reversed') => Promise<void>;
  readonly log: () => readonly Delivery[];
  /** Resolves when nothing is under way and no redelivery is planned. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Needs = {
  readonly now: () => Date;
  readonly channelSecret: string;
  readonly destination: string;
  readonly settings: WebhookSettings;
  readonly tokens: ReplyTokens;
  readonly record: (body: unknown) => void;
};

export function createWebhookSender(needs: Needs): WebhookSender {
  const agent = new Agent({ connections: 128, pipelining: 1 });
  const closing = new AbortController();
  const log: Delivery[] = [];
  const underWay = new Set<Promise<unknown>>();
  let settings = needs.settings;
  let held: (() => Promise<unknown>)[] | undefined;

  function track<Result>(work: Promise<Result>): Promise<Result> {
    underWay.add(work);
    const done = () => underWay.delete(work);
    work.then(done, done);
    return work;
  }

  async function send(
    bytes: Buffer,
    eventIds: readonly string[],
    isRedelivery: boolean,
    raw: RawOptions = {},
  ) {
    const at = needs.now();
    const signature = raw.signature === undefined ? signatureOf(bytes, needs.channelSecret) : raw.signature;
    const letter = { bytes, signature, ...(raw.contentType ? { contentType: raw.contentType } : {}) };
    const outcome = await post(agent, settings.url, letter);
    const delivery: Delivery = { ...outcome, at, eventIds, isRedelivery };
    log.push(delivery);
    return delivery;
  }

  function sendEvents(events: readonly WebhookEvent[], isRedelivery: boolean): Promise<Delivery> {
    const body = {
      destination: needs.destination,
      events: events.map((event) => ({ ...event, deliveryContext: { isRedelivery } })),
    };
    needs.record(body);
    for (const event of events) {
      const { replyToken, webhookEventId: eventId } = event;
      if (replyToken) needs.tokens.deliver(replyToken, { chatId: chatOf(event), eventId });
    }
    const bytes = webhookBytes(body, settings.escapeNonAscii);
    const copy = () =>
      send(
        bytes,
        events.map((event) => event.webhookEventId),
        isRedelivery,
      );
    const first = copy();
    for (let copies = isRedelivery ? 0 : settings.duplicates; copies > 0; copies -= 1) track(copy());
    return first;
  }

  async function repeat(events: readonly WebhookEvent[]): Promise<void> {
    for (const delayMs of settings.redelivery.delaysMs) {
      await pause(delayMs, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted || !settings.redelivery.on) return;
      const { reason } = await sendEvents(events, true);
      if (reason === 'OK') return;
    }
  }

  async function deliverNow(events: readonly WebhookEvent[]): Promise<Delivery> {
    if (settings.delayMs > 0) await pause(settings.delayMs);
    const delivery = await sendEvents(events, false);
    if (delivery.reason !== 'OK' && settings.redelivery.on) track(repeat(events));
    return delivery;
  }

  return {
    settings: () => settings,
    change: (change) => {
      settings = { ...settings, ...change };
    },
    deliver: (events) => {
      const waiting = held;
      if (!waiting) return track(deliverNow(events));
      return new Promise((resolve) => {
        waiting.push(() => deliverNow(events).then(resolve));
      });
    },
    redeliver: (events) => track(sendEvents(events, true)),
    deliverRaw: (body, options) =>
      track(send(typeof body === 'string' ? Buffer.from(body) : body, [], false, options)),
    hold: () => {
      held ??= [];
    },
    release: async (order = 'kept') => {
      const waiting = held ?? [];
      held = undefined;
      for (const run of order === 'kept' ? waiting : waiting.toReversed()) await track(run());
    },
    log: () => log,
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    close: async () => {
      closing.abort();
      await agent.destroy();
    },
  };
}
