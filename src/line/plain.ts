import { z } from 'zod';
import type { Json } from '../engine/ids.ts';
import { sendable } from './encode/cut.ts';

const told = z.array(
  z.object({
    text: z.string().optional(),
    altText: z.string().optional(),
    originalContentUrl: z.string().optional(),
  }),
);

/**
 * What messages say, as texts alone: of a card what stands in for it where no card is shown, of a picture its link. One
 * for each, so that they are counted alike.
 */
export function plainMessages(messages: Json): Json {
  const texts = told
    .parse(messages)
    .map(({ text, altText, originalContentUrl }) => text ?? altText ?? originalContentUrl ?? '');
  return texts.map((text) => ({ type: 'text', text: sendable(text) }));
}
