import type { Json } from '../../engine/ids.ts';
import type { Render } from '../../kernel/outside.ts';
import type { Person } from '../../kernel/person.ts';
import type { Reply } from '../../kernel/reply.ts';
import type { Outgoing } from '../../kernel/store.ts';
import type { Rider } from '../../kernel/waiting.ts';

/** What an outgoing message is made of, whichever way it goes. */
export type Said = Pick<Outgoing, 'id' | 'event' | 'reply' | 'cause'>;
export type Sender = { readonly owner: string; readonly now: Date };

/** A reply with its first attempt, and what rides along. */
export function firstReply(
  said: Said,
  { token, tokenAt }: { readonly token: string; readonly tokenAt: Date },
  { owner, now }: Sender,
  carries?: Rider,
): Outgoing {
  const ways = { token, tokenAt, ...(carries ? { carries } : {}) };
  return { ...said, ...ways, silent: false, attempts: 1, owner, firstAt: now, unknown: false };
}

export type Pushing = Sender & {
  readonly render: Render;
  readonly language: Person['language'];
  readonly quiet: (at: Date) => boolean;
};

/** A push with its first attempt. Its body is made now, since every later attempt must repeat it. */
export function firstPush(
  { id, event, reply, cause }: Said,
  { owner, now, render, language, quiet }: Pushing,
): Outgoing {
  const plain = withoutOptions(reply);
  const body = render(plain, language);
  return {
    id,
    event,
    reply: plain,
    body,
    // What the clock tells goes at an hour at which its run may write.
    silent: cause?.kind !== 'tick' && quiet(now),
    attempts: 1,
    owner,
    firstAt: now,
    unknown: false,
    ...(cause && { cause }),
  };
}

/** A push comes unasked, so it must not take the buttons of an open question away. */
const withoutOptions = ({ options: _, ...reply }: Reply): Reply => reply;

/** The messages of an outgoing entry. A reply is rendered when it is sent. */
export function bodyOf(
  { body, reply, carries }: Outgoing,
  render: Render,
  language: Person['language'],
): Json {
  if (body !== undefined) return body;
  const riders = carries ? [carries.message] : [];
  return render({ ...reply, messages: [...reply.messages, ...riders] }, language);
}
