import { z } from 'zod';
import type { Json } from '../engine/ids.ts';

/**
 * LINE adds fields, event types and values without notice, so only what is used is looked at, and a field
 * that cannot be used counts as absent.
 */
const lenient = <T extends z.ZodType>(field: T) => field.optional().catch(undefined);

const source = z.object({
  type: z.string(),
  userId: lenient(z.string().regex(/^U[0-9a-f]{32}$/)),
  groupId: lenient(z.string().regex(/^C[0-9a-f]{32}$/)),
  roomId: lenient(z.string().regex(/^R[0-9a-f]{32}$/)),
});

export const lineEvent = z.object({
  type: z.string(),
  mode: lenient(z.string()),
  timestamp: lenient(z.number()),
  webhookEventId: lenient(z.string().regex(/^[0-9A-Za-z_-]{1,64}$/)),
  replyToken: lenient(z.string().min(1).max(400)),
  deliveryContext: lenient(z.object({ isRedelivery: z.boolean() })),
  source: lenient(source),
  message: z.unknown().optional(),
  postback: z.unknown().optional(),
  unsend: z.unknown().optional(),
});
export type LineEvent = z.output<typeof lineEvent>;

// An element is not walked through here: it may be nested as deep as a megabyte allows.
const envelope = z.object({ events: z.array(z.custom<Json>(() => true)) });

/** The events of a webhook's body as they are; nothing where it is no webhook's body. */
export function readEnvelope(body: Buffer): readonly Json[] | undefined {
  try {
    return envelope.safeParse(JSON.parse(body.toString())).data?.events;
  } catch {
    return undefined;
  }
}

/** The chat that an event comes from: a person's own, or that of a group or room. */
export type Chat = { readonly kind: 'person' | 'group'; readonly id: string };

export function chatOf({ source: from }: LineEvent): Chat | undefined {
  if (from?.type === 'user')
    return from.userId === undefined ? undefined : { kind: 'person', id: from.userId };
  const group = from?.type === 'group' ? from.groupId : from?.type === 'room' ? from.roomId : undefined;
  return group === undefined ? undefined : { kind: 'group', id: group };
}

const mentioning = z.object({
  mention: z.object({ mentionees: z.array(z.object({ isSelf: lenient(z.boolean()) })) }),
});

/** Whether a message in a group names the bot. */
export function mentionsUs(message: unknown): boolean {
  return (
    mentioning.safeParse(message).data?.mention.mentionees.some(({ isSelf }) => isSelf === true) ?? false
  );
}
