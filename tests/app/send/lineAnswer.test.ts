import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../src/app/send/lineAnswer.ts';
import type { Endpoint } from '../../../src/app/send/nextSend.ts';
import type { Delivery } from '../../../src/kernel/outside.ts';

type Case = readonly [Delivery['kind'], Endpoint, 'certain' | 'unknown', object];

describe('what LINE answers', () => {
  it.each<Case>([
    ['sent', 'reply', 'unknown', { kind: 'sent' }],
    ['sent', 'push', 'certain', { kind: 'sent' }],
    ['refused', 'reply', 'certain', { kind: 'ended', why: 'refused' }],
    ['refused', 'push', 'unknown', { kind: 'ended', why: 'refused' }],
    ['badToken', 'reply', 'certain', { kind: 'open', state: 'badToken', unknown: false }],
    ['badToken', 'reply', 'unknown', { kind: 'open', state: 'badToken', unknown: true }],
    ['badToken', 'push', 'certain', { kind: 'ended', why: 'refused' }],
    ['quotaUsedUp', 'push', 'certain', { kind: 'ended', why: 'kept' }],
    ['quotaUsedUp', 'push', 'unknown', { kind: 'ended', why: 'ambiguous' }],
    ['quotaUsedUp', 'reply', 'certain', { kind: 'open', state: 'called', unknown: false }],
    ['rateLimited', 'push', 'unknown', { kind: 'open', state: 'called', unknown: true }],
    ['unauthorized', 'reply', 'certain', { kind: 'open', state: 'called', unknown: false }],
    ['notSent', 'reply', 'certain', { kind: 'open', state: 'called', unknown: false }],
    ['notSent', 'reply', 'unknown', { kind: 'open', state: 'called', unknown: true }],
    ['unknown', 'push', 'certain', { kind: 'open', state: 'called', unknown: true }],
  ])('%s to a %s after attempts that are %s', (kind, way, before, expected) => {
    const delivery: Delivery = kind === 'refused' ? { kind, status: 400 } : { kind };
    expect(meaningOf(delivery, way, before === 'unknown')).toEqual(expected);
  });
});
