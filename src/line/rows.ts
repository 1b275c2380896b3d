import { createHash } from 'node:crypto';
import type { NewRow } from '../app/ports.ts';
import type { EventId, Json } from '../engine/ids.ts';
import type { PersonId } from '../programme/ids.ts';
import { type Chat, chatOf, type LineEvent, lineEvent, mentionsUs, readEnvelope } from './envelope.ts';
import { clampTime } from './eventTime.ts';

/** An event that needs no turn, and why. */
export type Ignored = { readonly code: IgnoredCode; readonly event?: EventId };
export type IgnoredCode =
  /** Not an object with a type. */
  | 'unreadable'
  /** Nested deeper than any event of LINE's. */
  | 'tooDeep'
  /** Another module of the account answers at present. */
  | 'standby'
  /** A type that is not known, or that nobody waits for. */
  | 'unknownType'
  /** From nobody who could be answered. */
  | 'noPerson'
  /** Said in a group without naming the bot. */
  | 'groupChatter'
  /** A dummy of the console's Verify button of former years. */
  | 'testToken';

export type ToRows = (body: Buffer, receivedAt: Date) => Rows | undefined;
export type Rows = { readonly rows: readonly NewRow[]; readonly ignored: readonly Ignored[] };

export type Identify = {
  /** Of a LINE user, group or room id. */
  readonly personOf: (lineUser: string) => PersonId;
  readonly partitionOf: (person: PersonId) => number;
};

const turnsWith = {
  person: new Set(['message', 'messageEdited', 'postback', 'unsend', 'follow', 'unfollow']),
  group: new Set(['message', 'join']),
};
const dummyToken = /^(?:0{32}|f{32})$/;
const deepest = 64;

/** Makes inbox rows of a webhook's body; nothing where it is no webhook's body. Never throws. */
export function createToRows({ personOf, partitionOf }: Identify): ToRows {
  return (body, receivedAt) => {
    const rows: NewRow[] = [];
    const ignored: Ignored[] = [];
    const events = readEnvelope(body);
    for (const [place, raw] of events?.entries() ?? []) {
      const read = readEvent(raw);
      if ('code' in read) {
        ignored.push(read);
        continue;
      }
      const { id, event, chat } = read;
      const person = personOf(chat.id);
      const at = event.timestamp === undefined ? receivedAt : clampTime(event.timestamp, receivedAt);
      rows.push({ id, person, partition: partitionOf(person), receivedAt, at, place, body: raw });
    }
    return events && { rows, ignored };
  };
}

type Usable = { readonly id: EventId; readonly event: LineEvent; readonly chat: Chat };

function readEvent(raw: Json): Usable | Ignored {
  if (isDeeperThan(raw, deepest)) return { code: 'tooDeep' };
  const event = lineEvent.safeParse(raw).data;
  if (!event) return { code: 'unreadable' };
  const id = brand(event.webhookEventId ?? hashOf(raw));
  if (event.mode === 'standby') return { code: 'standby', event: id };
  if (event.replyToken !== undefined && dummyToken.test(event.replyToken))
    return { code: 'testToken', event: id };
  const chat = chatOf(event);
  if (!turnsWith.person.has(event.type) && !turnsWith.group.has(event.type))
    return { code: 'unknownType', event: id };
  if (!chat) return { code: 'noPerson', event: id };
  if (!turnsWith[chat.kind].has(event.type))
    return { code: chat.kind === 'group' ? 'groupChatter' : 'unknownType', event: id };
  if (chat.kind === 'group' && event.type === 'message' && !mentionsUs(event.message))
    return { code: 'groupChatter', event: id };
  return { id, event, chat };
}

/** The same for every delivery of an event, of which only `deliveryContext` changes. */
function hashOf(raw: Json): string {
  const event = typeof raw === 'object' ? { ...raw, deliveryContext: undefined } : raw;
  return createHash('sha256').update(JSON.stringify(event)).digest('hex');
}

function isDeeperThan(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1));
}

const brand = (id: string) => id as EventId;
