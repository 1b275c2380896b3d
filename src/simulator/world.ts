import { type ChatLog, createChatLog } from './chatLog.ts';
import { type ContentStore, createContentStore } from './content.ts';
import type { EndpointName } from './endpoint.ts';
import { createEventMaker, type EventMaker } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { createIds, type Ids } from './ids.ts';
import type { SimulatorOptions } from './options.ts';
import { createPeople, type People } from './people.ts';
import { createQuota, type Quota } from './quota.ts';
import { createReplyTokens, type ReplyTokens } from './replyTokens.ts';
import { createRetryKeys, type RetryKeys } from './retryKeys.ts';
import { createWebhookSender, type WebhookSender } from './webhookSender.ts';

/** A call that the bot made. */
export type ApiCall = {
  readonly endpoint: EndpointName;
  readonly requestId: string;
  readonly at: Date;
  readonly body: unknown;
  readonly retryKey?: string;
  /** What the platform decided, whether or not the answer went out; 0 when it decided nothing. */
  readonly status: number;
  readonly answered: boolean;
};

/** Everything that the stand-in remembers. */
export type World = {
  readonly options: SimulatorOptions;
  readonly botUserId: string;
  readonly ids: Ids;
  readonly people: People;
  readonly log: ChatLog;
  readonly tokens: ReplyTokens;
  readonly retryKeys: RetryKeys;
  readonly quota: Quota;
  readonly content: ContentStore;
  readonly faults: Faults;
  readonly events: EventMaker;
  readonly webhook: WebhookSender;
  readonly calls: ApiCall[];
  /** Calls whose answer the bot does not have yet, by request id. */
  readonly underWay: Map<string, Promise<void>>;
};

export function createWorld(options: SimulatorOptions): World {
  const { now, recorder } = options;
  const ids = createIds(now, options.newId);
  const botUserId = ids.chat('U');
  const tokens = createReplyTokens(now, options.replyTokenLifeMs ?? 60_000);
  const webhook = createWebhookSender({
    now,
    tokens,
    channelSecret: options.channelSecret,
    destination: botUserId,
    settings: {
      url: options.webhookUrl,
      redelivery: options.redelivery ?? { on: false, delaysMs: [] },
      escapeNonAscii: false,
      duplicates: 0,
      delayMs: 0,
    },
    record: (body) => recorder?.({ endpoint: 'webhook', body }),
  });
  return {
    options,
    botUserId,
    ids,
    people: createPeople(ids, options.people ?? []),
    log: createChatLog(now),
    tokens,
    retryKeys: createRetryKeys(now),
    quota: createQuota(now, options.quota ?? null),
    content: createContentStore(),
    faults: createFaults(),
    events: createEventMaker(ids, now, botUserId),
    webhook,
    calls: [],
    underWay: new Map(),
  };
}
