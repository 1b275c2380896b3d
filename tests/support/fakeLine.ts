import type { Line } from '../../src/app/ports.ts';
import type { Json } from '../../src/engine/ids.ts';
import type { Delivery } from '../../src/kernel/outside.ts';

/** How LINE behaves at one call. */
export type Fault =
  | 'none'
  /** Accepted, but nobody hears of it. */
  | 'answerLost'
  /** 500 and not accepted, which one cannot know. */
  | 'serverError'
  | 'notSent'
  | 'rateLimited'
  | 'unauthorized'
  | 'refused'
  | 'quotaUsedUp'
  /** The token is dead before its time. */
  | 'tokenGone';

/** What a phone was shown. */
export type Shown = {
  readonly to: string;
  readonly way: 'reply' | 'push';
  readonly messages: Json;
  readonly silent: boolean;
  readonly at: Date;
};

export type FakeLine = {
  readonly line: Line;
  /** Hands out a reply token, which lives for a minute and is used once. */
  readonly token: (lineUser: string) => string;
  /** To whom a token was handed out. */
  readonly ownerOf: (token: string) => string | undefined;
  /** A repeated delivery gives an unused token its minute again. */
  readonly renewToken: (token: string) => void;
  readonly shown: readonly Shown[];
  readonly loadings: readonly string[];
  /** Calls by their order, whatever came of them. */
  readonly calls: () => number;
};

const tokenLife = 60_000;
const keyLife = 24 * 3600 * 1000;

/** What LINE calls the messages of a call, here by the place of the call among those that arrived. */
export const idsOf = (call: number, messages: Json): readonly string[] =>
  Array.isArray(messages) ? messages.map((_, place) => `m${call}.${place}`) : [];

/** LINE with its rules: one-use tokens, retry keys that are accepted once, and faults on demand. */
export function createFakeLine(
  now: () => Date,
  faultOf: (call: number, way: 'reply' | 'push') => Fault,
): FakeLine {
  const tokens = new Map<string, { readonly to: string; readonly until: number }>();
  const keys = new Map<string, { readonly until: number; readonly body: string }>();
  const shown: Shown[] = [];
  const owners = new Map<string, string>();
  const loadings: string[] = [];
  /** A message that is refused is so at every try. */
  const refused = new Set<string>();
  let calls = 0;
  let handedOut = 0;

  /** Accepts or refuses, as a fault that lies before that allows. */
  function deliver(planned: Fault, messages: Json, accept: () => Delivery): Delivery {
    const text = JSON.stringify(messages);
    if (planned === 'refused') refused.add(text);
    const fault = refused.has(text) ? 'refused' : planned;
    switch (fault) {
      case 'none':
        return accept();
      case 'answerLost':
        accept();
        return { kind: 'unknown' };
      case 'serverError':
        return { kind: 'unknown' };
      case 'refused':
        return { kind: 'refused', status: 400 };
      case 'tokenGone':
        return { kind: 'badToken' };
      default:
        return { kind: fault };
    }
  }

  const line: Line = {
    async reply(token, messages, silent) {
      const fault = faultOf(calls++, 'reply');
      if (fault === 'tokenGone') tokens.delete(token);
      return deliver(fault === 'quotaUsedUp' ? 'none' : fault, messages, () => {
        const known = tokens.get(token);
        tokens.delete(token);
        if (!known || known.until <= now().getTime()) return { kind: 'badToken' };
        shown.push({ to: known.to, way: 'reply', messages, silent, at: now() });
        return { kind: 'sent', messages: idsOf(shown.length, messages) };
      });
    },

    async push(to, messages, retryKey, silent) {
      const fault = faultOf(calls++, 'push');
      return deliver(fault === 'tokenGone' ? 'none' : fault, messages, () => {
        const known = keys.get(retryKey);
        const body = JSON.stringify([to, messages, silent]);
        if (known && known.until > now().getTime()) {
          if (known.body !== body) throw new Error('a push was repeated with another body');
          return { kind: 'sent' };
        }
        keys.set(retryKey, { until: now().getTime() + keyLife, body });
        shown.push({ to, way: 'push', messages, silent, at: now() });
        return { kind: 'sent' };
      });
    },

    loading: async (lineUser) => void loadings.push(lineUser),
    profile: async () => undefined,
  };

  return {
    line,
    shown,
    loadings,
    calls: () => calls,
    ownerOf: (token) => owners.get(token),
    renewToken(token) {
      const known = tokens.get(token);
      if (known) tokens.set(token, { ...known, until: now().getTime() + tokenLife });
    },
    token(lineUser) {
      const token = `token-${++handedOut}`;
      owners.set(token, lineUser);
      tokens.set(token, { to: lineUser, until: now().getTime() + tokenLife });
      return token;
    },
  };
}
