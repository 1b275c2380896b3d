import { z } from 'zod';
import { decodeOwnRow, isOwnRow } from '../app/inbox/ownRows.ts';
import type { InboxRow } from '../app/ports.ts';
import type { InboundEvent, What } from '../kernel/event.ts';
import { chatOf, type LineEvent, lineEvent } from './envelope.ts';
import type { LineClock } from './eventTime.ts';
import { readEdited, readMessage, type WithMaterial } from './message.ts';
import { readTap } from './postback.ts';

type Head = Pick<
  InboundEvent,
  'id' | 'who' | 'lineUser' | 'at' | 'ageUnknown' | 'receivedAt' | 'replyToken' | 'redelivered'
>;
/** An event, or one that still lacks the photo or file it is about. */
export type Decoded = InboundEvent | (Head & WithMaterial);
export type DecodeRow = (row: InboxRow) => Decoded | undefined;

/** Reads inbox rows, LINE's and our own; nothing where a row needs no turn. */
export function createDecodeRow(clock: LineClock): DecodeRow {
  return (row) => {
    if (isOwnRow(row)) return decodeOwnRow(row);
    const event = lineEvent.safeParse(row.body).data;
    const chat = event && chatOf(event);
    const what = chat && (chat.kind === 'group' ? { kind: 'group' as const } : whatOf(event));
    return what && { ...headOf(row, event, chat.id, clock), ...what };
  };
}

function headOf(row: InboxRow, event: LineEvent, lineUser: string, clock: LineClock): Head {
  const { timestamp } = event;
  const { id, person: who, receivedAt } = row;
  const redelivered = event.deliveryContext?.isRedelivery ?? false;
  return {
    ...{ id, who, lineUser, receivedAt, redelivered },
    ...clock.toOurs({ timestamp, receivedAt, redelivered }),
    ...(event.replyToken === undefined ? {} : { replyToken: event.replyToken }),
  };
}

const postback = z.object({ data: z.string(), params: z.unknown().optional() });
const unsend = z.object({ messageId: z.string().max(64) });

function whatOf(event: LineEvent): What | WithMaterial | undefined {
  switch (event.type) {
    case 'message':
      return readMessage(event.message);
    case 'messageEdited':
      return readEdited(event.message);
    case 'postback': {
      const { data, params } = postback.safeParse(event.postback).data ?? {};
      const tap = data === undefined ? undefined : readTap(data, params);
      return tap ? { kind: 'tap', tap } : { kind: 'strangeTap' };
    }
    case 'unsend': {
      const message = unsend.safeParse(event.unsend).data?.messageId;
      return message === undefined ? undefined : { kind: 'unsend', message };
    }
    case 'follow':
    case 'unfollow':
      return { kind: event.type };
    default:
      return undefined;
  }
}
