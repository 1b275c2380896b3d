import { z } from 'zod';
import { ok, refusals, refuse } from './answer.ts';
import type { ApiRequest, Endpoint } from './endpoint.ts';
import { isUserId } from './ids.ts';
import type { SendKind } from './quota.ts';
import { invalidProperty } from './rules/validate.ts';
import type { World } from './world.ts';

type Answering = Endpoint['answer'];

const get = (name: Endpoint['name'], path: string, answer: Answering): Endpoint => ({
  name,
  method: 'get',
  path: `/v2/bot/${path}`,
  answer,
});
const post = (name: Endpoint['name'], path: string, answer: Answering): Endpoint => ({
  name,
  method: 'post',
  path: `/v2/bot/${path}`,
  answer,
});
const param = (call: ApiRequest, name: string) => call.params[name] ?? '';

/** Quota, counts, profiles, groups, the bot itself, and the loading animation. */
export function queryEndpoints(world: World): readonly Endpoint[] {
  const { people, quota } = world;
  return [
    get('quota', 'message/quota', () => {
      const value = quota.limit();
      return ok(value === null ? { type: 'none' } : { type: 'limited', value });
    }),
    get('quotaConsumption', 'message/quota/consumption', () => ok({ totalUsage: quota.used() })),
    get('deliveryCount', 'message/delivery/:kind', (call) => deliveryCount(world, call)),
    get('profile', 'profile/:userId', (call) => {
      const userId = param(call, 'userId');
      if (!isUserId(userId)) return refusals.parameter('userId');
      const person = people.isBlocked(userId) ? undefined : people.find(userId);
      if (!person) return refusals.notFound();
      const language = person.language ? { language: person.language } : {};
      return ok({ userId, displayName: person.name, ...language });
    }),
    get('followers', 'followers/ids', refusals.notAvailable),
    get('botInfo', 'info', () =>
      ok({
        userId: world.botUserId,
        basicId: '@000trial',
        displayName: 'Fundline',
        chatMode: 'bot',
        markAsReadMode: 'auto',
      }),
    ),
    ...groupEndpoints(world),
    post('loading', 'chat/loading/start', (call) => loading(world, call)),
    post('markAsRead', 'chat/markAsRead', () => ok()),
  ];
}

function groupEndpoints({ people }: World): readonly Endpoint[] {
  const groupOf = (call: ApiRequest) => people.findGroup(param(call, 'groupId'));
  return (['group', 'room'] as const).flatMap((kind) => [
    ...(kind === 'group'
      ? [
          get('groupSummary', 'group/:groupId/summary', (call) => {
            const group = groupOf(call);
            return group ? ok({ groupId: group.groupId, groupName: group.name }) : refusals.notFound();
          }),
        ]
      : []),
    get('groupMemberCount', `${kind}/:groupId/members/count`, (call) => {
      const group = groupOf(call);
      return group ? ok({ count: group.members.length }) : refusals.notFound();
    }),
    get('groupMemberProfile', `${kind}/:groupId/member/:userId`, (call) => {
      const userId = param(call, 'userId');
      const person = groupOf(call)?.members.includes(userId) ? people.find(userId) : undefined;
      return person ? ok({ userId, displayName: person.name }) : refusals.notFound();
    }),
    post('leaveGroup', `${kind}/:groupId/leave`, (call) =>
      people.removeGroup(param(call, 'groupId')) ? ok() : refusals.notFound(),
    ),
  ]);
}

const countedKinds: readonly SendKind[] = ['reply', 'push', 'multicast', 'broadcast'];

function deliveryCount({ quota }: World, call: ApiRequest) {
  const kind = countedKinds.find((known) => known === param(call, 'kind'));
  if (!kind) return refusals.notFound();
  const date = call.query.date ?? '';
  if (!/^\d{8}$/.test(date)) return refusals.parameter('date');
  const success = quota.sentOn(kind, date);
  return ok(success === undefined ? { status: 'unready' } : { status: 'ready', success });
}

const loadingBody = z.object({ chatId: z.string(), loadingSeconds: z.int().default(20) });

function loading(world: World, call: ApiRequest) {
  const read = loadingBody.safeParse(call.body);
  if (!read.success) return refuse(400, invalidProperty(String(read.error.issues[0]?.path[0] ?? 'chatId')));
  const { chatId, loadingSeconds: seconds } = read.data;
  const fault = (message: string, property: string) =>
    refuse(400, 'The request body has 1 error(s)', [{ message, property }]);
  if (!isUserId(chatId))
    return fault(
      'Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.',
      'chatId',
    );
  if (seconds < 5 || seconds > 60) return fault('Must be between 5 and 60', 'loadingSeconds');
  if (seconds % 5 !== 0) return fault('must be a multiple of five', 'loadingSeconds');
  if (world.people.reachedBy(chatId)?.length === 1) world.log.add({ kind: 'typing', chatId, seconds });
  return ok({}, 202);
}
