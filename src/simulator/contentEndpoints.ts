import { type Answer, ok, refuse } from './answer.ts';
import type { Content } from './content.ts';
import type { ApiRequest, Endpoint } from './endpoint.ts';
import type { World } from './world.ts';

const empty = Buffer.alloc(0);

/** What people sent, for a while. */
export function contentEndpoints({ content }: World): readonly Endpoint[] {
  const endpoint = (
    name: Endpoint['name'],
    suffix: string,
    answer: (found: Content) => Answer,
  ): Endpoint => ({
    name,
    method: 'get',
    path: `/v2/bot/message/:messageId/content${suffix}`,
    answer: ({ params }: ApiRequest) => {
      const found = content.find(params.messageId ?? '');
      if (!found) return refuse(404, 'not found');
      return found.state === 'gone' ? refuse(410, 'The content is gone') : answer(found);
    },
  });
  return [
    endpoint('content', '', bytesOf),
    endpoint('contentPreview', '/preview', (found) =>
      /^(?:image|video)\//.test(found.mime)
        ? bytesOf(found)
        : refuse(400, 'The content can not be previewed'),
    ),
    endpoint('contentTranscoding', '/transcoding', (found) => ok({ status: transcoding[found.state] })),
  ];
}

const transcoding = {
  ready: 'succeeded',
  preparing: 'processing',
  failed: 'failed',
  gone: 'failed',
} as const;

function bytesOf({ state, bytes, mime, pace }: Content): Answer {
  if (state === 'ready') return { status: 200, body: { bytes, mime, pace } };
  return state === 'preparing'
    ? { status: 202, body: { bytes: empty, mime, pace: {} } }
    : refuse(404, 'not found');
}
