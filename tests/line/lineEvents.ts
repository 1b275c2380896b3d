import { createHmac } from 'node:crypto';
import { partitionOf } from '../../src/app/inbox/partition.ts';
import type { InboxRow, NewRow } from '../../src/app/ports.ts';
import type { Json } from '../../src/engine/ids.ts';
import { createToRows } from '../../src/line/rows.ts';
import type { PersonId } from '../../src/programme/ids.ts';

/** LINE events as they come, and the rows that they become. */

export const somchai = `U${'a1'.repeat(16)}`;
export const group = `C${'b2'.repeat(16)}`;
export const room = `R${'c3'.repeat(16)}`;
export const receivedAt = new Date('2022-08-09T09:00:00.000Z');

export const personOf = (lineUser: string) =>
  `P${createHmac('sha256', 'test').update(lineUser).digest('hex').slice(0, 24)}` as PersonId;
export const toRows = createToRows({ personOf, partitionOf });

type Fields = { readonly [name: string]: unknown };

let made = 0;

/** An event that happened 200 ms before it arrived. */
export function event(fields: Fields): Fields {
  made += 1;
  return {
    mode: 'active',
    timestamp: receivedAt.getTime() - 200,
    source: { type: 'user', userId: somchai },
    webhookEventId: `01GA0000000000000000${String(made).padStart(6, '0')}`,
    deliveryContext: { isRedelivery: false },
    replyToken: '0f3779fba3b349968c5d07db31eab56f',
    ...fields,
  };
}

export const message = (content: Fields, fields: Fields = {}): Fields =>
  event({ type: 'message', message: { id: '468789577898262530', ...content }, ...fields });

export const text = (words: string, fields: Fields = {}): Fields =>
  message({ type: 'text', text: words }, fields);

export const bodyOf = (...events: readonly unknown[]): Buffer =>
  Buffer.from(JSON.stringify({ destination: `U${'d4'.repeat(16)}`, events }));

/** What became of one event. */
export function received(one: unknown, at = receivedAt): { row: NewRow } | { ignored: string } {
  const { rows, ignored } = toRows(bodyOf(one), at) ?? { rows: [], ignored: [] };
  const [row] = rows;
  if (row) return { row };
  return { ignored: ignored[0]?.code ?? 'nothing' };
}

/** The row of an event as it is read from the inbox. */
export function rowOf(one: unknown, at = receivedAt): InboxRow {
  const result = received(one, at);
  if (!('row' in result)) throw new Error(`ignored: ${result.ignored}`);
  return { ...result.row, body: JSON.parse(JSON.stringify(result.row.body)) as Json, tries: 0 };
}
