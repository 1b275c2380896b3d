import { describe, expect, test } from 'vitest';
import { encodeNotice, encodeOutcome } from '../../src/app/inbox/ownRows.ts';
import type { InboxRow } from '../../src/app/ports.ts';
import type { EventId, Json } from '../../src/engine/ids.ts';
import type { Outcome } from '../../src/kernel/intent.ts';
import type { Notice } from '../../src/kernel/notice.ts';
import { createDecodeRow } from '../../src/line/decode.ts';
import { createLineClock } from '../../src/line/eventTime.ts';
import type { CenterId, FiscalYear, Receipt } from '../../src/programme/ids.ts';
import { personOf, receivedAt, somchai } from './lineEvents.ts';

const decode = createDecodeRow(createLineClock());
const rowWith = (body: Json): InboxRow => ({
  id: 'e1:outcome' as EventId,
  person: personOf(somchai),
  partition: 1,
  receivedAt,
  at: receivedAt,
  place: 0,
  body: JSON.parse(JSON.stringify(body)) as Json,
  tries: 0,
});

describe('a row that we wrote ourselves', () => {
  const since = new Date('2022-08-01T02:00:00Z');
  const scope = { kind: 'district', province: 'ศรีสะเกษ', district: 'กันทรารมย์' } as const;
  const outcome: Outcome = {
    of: 'redeem',
    result: { kind: 'redeemed', binding: { role: 'officer', scope, since } },
  };

  test('brings an outcome back with its instants and the token of the event that caused it', () => {
    const tokenAt = new Date(receivedAt.getTime() - 900);
    const body = encodeOutcome(outcome, { lineUser: somchai, replyToken: 't', tokenAt });
    expect(decode(rowWith(body))).toEqual({
      id: 'e1:outcome',
      who: personOf(somchai),
      lineUser: somchai,
      at: receivedAt,
      receivedAt: tokenAt,
      replyToken: 't',
      redelivered: false,
      kind: 'outcome',
      outcome,
    });
  });

  test('brings an outcome whose token is gone', () => {
    const decoded = decode(rowWith(encodeOutcome(outcome, { lineUser: somchai })));
    expect(decoded).toMatchObject({ kind: 'outcome', receivedAt });
    expect(decoded).not.toHaveProperty('replyToken');
  });

  test('tells of what another did', () => {
    const notice: Notice = {
      kind: 'assessmentSubmitted',
      center: 'C4K7Q2M' as CenterId,
      province: 'ศรีสะเกษ',
      district: 'กันทรารมย์',
      centerName: 'บ้านหนองตัวอย่าง',
      year: 2565 as FiscalYear,
      receipt: 'FL65-4QK7M2XA-9' as Receipt,
      total: 26,
      of: 42,
      level: 2,
      by: 'มานี',
    };
    expect(decode(rowWith(encodeNotice(notice, { lineUser: somchai })))).toMatchObject({
      kind: 'notice',
      notice,
    });
  });

  test('that lacks what it should bring is a bug that is noticed', () => {
    expect(() => decode(rowWith({ ours: 'outcome', lineUser: somchai, outcome: {} }))).toThrow();
    expect(() => decode(rowWith({ ours: 'letter', lineUser: somchai }))).toThrow();
  });
});
