import type { Answer } from './answer.ts';

export const endpointNames = [
  'reply',
  'push',
  'multicast',
  'broadcast',
  'validate',
  'quota',
  'quotaConsumption',
  'deliveryCount',
  'profile',
  'followers',
  'botInfo',
  'groupSummary',
  'groupMemberCount',
  'groupMemberProfile',
  'leaveGroup',
  'loading',
  'markAsRead',
  'content',
  'contentPreview',
  'contentTranscoding',
  'webhookEndpoint',
  'webhookTest',
] as const;

export type EndpointName = (typeof endpointNames)[number];

/** One call of the API that has passed the token, the rate limit and the body checks. */
export type ApiRequest = {
  readonly requestId: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly retryKey?: string;
};

export type Endpoint = {
  readonly name: EndpointName;
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly answer: (call: ApiRequest) => Answer | Promise<Answer>;
};
