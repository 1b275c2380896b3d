import { describe, expect, test } from 'vitest';
import { deliveryOf, deliveryWithout } from '../../src/line/delivery.ts';

const says = (message: string) => JSON.stringify({ message, details: [] });
const about = (...properties: readonly string[]) =>
  JSON.stringify({
    message: 'The request body has 1 error(s)',
    details: properties.map((property) => ({ message: 'x', property })),
  });
const fault = (fields: { readonly [name: string]: string }) => Object.assign(new Error('x'), fields);

describe('a send that LINE answered', () => {
  test.each([
    [200, '{"sentMessages":[]}', { kind: 'sent' }],
    [200, undefined, { kind: 'sent' }],
    [
      200,
      '{"sentMessages":[{"id":"1","quoteToken":"q"},{"id":"2"}]}',
      { kind: 'sent', messages: ['1', '2'] },
    ],
    [409, says('The retry key is already accepted'), { kind: 'sent' }],
    [400, says('Invalid reply token'), { kind: 'badToken' }],
    [400, says('The request body has 1 error(s)'), { kind: 'refused', status: 400, requestId: 'r1' }],
    [400, about('to[3]'), { kind: 'refused', status: 400, requestId: 'r1' }],
    [400, about('to'), { kind: 'refused', status: 400, requestId: 'r1' }],
    [400, about('messages[0].text', 'to[3]'), { kind: 'refused', status: 400, requestId: 'r1' }],
    [400, about('messages[0].text'), { kind: 'refused', status: 400, requestId: 'r1', forAll: true }],
    [
      400,
      says('A message (messages[0]) in the request body is invalid'),
      { kind: 'refused', status: 400, requestId: 'r1', forAll: true },
    ],
    [
      400,
      says('The property, to[1], in the request body is invalid (line: -, column: -)'),
      { kind: 'refused', status: 400, requestId: 'r1' },
    ],
    [400, about('messages'), { kind: 'refused', status: 400, requestId: 'r1', forAll: true }],
    [400, 'Invalid reply token', { kind: 'refused', status: 400, requestId: 'r1' }],
    [400, undefined, { kind: 'unknown' }],
    [401, says('Authentication failed due to the following reason: x'), { kind: 'unauthorized' }],
    [
      403,
      says('Access to this API is not available for your account'),
      { kind: 'refused', status: 403, requestId: 'r1', forAll: true },
    ],
    [404, says('Not found'), { kind: 'refused', status: 404, requestId: 'r1', forAll: true }],
    [413, '', { kind: 'refused', status: 413, requestId: 'r1', forAll: true }],
    [429, says('The API rate limit has been exceeded. Try again later.'), { kind: 'rateLimited' }],
    [429, undefined, { kind: 'rateLimited' }],
    [429, says('You have reached your monthly limit.'), { kind: 'quotaUsedUp' }],
    [408, '', { kind: 'unknown' }],
    [302, '', { kind: 'unknown' }],
    [500, says('Internal error'), { kind: 'unknown' }],
    [503, '<html>', { kind: 'unknown' }],
  ])('%i %s', (status, body, delivery) => {
    expect(deliveryOf({ status, body, requestId: 'r1' })).toEqual(delivery);
  });
});

describe('a send that LINE did not answer', () => {
  test.each([
    [{ code: 'ECONNREFUSED', syscall: 'connect' }, 'notSent'],
    [{ code: 'ECONNREFUSED' }, 'notSent'],
    [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'notSent'],
    [{ code: 'ETIMEDOUT', syscall: 'connect' }, 'notSent'],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, 'notSent'],
    [{ code: 'CERT_HAS_EXPIRED' }, 'notSent'],
    [{ code: 'ECONNRESET', syscall: 'read' }, 'unknown'],
    [{ code: 'EPIPE', syscall: 'write' }, 'unknown'],
    [{ code: 'ETIMEDOUT', syscall: 'read' }, 'unknown'],
    [{ code: 'UND_ERR_SOCKET' }, 'unknown'],
    [{ code: 'UND_ERR_HEADERS_TIMEOUT' }, 'unknown'],
    [{ name: 'TimeoutError' }, 'unknown'],
  ])('%j', (fields, kind) => {
    expect(deliveryWithout(fault(fields))).toEqual({ kind });
  });

  test('whatever was thrown', () => {
    expect(deliveryWithout(undefined)).toEqual({ kind: 'unknown' });
    expect(deliveryWithout('x')).toEqual({ kind: 'unknown' });
  });
});
