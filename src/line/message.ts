import { z } from 'zod';
import type { What } from '../kernel/event.ts';

/** A photo or file that is still to be fetched. */
export type Material = {
  readonly media: 'photo' | 'file';
  readonly message: string;
  /** As LINE states them, the size in bytes; not for photos. */
  readonly size?: number;
  readonly name?: string;
};
export type WithMaterial = { readonly kind: 'material'; readonly material: Material };

const id = z.string().regex(/^\d{1,32}$/);
const provider = z.object({ type: z.literal('line') });
const message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image'), id, contentProvider: provider }),
  z.object({
    type: z.literal('file'),
    id,
    fileSize: z.number().optional().catch(undefined),
    fileName: z.string().optional().catch(undefined),
  }),
  z.object({
    type: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  z.object({ type: z.enum(['sticker', 'audio', 'video']) }),
]);

/** LINE's own limit of a text, in UTF-16 units. */
const longestText = 5000;

/** What a person sent. What cannot be read is still something that was sent, and gets an answer. */
export function readMessage(raw: unknown): What | WithMaterial {
  const sent = message.safeParse(raw).data;
  switch (sent?.type) {
    case undefined:
      return { kind: 'other', media: 'unknown' };
    case 'text':
      return { kind: 'text', text: wellFormed(sent.text.slice(0, longestText)) };
    case 'image':
      return { kind: 'material', material: { media: 'photo', message: sent.id } };
    case 'file':
      return { kind: 'material', material: { media: 'file', message: sent.id, ...statedOf(sent) } };
    case 'location':
      return { kind: 'location', latitude: sent.latitude, longitude: sent.longitude };
    case 'sticker':
    case 'audio':
    case 'video':
      return { kind: 'other', media: sent.type };
    default:
      return sent satisfies never;
  }
}

type Stated = { readonly fileSize?: number | undefined; readonly fileName?: string | undefined };

const statedOf = ({ fileSize: size, fileName: name }: Stated) => ({
  ...(size === undefined ? {} : { size }),
  ...(name === undefined ? {} : { name }),
});

/** Halves of surrogate pairs cannot be written as UTF-8, so no store and no LINE would give them back. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
