import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Line } from '../app/ports.ts';
import type { Json } from '../engine/ids.ts';
import type { Delivery, Log, Multicast } from '../kernel/outside.ts';
import { retryKeyOf } from '../kernel/retryKey.ts';
import type { Clock } from '../kernel/store.ts';
import type { LineFigures } from '../programme/quota/monthQuota.ts';
import { createCaller, type LineRequest } from './call.ts';
import { type Content, createContent } from './content.ts';
import { type Answer, deliveryOf, deliveryWithout, faultyPlaces, isAboutContent } from './delivery.ts';
import { plainMessages } from './plain.ts';

export type LineSettings = {
  /** The channel access token. */
  readonly token: string;
  /** Origins of the Messaging API and of its host for photos and files. */
  readonly apiBase: string;
  readonly dataBase: string;
  readonly log: Log;
  readonly clock: Clock;
};

export type LineClient = Line & {
  readonly multicast: Multicast;
  /** The pushes of this month and how many of them are used; absent when LINE does not tell. */
  readonly quota: () => Promise<LineFigures | 'unauthorized' | undefined>;
  /** What people add the bot by, such as `@000trial`; absent when LINE does not tell within two seconds. */
  readonly botId: () => Promise<string | undefined>;
  readonly content: (message: string) => Promise<Content>;
  readonly close: () => Promise<void>;
};

/** A reply token lives a minute, so an answer that takes longer than this is asked for again. */
const sendMs = 5_000;
const loadingMs = 3_000;
const toldMs = 2_000;
const quotaMs = 5_000;
/** How long the loading animation stays when no message ends it; a multiple of five. */
const loadingSeconds = 20;

/** Paths are made of ids only when these look like LINE's. */
const person = /^U[0-9a-f]{32}$/;
const chat = /^[UCR][0-9a-f]{32}$/;
const profile = z.object({ displayName: z.string(), language: z.string().optional().catch(undefined) });

/** `type` is `none` where there is no limit; then there is no value. */
const limitAnswer = z.object({ type: z.string(), value: z.number().optional() });
const infoAnswer = z.object({ basicId: z.string() });
const usageAnswer = z.object({ totalUsage: z.number() });

/** One call of messages: where to, and all of its body beside them. */
type Sending = Pick<LineRequest, 'path' | 'retryKey'> & { readonly body: { readonly [name: string]: Json } };

/** The calls to LINE that the way of a message needs. */
export function createLine({ token, apiBase, dataBase, log, clock }: LineSettings): LineClient {
  const api = createCaller(apiBase, token, log, clock);
  const data = createCaller(dataBase, token, log, clock);

  const call = (request: Sending, messages: Json): Promise<Answer> => {
    const { path, retryKey, body } = request;
    return api.call({
      ...{ method: 'POST', path, body: JSON.stringify({ ...body, messages }), withinMs: sendMs },
      ...(retryKey === undefined ? {} : { retryKey }),
    });
  };

  /**
   * Sends messages; what LINE finds fault with goes as plain texts instead. A call that is repeated is refused alike, and
   * the texts have a key of their own, so that they too arrive once.
   */
  async function send(request: Sending, messages: Json): Promise<Delivery> {
    try {
      const answer = await call(request, messages);
      if (!isAboutContent(answer)) return deliveryOf(answer);
      const plain = plainMessages(messages);
      if (isDeepStrictEqual(plain, messages)) return deliveryOf(answer);
      const { requestId = '', status, body } = answer;
      log.error({
        ...{ code: 'lineRefusedMessages', path: request.path, status, requestId },
        places: faultyPlaces(body),
      });
      const { retryKey } = request;
      return deliveryOf(
        await call(
          retryKey === undefined ? request : { ...request, retryKey: retryKeyOf(`${retryKey}:plain`) },
          plain,
        ),
      );
    } catch (error) {
      return deliveryWithout(error);
    }
  }
  /** What LINE answers to a question; nothing when it does not. */
  async function ask<T>(
    path: string,
    answer: z.ZodType<T>,
    withinMs = quotaMs,
  ): Promise<T | 'unauthorized' | undefined> {
    try {
      const { status, body } = await api.call({ method: 'GET', path, withinMs });
      if (status === 401) return 'unauthorized';
      return status === 200 ? answer.parse(JSON.parse(body ?? '')) : undefined;
    } catch {
      return undefined;
    }
  }
  const quiet = (silent: boolean) => (silent ? { notificationDisabled: true } : {});

  return {
    reply: (replyToken, messages, silent) =>
      send({ path: '/v2/bot/message/reply', body: { replyToken, ...quiet(silent) } }, messages),

    async push(to, messages, retryKey, silent) {
      if (!chat.test(to)) return { kind: 'refused', status: 400 };
      return send({ path: '/v2/bot/message/push', retryKey, body: { to, ...quiet(silent) } }, messages);
    },

    async multicast(to, messages, retryKey, silent) {
      if (!to.every((user) => person.test(user))) return { kind: 'refused', status: 400 };
      return send({ path: '/v2/bot/message/multicast', retryKey, body: { to, ...quiet(silent) } }, messages);
    },

    async loading(chatId) {
      // Groups have no animation.
      if (!person.test(chatId)) return;
      const body = JSON.stringify({ chatId, loadingSeconds });
      await api
        .call({ method: 'POST', path: '/v2/bot/chat/loading/start', body, withinMs: loadingMs })
        .catch(() => {});
    },

    async profile(user) {
      if (!person.test(user)) return undefined;
      const path = `/v2/bot/profile/${user}`;
      const answer = await api
        .call({ method: 'GET', path, logged: '/v2/bot/profile/{userId}', withinMs: toldMs })
        .catch(() => undefined);
      return answer?.status === 200 ? readProfile(answer.body) : undefined;
    },

    async botId() {
      const info = await ask('/v2/bot/info', infoAnswer, toldMs);
      return info === 'unauthorized' ? undefined : info?.basicId;
    },

    async quota() {
      const [limit, usage] = await Promise.all([
        ask('/v2/bot/message/quota', limitAnswer),
        ask('/v2/bot/message/quota/consumption', usageAnswer),
      ]);
      if (limit === 'unauthorized' || usage === 'unauthorized') return 'unauthorized';
      return limit && usage ? { limit: limit.value ?? 'none', used: usage.totalUsage } : undefined;
    },

    content: createContent(data, clock),

    async close() {
      await Promise.all([api.close(), data.close()]);
    },
  };
}

function readProfile(body: string | undefined): Awaited<ReturnType<Line['profile']>> {
  try {
    const { displayName: name, language } = profile.parse(JSON.parse(body ?? ''));
    return { name, ...(language === undefined ? {} : { language }) };
  } catch {
    return undefined;
  }
}
