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
const place = z.number().int().min(0);
/** Where the words stand that stand for an emoji of LINE's, in UTF-16 units; what cannot be used is none. */
const placeholder = z.object({ index: place, length: place }).catch({ index: 0, length: 0 });
type Placeholder = z.output<typeof placeholder>;

const message = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string(),
    emojis: z.array(placeholder).optional().catch(undefined),
    quotedMessageId: z.string().max(64).optional().catch(undefined),
  }),
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
      return readText(sent);
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

/** A text without LINE's emojis; one of emojis alone is as good as a sticker. */
function readText({ text, emojis = [], quotedMessageId: quotes }: Sent<'text'>): What {
  const words = withoutEmojis(text, emojis);
  if (words.trim() === '' && text.trim() !== '') return { kind: 'other', media: 'sticker' };
  return { kind: 'text', text: taken(words), ...(quotes === undefined ? {} : { quotes }) };
}

/** What a message reads as after it was edited, which LINE allows of texts alone. */
export function readEdited(raw: unknown): What {
  const sent = message.safeParse(raw).data;
  if (sent?.type !== 'text') return { kind: 'other', media: 'unknown' };
  return { kind: 'edited', text: taken(withoutEmojis(sent.text, sent.emojis ?? [])) };
}

type Sent<T> = Extract<z.output<typeof message>, { type: T }>;

/** A space stays where an emoji stood between words, so that figures on its two sides do not become one. */
function withoutEmojis(text: string, emojis: readonly Placeholder[]): string {
  if (emojis.length === 0) return text;
  let words = text;
  for (const { index, length } of emojis.toSorted((a, b) => b.index - a.index))
    if (length > 0 && index < words.length) words = `${words.slice(0, index)} ${words.slice(index + length)}`;
  return words.trim();
}

const taken = (text: string): string => wellFormed(text.slice(0, longestText));

type Stated = { readonly fileSize?: number | undefined; readonly fileName?: string | undefined };

const statedOf = ({ fileSize: size, fileName: name }: Stated) => ({
  ...(size === undefined ? {} : { size }),
  ...(name === undefined ? {} : { name }),
});

/** Halves of surrogate pairs cannot be written as UTF-8, so no store and no LINE would give them back. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
