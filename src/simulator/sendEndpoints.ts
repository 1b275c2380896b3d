import { type Answer, ok, refusals, refuse } from './answer.ts';
import type { ApiRequest, Endpoint } from './endpoint.ts';
import { isChatId, isUserId } from './ids.ts';
import type { SendKind } from './quota.ts';
import { hasQuoteToken } from './quotable.ts';
import { isRetryKey } from './retryKeys.ts';
import { type MessageObject, sending } from './rules/requests.ts';
import { invalidProperty, refusalOf } from './rules/validate.ts';
import type { World } from './world.ts';

type Sending = ReturnType<typeof sending.parse>;
type Target = { readonly chats: readonly string[]; readonly recipients: number; readonly inReplyTo?: string };
type Sent = { readonly id: string; readonly quoteToken?: string };

/** Reply, push, multicast, broadcast and their dry runs. */
export function sendEndpoints(world: World): readonly Endpoint[] {
  const post = (name: SendKind, answer: Endpoint['answer']): Endpoint => ({
    name,
    method: 'post',
    path: `/v2/bot/message/${name}`,
    answer,
  });
  return [
    post('reply', (call) =>
      call.retryKey === undefined
        ? checked(world, 'reply', call, reply)
        : refusals.parameter('X-Line-Retry-Key'),
    ),
    ...(
      [
        ['push', push],
        ['multicast', multicast],
        ['broadcast', broadcast],
      ] as const
    ).map(([kind, act]) => post(kind, (call) => once(world, call, () => checked(world, kind, call, act)))),
    {
      name: 'validate',
      method: 'post',
      path: '/v2/bot/message/validate/:kind',
      answer: (call) => validate(world, call),
    },
  ];
}

type Act = (world: World, call: ApiRequest, body: Sending) => Answer;

function checked(world: World, kind: SendKind, call: ApiRequest, act: Act): Answer {
  const refusal = refusalOf(kind, call.body, { loopbackMedia: world.options.loopbackMedia ?? false });
  return refusal ? ok(refusal, 400) : act(world, call, sending.parse(call.body));
}

/** A call with a retry key is accepted once; the same key again is told so. */
function once(world: World, call: ApiRequest, act: () => Answer): Answer {
  const { retryKey, requestId } = call;
  if (retryKey === undefined) return act();
  if (!isRetryKey(retryKey)) return refusals.parameter('X-Line-Retry-Key');
  const before = world.retryKeys.find(retryKey);
  if (before)
    return {
      status: 409,
      headers: { 'x-line-accepted-request-id': before.requestId },
      body: { json: { message: 'The retry key is already accepted', ...before.body } },
    };
  const answer = act();
  const json = 'json' in answer.body ? answer.body.json : undefined;
  if (answer.status === 200) world.retryKeys.accept(retryKey, requestId, Object(json));
  return answer;
}

function reply(world: World, call: ApiRequest, body: Sending): Answer {
  const token = world.tokens.take(body.replyToken);
  if (!token) return refuse(400, 'Invalid reply token');
  const reached = world.people.reachedBy(token.chatId) ?? [];
  const chats = reached.length > 0 ? [token.chatId] : [];
  return send(world, 'reply', call, body, { chats, recipients: reached.length, inReplyTo: token.eventId });
}

function push(world: World, call: ApiRequest, body: Sending): Answer {
  const to = String(body.to);
  if (!isChatId(to)) return refuse(400, invalidProperty('to'));
  const reached = world.people.reachedBy(to);
  if (!reached) return refuse(400, 'Failed to send messages');
  return send(world, 'push', call, body, {
    chats: reached.length > 0 ? [to] : [],
    recipients: reached.length,
  });
}

function multicast(world: World, call: ApiRequest, body: Sending): Answer {
  const to = [body.to].flat();
  const malformed = to.findIndex((userId) => !isUserId(userId));
  if (malformed >= 0)
    return refuse(400, `The property, to[${malformed}], in the request body is invalid (line: -, column: -)`);
  return sendToAll(world, 'multicast', call, body, to);
}

function broadcast(world: World, call: ApiRequest, body: Sending): Answer {
  const everyone = world.people.all().map((person) => person.userId);
  return sendToAll(world, 'broadcast', call, body, everyone);
}

function sendToAll(
  world: World,
  kind: SendKind,
  call: ApiRequest,
  body: Sending,
  to: readonly string[],
): Answer {
  const chats = to.filter((userId) => world.people.reachedBy(userId)?.length === 1);
  const answer = send(world, kind, call, body, { chats, recipients: chats.length });
  return answer.status === 200 ? ok() : answer;
}

function send(world: World, via: SendKind, call: ApiRequest, body: Sending, target: Target): Answer {
  if (!world.quota.spend(via, target.recipients)) return refusals.quota();
  const { notificationDisabled } = body;
  const replied = target.inReplyTo === undefined ? {} : { inReplyTo: target.inReplyTo };
  const sentMessages = body.messages.map((message) => sentOf(world, message));
  for (const [position, message] of body.messages.entries()) {
    const messageId = sentMessages[position]?.id ?? '';
    for (const chatId of target.chats) {
      const at = world.options.now();
      const sent = {
        chatId,
        via,
        callId: call.requestId,
        messageId,
        at,
        notificationDisabled,
        ...replied,
        message,
      };
      world.log.add({ kind: 'bot', chatId, sent });
    }
  }
  return ok({ sentMessages });
}

function sentOf(world: World, message: MessageObject): Sent {
  const id = world.ids.message();
  return hasQuoteToken(message.type) ? { id, quoteToken: world.ids.token() } : { id };
}

const sendKinds = ['reply', 'push', 'multicast', 'broadcast', 'narrowcast'];

function validate(world: World, call: ApiRequest): Answer {
  if (!sendKinds.includes(call.params.kind ?? '')) return refusals.notFound();
  const refusal = refusalOf('validate', call.body, { loopbackMedia: world.options.loopbackMedia ?? false });
  return refusal ? ok(refusal, 400) : ok();
}
