import { z } from 'zod';
import type { Fault } from '../faults.ts';
import type { Platform } from '../platform.ts';

const userId = z.string();
const text = z.string().min(1).max(5000);
/** What the page may ask for. */
export const act = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    userId,
    text,
    emojis: z.array(z.string().min(1)).default([]),
    quotes: z.string().optional(),
  }),
  z.object({ kind: z.literal('edit'), userId, messageId: z.string(), text }),
  z.object({
    kind: z.literal('postback'),
    userId,
    data: z.string(),
    displayText: z.string().optional(),
    params: z.record(z.string(), z.string()).optional(),
  }),
  z.object({ kind: z.literal('location'), userId, title: z.string(), address: z.string() }),
  z.object({ kind: z.enum(['sticker', 'block', 'unblock']), userId }),
  z.object({ kind: z.literal('join'), userId: z.string().optional(), name: z.string().min(1).max(60) }),
  z.object({
    kind: z.literal('fault'),
    place: z.enum(['reply', 'push', 'profile', 'content', 'loading', 'any']),
    fault: z.enum(['fault500', 'fault429', 'faultHang', 'faultReset', 'faultSilent', 'faultLate']),
    times: z.int().min(1).max(50),
  }),
  z.object({ kind: z.literal('noFaults') }),
  z.object({
    kind: z.literal('webhooks'),
    redelivery: z.boolean(),
    duplicates: z.boolean(),
    escapes: z.boolean(),
  }),
]);

const faults = {
  fault500: { status: 500 },
  fault429: { status: 429, body: { message: 'The API rate limit has been exceeded. Try again later.' } },
  faultHang: 'hang',
  faultReset: 'reset',
  faultSilent: 'timeoutAfterAccept',
  faultLate: { delayMs: 3000 },
} as const satisfies Record<string, Fault>;

/** What comes beside the bytes of a photo, and of a file. */
export const photoQuery = z.object({
  person: userId,
  /** Of photos that were picked together. */
  set: z
    .string()
    .regex(/^[0-9A-F]{64}$/)
    .optional(),
  index: z.coerce.number().int().min(1).default(1),
  total: z.coerce.number().int().min(1).default(1),
});
export const fileQuery = z.object({ person: userId, name: z.string().min(1).max(255) });

/** The page does not wait for the bot: what comes of an act arrives over the stream. */
export function perform(platform: Platform, wanted: z.infer<typeof act>): unknown {
  switch (wanted.kind) {
    case 'text': {
      const { emojis, quotes } = wanted;
      return platform.sendText(wanted.userId, wanted.text, {
        emojis,
        ...(quotes === undefined ? {} : { quotes }),
      });
    }
    case 'edit':
      return platform.edit(wanted.userId, wanted.messageId, wanted.text);
    case 'postback': {
      const { data, displayText, params } = wanted;
      return platform.tap(wanted.userId, {
        data,
        ...(displayText ? { displayText } : {}),
        ...(params ? { params } : {}),
      });
    }
    case 'location': {
      const { title, address } = wanted;
      return platform.sendLocation(wanted.userId, { title, address, latitude: 15.2447, longitude: 104.8472 });
    }
    case 'sticker':
      return platform.sendSticker(wanted.userId);
    case 'block':
      return platform.unfollow(wanted.userId);
    case 'unblock':
      return platform.follow(wanted.userId);
    case 'join':
      return platform.follow(platform.addPerson({ name: wanted.name }).userId);
    case 'fault':
      return platform.faults.next(wanted.place, ...Array<Fault>(wanted.times).fill(faults[wanted.fault]));
    case 'noFaults':
      return platform.faults.clear();
    case 'webhooks':
      return platform.webhook.change({
        redelivery: { ...platform.webhook.settings().redelivery, on: wanted.redelivery },
        duplicates: wanted.duplicates ? 1 : 0,
        escapeNonAscii: wanted.escapes,
      });
    default:
      return wanted satisfies never;
  }
}

/** What the page shows around the chat. */
export function stateOf({ people, faults, webhook, quota }: Platform) {
  const { redelivery, duplicates, escapeNonAscii } = webhook.settings();
  return {
    people: people(),
    faults: faults.waiting(),
    webhooks: { redelivery: redelivery.on, duplicates: duplicates > 0, escapes: escapeNonAscii },
    quota: { used: quota.used(), limit: quota.limit() },
  };
}
