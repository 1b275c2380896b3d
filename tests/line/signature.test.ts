import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createIsSigned } from '../../src/line/signature.ts';

const secret = '8c570fa6dd201bb328f1c1eac23a96d8';
const body = Buffer.from('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}');
const good = 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=';
const isSigned = createIsSigned([secret]);
const accepts = (signature: string | string[] | undefined, of = body) =>
  isSigned(of, signature === undefined ? {} : { 'x-line-signature': signature });

describe('a signature', () => {
  test('published by LINE is accepted', () => {
    expect(accepts(good)).toBe(true);
  });

  test('of either secret is accepted while the secret is rotated', () => {
    const signed = createHmac('sha256', 'the new one').update(body).digest('base64');
    expect(accepts(signed)).toBe(false);
    expect(createIsSigned([secret, 'the new one'])(body, { 'x-line-signature': signed })).toBe(true);
    expect(createIsSigned(['the new one', secret])(body, { 'x-line-signature': good })).toBe(true);
  });

  test.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['was made with another key', createHmac('sha256', 'other').update(body).digest('base64')],
    ['is a SHA-1', createHmac('sha1', secret).update(body).digest('base64')],
    ['is in hex', createHmac('sha256', secret).update(body).digest('hex')],
    ['is in lower case', good.toLowerCase()],
    ['lacks its padding', good.slice(0, -1)],
    ['ends with a new line', `${good}\n`],
    ['has a blank before', ` ${good}`],
    ['has a blank inside', `${good.slice(0, 9)} ${good.slice(9)}`],
    ['is in the URL alphabet', good.replaceAll('+', '-').replaceAll('/', '_')],
    ['has junk behind', `${good}!!`],
    ['has more base64 behind', `${good}AAAA`],
    ['stands twice', `${good},${good}`],
    ['came in two headers', [good, good]],
    ['differs in bits that are not used', good.replace('s=', 't=')],
  ])('that %s is refused', (_, signature) => {
    expect(accepts(signature)).toBe(false);
  });

  test('of a body is refused for another one, if only by a blank', () => {
    expect(accepts(good, Buffer.from(`${body} `))).toBe(false);
  });

  test('is over bytes, so that text which is no UTF-8 has one too', () => {
    const raw = Buffer.from([0x7b, 0xff, 0xfe, 0xc0, 0xaf, 0x7d]);
    expect(accepts(createHmac('sha256', secret).update(raw).digest('base64'), raw)).toBe(true);
  });
});
