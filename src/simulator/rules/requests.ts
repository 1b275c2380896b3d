import { z } from 'zod';
import { list, units } from './fields.ts';
import { limits } from './limits.ts';
import { message } from './messages.ts';

/** The bodies of the calls that send or check messages. */

const messages = list(message, 1, limits.messagesPerCall);
const notificationDisabled = z.boolean().optional();
const customAggregationUnits = z
  .array(z.string().regex(/^\w{1,30}$/))
  .max(1)
  .optional();

export const requests = {
  reply: z.strictObject({ replyToken: units(1000), messages, notificationDisabled }),
  push: z.strictObject({ to: units(100), messages, notificationDisabled, customAggregationUnits }),
  multicast: z.strictObject({
    to: list(z.string(), 1, limits.multicastRecipients),
    messages,
    notificationDisabled,
    customAggregationUnits,
  }),
  broadcast: z.strictObject({ messages, notificationDisabled }),
  validate: z.strictObject({ messages }),
} as const;

export type RequestKind = keyof typeof requests;

const action = z.looseObject({
  type: z.string(),
  label: z.string().optional(),
  text: z.string().optional(),
  data: z.string().optional(),
  displayText: z.string().optional(),
  uri: z.string().optional(),
});

const messageObject = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  altText: z.string().optional(),
  contents: z.unknown().optional(),
  originalContentUrl: z.string().optional(),
  previewImageUrl: z.string().optional(),
  quickReply: z.looseObject({ items: z.array(z.looseObject({ action })) }).optional(),
});

/** A message object that passed the rules, typed as far as a reader of a chat looks into it. */
export type MessageObject = z.infer<typeof messageObject>;

/** Reads a body that passed the rules. */
export const sending = z.object({
  replyToken: z.string().default(''),
  to: z.union([z.string(), z.array(z.string())]).default([]),
  messages: z.array(messageObject),
  notificationDisabled: z.boolean().default(false),
});
