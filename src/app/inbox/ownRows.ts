import { z } from 'zod';
import type { Json } from '../../engine/ids.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Outcome } from '../../kernel/intent.ts';
import type { Notice } from '../../kernel/notice.ts';
import type { Tick } from '../../kernel/tick.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { InboxRow, NewRow } from '../ports.ts';
import { noticeId } from './effectIds.ts';
import { partitionOf } from './partition.ts';

/**
 * Inbox rows that we write ourselves, so that what a shared record decided and what others did come to a
 * person on the same way as what the person writes.
 */

/** Whom an outcome returns to, with what is left of the reply token of the event that caused it. */
export type Return = { readonly lineUser: string; readonly replyToken?: string; readonly tokenAt?: Date };

export const encodeOutcome = (outcome: Outcome, to: Return): Json =>
  toJson({ ours: 'outcome', outcome, ...to });

export const encodeNotice = (notice: Notice, to: { readonly lineUser: string }): Json =>
  toJson({ ours: 'notice', notice, lineUser: to.lineUser });

/** The row by which somebody is told of an act; its id lets it come once. Who handles it knows how LINE names them. */
export function noticeRow(cause: string, to: PersonId, notice: Notice, now: Date): NewRow {
  const id = noticeId(cause, to, notice.kind);
  const body = encodeNotice(notice, { lineUser: '' });
  return { id, person: to, partition: partitionOf(to), place: 0, receivedAt: now, at: now, body };
}

export const encodeTick = (tick: Tick): Json => toJson({ ours: 'tick', tick, lineUser: '' });

const ours = z.object({
  ours: z.enum(['outcome', 'notice', 'tick']),
  lineUser: z.string(),
  replyToken: z.string().optional(),
  tokenAt: z.date().optional(),
});
// We wrote these rows, so what is in them is told by its tag alone.
const outcomeBody = ours.extend({ outcome: z.custom<Outcome>((value) => tagOf(value, 'of') !== undefined) });
const noticeBody = ours.extend({ notice: z.custom<Notice>((value) => tagOf(value, 'kind') !== undefined) });

const tickBody = ours.extend({ tick: z.custom<Tick>((value) => tagOf(value, 'job') !== undefined) });

export const isOwnRow = (row: Pick<InboxRow, 'body'>): boolean => tagOf(row.body, 'ours') !== undefined;

/** The event of a row of ours. Its reply token counts from when LINE sent it, not from when it came back. */
export function decodeOwnRow(row: InboxRow): InboundEvent {
  const body = fromJson(row.body);
  const { lineUser, replyToken, tokenAt, ours: kind } = ours.parse(body);
  const head = {
    id: row.id,
    who: row.person,
    lineUser,
    at: row.at,
    receivedAt: tokenAt ?? row.receivedAt,
    redelivered: false,
    ...(replyToken === undefined ? {} : { replyToken }),
  };
  switch (kind) {
    case 'outcome':
      return { ...head, kind, outcome: outcomeBody.parse(body).outcome };
    case 'notice':
      return { ...head, kind, notice: noticeBody.parse(body).notice };
    case 'tick':
      return { ...head, kind, tick: tickBody.parse(body).tick };
    default:
      return kind satisfies never;
  }
}

function tagOf(value: unknown, tag: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, tag);
  return typeof found === 'string' ? found : undefined;
}

/** Plain data as JSON; an instant becomes `{$date}` and what is absent stays away. */
function toJson(value: unknown): Json {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : [[key, toJson(part)]])),
    );
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

function fromJson(value: Json): unknown {
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value !== 'object' || value === null) return value;
  const instant = tagOf(value, '$date');
  if (instant !== undefined) return new Date(instant);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fromJson(part)]));
}
