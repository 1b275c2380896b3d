import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../src/simulator/rules/validate.ts';

const refusal = (contents: unknown, altText = 'x') =>
  refusalOf('push', { to: 'U1', messages: [{ type: 'flex', altText, contents }] }, { loopbackMedia: false });
const fault = (contents: unknown) => refusal(contents)?.details?.[0];
const box = (layout: string, contents: unknown[], more: object = {}) => ({
  type: 'box',
  layout,
  contents,
  ...more,
});
const text = (value: string, more: object = {}) => ({ type: 'text', text: value, ...more });
const bubble = (body: unknown[], more: object = {}) => ({
  type: 'bubble',
  body: box('vertical', body),
  ...more,
});
const button = (label: string) => ({ type: 'button', action: { type: 'message', label, text: 'x' } });

test('a card with a bar, a picture and buttons is fine', () => {
  const bar = box('vertical', [], {
    width: '62%',
    height: '6px',
    backgroundColor: '#0B6E4F',
    cornerRadius: 'md',
  });
  const card = bubble(
    [
      box('baseline', [
        text('26/42', { size: 'xxl', weight: 'bold', flex: 0 }),
        text('61.9%', { align: 'end' }),
      ]),
      box('vertical', [bar], { backgroundColor: '#E5E9ED' }),
      { type: 'separator', margin: 'lg' },
      { type: 'text', contents: [{ type: 'span', text: 'a', color: '#000000' }], wrap: true, maxLines: 2 },
      box('horizontal', [text('1', { flex: 0 }), { type: 'filler' }], {
        action: { type: 'postback', data: 'x' },
        paddingAll: '10%',
        background: { type: 'linearGradient', angle: '90deg', startColor: '#000000', endColor: '#FFFFFFAA' },
      }),
    ],
    {
      size: 'mega',
      hero: {
        type: 'image',
        url: 'https://example.com/a.png',
        size: 'full',
        aspectRatio: '20:13',
        aspectMode: 'cover',
      },
      footer: box('vertical', [button('Go')], { spacing: 'sm' }),
      styles: { footer: { separator: true } },
    },
  );
  expect(refusal(card)).toBeUndefined();
});

test('faults are named from the container on, and the message says which one is wrong', () => {
  expect(refusal(bubble([text('a', { wrapp: true }), text('', {})]))).toEqual({
    message: 'A message (messages[0]) in the request body is invalid',
    details: [
      { message: 'unknown field', property: '/body/contents/0/wrapp' },
      { message: 'must be non-empty text', property: '/body/contents/1/text' },
    ],
  });
});

describe('refused inside a container', () => {
  test.each<[string, unknown, string]>([
    ['an unknown component', bubble([{ type: 'spacer' }]), '/body/contents/0'],
    ['an unknown layout', { type: 'bubble', body: box('zig', []) }, '/body/layout'],
    ['a box in a baseline', bubble([box('baseline', [box('vertical', [])])]), '/body/contents/0/contents/0'],
    [
      'an icon outside a baseline',
      bubble([{ type: 'icon', url: 'https://e.com/a.png' }]),
      '/body/contents/0',
    ],
    ['a colour by name', bubble([text('a', { color: 'red' })]), '/body/contents/0/color'],
    ['a size without a unit', bubble([text('a', { size: '12' })]), '/body/contents/0/size'],
    ['a text without text', bubble([{ type: 'text' }]), '/body/contents/0/text'],
    [
      'a button without a label',
      bubble([{ type: 'button', action: { type: 'message', text: 'x' } }]),
      '/body/contents/0/action/label',
    ],
    ['a bubble without blocks', { type: 'bubble' }, '/'],
    ['a text as hero', { type: 'bubble', hero: text('a') }, '/hero'],
    ['a style with a type', bubble([text('a')], { styles: { type: 'styles' } }), '/styles/type'],
    [
      'a picture three times as high as wide',
      bubble([{ type: 'image', url: 'https://e.com/a', aspectRatio: '1:4' }]),
      '/body/contents/0/aspectRatio',
    ],
    ['a picture over HTTP', { type: 'bubble', hero: { type: 'image', url: 'http://e.com/a' } }, '/hero/url'],
  ])('%s', (_what, contents, property) => {
    expect(fault(contents)?.property).toBe(property);
  });

  test('a tap that runs a script', () => {
    const contents = bubble([text('a', { action: { type: 'uri', uri: 'javascript:alert(1)' } })]);
    expect(fault(contents)).toEqual({
      message: 'invalid uri scheme',
      property: '/body/contents/0/action/uri',
    });
  });
});

describe('a carousel', () => {
  const carousel = (count: number, bubbleOf = (_: number) => bubble([text('a')])) => ({
    type: 'carousel',
    contents: Array.from({ length: count }, (_, index) => bubbleOf(index)),
  });

  test('has twelve bubbles at most', () => {
    expect(refusal(carousel(12))).toBeUndefined();
    expect(fault(carousel(13))).toEqual({ message: 'Size must be between 1 and 12', property: '/contents' });
  });

  test('has bubbles of one size', () => {
    const mixed = carousel(2, (index) => bubble([text('a')], { size: index === 0 ? 'kilo' : 'mega' }));
    expect(fault(mixed)?.property).toBe('/contents/1/size');
  });

  test('has 50 KB at most, each bubble 30 KB', () => {
    const filled = (bytes: number) => bubble([text('x'.repeat(bytes))]);
    expect(refusal(filled(30_000))).toBeUndefined();
    expect(fault(filled(31_000))).toEqual({ message: 'must be 30 KB or less', property: '/' });
    expect(refusal(carousel(2, () => filled(24_000)))).toBeUndefined();
    expect(fault(carousel(2, () => filled(27_000)))?.message).toBe('must be 50 KB or less');
  });

  test('is measured in bytes of UTF-8: a Thai letter takes three', () => {
    expect(fault(bubble([text('ก'.repeat(10_300))]))?.message).toBe('must be 30 KB or less');
  });
});

test('altText has up to 1500 units and is named from the message on', () => {
  expect(refusal(bubble([text('a')]), 'ก'.repeat(1500))).toBeUndefined();
  expect(refusal(bubble([text('a')]), 'ก'.repeat(1501))).toEqual({
    message: 'The request body has 1 error(s)',
    details: [{ message: 'Length must be between 0 and 1500', property: 'messages[0].altText' }],
  });
});

test('a button label has up to 40 characters as a reader counts them', () => {
  expect(refusal(bubble([button('น้ำ'.repeat(40))]))).toBeUndefined();
  expect(fault(bubble([button('น้ำ'.repeat(41))]))?.property).toBe('/body/contents/0/action/label');
});
