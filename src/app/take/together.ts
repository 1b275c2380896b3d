import type { InboundEvent } from '../../kernel/event.ts';
import type { InboxRow, PhotoSetOf } from '../ports.ts';

/** What is taken at once from a queue, and how long to wait before, in milliseconds. */
export type Together = { readonly rows: readonly InboxRow[]; readonly waitMs: number };

/** The first row, with the photos that were sent together with it; the last of these may still be on its way. */
export function firstTogether(
  queue: readonly InboxRow[],
  photoSet: PhotoSetOf,
  now: Date,
  longestMs: number,
): Together {
  const set = queue[0] && photoSet(queue[0]);
  if (!set) return { rows: queue.slice(0, 1), waitMs: 0 };
  const rows = queue.filter((row) => photoSet(row)?.id === set.id);
  const newest = Math.max(...rows.map(({ receivedAt }) => receivedAt.getTime()));
  const waitMs = rows.length < set.total ? newest + longestMs - now.getTime() : 0;
  return { rows, waitMs: Math.max(0, waitMs) };
}

/** Photos of one set as one event, to be answered by the newest reply token; others are alone anyway. */
export function asOne(events: readonly InboundEvent[]): InboundEvent | undefined {
  const [first, ...others] = events;
  if (!first || others.length === 0) return first;
  const files = events.flatMap((event) => (event.kind === 'file' ? [event.file] : []));
  const { replyToken, receivedAt } = events.reduce((a, b) => (b.receivedAt > a.receivedAt ? b : a));
  const head = { ...first, receivedAt, ...(replyToken === undefined ? {} : { replyToken }) };
  const [file, ...more] = files;
  if (file === undefined) return head;
  const { id, who, lineUser, at, redelivered, ageUnknown } = first;
  return {
    ...{ id, who, lineUser, at, receivedAt, redelivered, kind: 'file', media: 'photo', file },
    ...(more.length > 0 ? { more } : {}),
    ...(files.length < events.length ? { unusable: events.length - files.length } : {}),
    ...(ageUnknown ? { ageUnknown } : {}),
    ...(replyToken === undefined ? {} : { replyToken }),
  };
}
