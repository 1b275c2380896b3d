import { z } from 'zod';
import { ok, refuse } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { invalidProperty } from './rules/validate.ts';
import type { World } from './world.ts';

const endpointBody = z.object({ endpoint: z.url({ protocol: /^https?$/ }).max(500) });
const testBody = z.object({ endpoint: z.url().max(500).optional() }).default({});

/** The webhook's address and its test. */
export function webhookEndpoints({ webhook, options }: World): readonly Endpoint[] {
  const path = '/v2/bot/channel/webhook/endpoint';
  return [
    {
      name: 'webhookEndpoint',
      method: 'get',
      path,
      answer: () => ok({ endpoint: webhook.settings().url, active: true }),
    },
    {
      name: 'webhookEndpoint',
      method: 'put',
      path,
      answer: ({ body }) => {
        const read = endpointBody.safeParse(body);
        if (!read.success) return refuse(400, invalidProperty('endpoint'));
        webhook.change({ url: read.data.endpoint });
        return ok();
      },
    },
    {
      name: 'webhookTest',
      method: 'post',
      path: '/v2/bot/channel/webhook/test',
      answer: async ({ body }) => {
        if (!testBody.safeParse(body).success) return refuse(400, invalidProperty('endpoint'));
        const { reason, status } = await webhook.deliver([]);
        return ok({
          success: reason === 'OK',
          timestamp: options.now().toISOString(),
          statusCode: status ?? 0,
          reason,
          detail: status === undefined ? reason : String(status),
        });
      },
    },
  ];
}
