import { z } from 'zod';
import { isOwnRow } from '../app/inbox/ownRows.ts';
import type { PhotoSetOf } from '../app/ports.ts';

const photo = z.object({
  type: z.literal('message'),
  message: z.object({
    type: z.literal('image'),
    imageSet: z.object({ id: z.string().min(1).max(64), total: z.number().int().min(2).max(100) }),
  }),
});

/** The set of photos sent together that a row is one of, by LINE's mark; LINE gives them in any order. */
export const photoSetOf: PhotoSetOf = (row) =>
  isOwnRow(row) ? undefined : photo.safeParse(row.body).data?.message.imageSet;
