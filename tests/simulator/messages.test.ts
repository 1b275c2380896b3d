import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../src/simulator/rules/validate.ts';

const strict = { loopbackMedia: false };
const refusal = (...messages: unknown[]) => refusalOf('reply', { replyToken: 'token', messages }, strict);
const fault = (...messages: unknown[]) => refusal(...messages)?.details?.[0];
const text = (value: string) => ({ type: 'text', text: value });
const quick = (...actions: object[]) => ({
  ...text('choose'),
  quickReply: { items: actions.map((action) => ({ type: 'action', action })) },
});
const message = (label: string, said = label) => ({ type: 'message', label, text: said });

describe('a call carries one to five messages', () => {
  test.each([1, 5])('%i are fine', (count) => {
    expect(refusal(...Array(count).fill(text('x')))).toBeUndefined();
  });
  test.each([0, 6])('%i are refused', (count) => {
    expect(refusal(...Array(count).fill(text('x')))).toEqual({
      message: 'The request body has 1 error(s)',
      details: [{ message: 'Size must be between 1 and 5', property: 'messages' }],
    });
  });
});

describe('a text', () => {
  test('has up to 5000 UTF-16 units, so an emoji counts two', () => {
    expect(refusal(text('ก'.repeat(5000)))).toBeUndefined();
    expect(refusal(text('😀'.repeat(2500)))).toBeUndefined();
    expect(fault(text('😀'.repeat(2501)))).toEqual({
      message: 'Length must be between 0 and 5000',
      property: 'messages[0].text',
    });
  });

  test('is not empty', () => {
    expect(fault(text('fine'), text(''))).toEqual({
      message: 'May not be empty',
      property: 'messages[1].text',
    });
  });

  test('is there', () => {
    expect(fault({ type: 'text' })).toEqual({ message: 'must be specified', property: 'messages[0].text' });
  });

  test('is a text: anything else cannot be read', () => {
    expect(refusal({ type: 'text', text: 5 })).toEqual({
      message: "The property, 'messages[0].text', in the request body is invalid (line: -, column: -)",
    });
  });

  test('holds a dollar sign where an emoji is to stand', () => {
    const emoji = { productId: '1', emojiId: '2' };
    expect(refusal({ ...text('a$'), emojis: [{ index: 1, ...emoji }] })).toBeUndefined();
    expect(fault({ ...text('a$'), emojis: [{ index: 0, ...emoji }] })?.property).toBe(
      'messages[0].emojis[0].index',
    );
  });
});

test('every fault of a body is named', () => {
  const body = refusal(text(''), { type: 'txt' }, { ...text('x'), quickreply: {} });
  expect(body).toEqual({
    message: 'The request body has 3 error(s)',
    details: [
      { message: 'May not be empty', property: 'messages[0].text' },
      {
        message:
          'Must be one of the following values: [text, textV2, sticker, image, video, audio, location, imagemap, template, flex, coupon]',
        property: 'messages[1].type',
      },
      { message: 'unknown field', property: 'messages[2].quickreply' },
    ],
  });
});

describe('quick replies', () => {
  test('are thirteen at most', () => {
    const replies = (count: number) => quick(...Array.from({ length: count }, (_, n) => message(String(n))));
    expect(refusal(replies(13))).toBeUndefined();
    expect(fault(replies(14))).toEqual({
      message: 'Size must be between 1 and 13',
      property: 'messages[0].quickReply.items',
    });
  });

  test('have labels of 20 characters as a reader counts them', () => {
    expect('น้ำ').toHaveLength(3);
    expect(refusal(quick(message('น้ำ'.repeat(20))))).toBeUndefined();
    expect(fault(quick(message('น้ำ'.repeat(21), 'x')))).toEqual({
      message: 'Length must be between 0 and 20',
      property: 'messages[0].quickReply.items[0].action.label',
    });
  });

  test('need a label', () => {
    expect(fault(quick({ type: 'message', text: 'x' }))?.message).toBe('must be specified');
  });

  test('may open the camera, which no other place may', () => {
    expect(refusal(quick({ type: 'camera', label: 'x' }, { type: 'location', label: 'x' }))).toBeUndefined();
    const confirm = { type: 'confirm', text: 'x', actions: [message('a'), { type: 'camera', label: 'x' }] };
    expect(fault({ type: 'template', altText: 'x', template: confirm })?.property).toBe('/actions/1');
  });
});

describe('an action', () => {
  const data = (length: number) => quick({ type: 'postback', label: 'x', data: 'x'.repeat(length) });
  const link = (uri: string) => quick({ type: 'uri', label: 'x', uri });
  const date = (limits: object) =>
    quick({ type: 'datetimepicker', label: 'x', data: 'x', mode: 'date', ...limits });

  test('carries up to 300 units of postback data', () => {
    expect(refusal(data(300))).toBeUndefined();
    expect(fault(data(301))?.message).toBe('Length must be between 0 and 300');
    expect(fault(data(0))?.message).toBe('May not be empty');
  });

  test('does not both show and say a text', () => {
    expect(
      fault(quick({ type: 'postback', label: 'x', data: 'x', displayText: 'a', text: 'b' })),
    ).toBeDefined();
  });

  test.each(['https://example.com/a', 'http://example.com', 'tel:0812345678', 'line://app/1'])(
    'opens %s',
    (uri) => {
      expect(refusal(link(uri))).toBeUndefined();
    },
  );
  test.each([
    ['javascript:alert(1)', 'invalid uri scheme'],
    ['https://example.com/ก', 'invalid uri'],
    ['no address', 'invalid uri'],
    [`https://example.com/${'a'.repeat(1000)}`, 'Length must be between 0 and 1000'],
  ])('does not open %.40s', (uri, why) => {
    expect(fault(link(uri))?.message).toBe(why);
  });

  test('picks dates between limits that are dates', () => {
    expect(refusal(date({ initial: '2022-08-09', min: '2022-01-01', max: '2022-12-31' }))).toBeUndefined();
    expect(fault(date({ initial: '2022-02-30' }))?.property).toContain('initial');
    expect(fault(date({ min: '2022-08-09', max: '2022-08-08' }))?.property).toContain('min');
    expect(fault(date({ mode: 'time', initial: '25:00' }))).toBeDefined();
  });
});

describe('a picture', () => {
  const image = (url: string) => ({ type: 'image', originalContentUrl: url, previewImageUrl: url });

  test('lies at an HTTPS address', () => {
    expect(refusal(image('https://example.com/a.jpg'))).toBeUndefined();
    expect(fault(image('http://example.com/a.jpg'))).toEqual({
      message: 'invalid uri scheme',
      property: 'messages[0].originalContentUrl',
    });
  });

  test('lies on this machine over HTTP in a trial, and only there', () => {
    const body = (url: string) => ({ replyToken: 'token', messages: [image(url)] });
    expect(refusalOf('reply', body('http://localhost:3000/a.jpg'), strict)).toBeDefined();
    expect(refusalOf('reply', body('http://localhost:3000/a.jpg'), { loopbackMedia: true })).toBeUndefined();
    expect(refusalOf('reply', body('http://localhost.example.com/a'), { loopbackMedia: true })).toBeDefined();
  });
});

describe('a template', () => {
  const template = (content: object) => ({ type: 'template', altText: 'x', template: content });
  const column = (more: object = {}) => ({ text: 'x', actions: [message('a')], ...more });

  test('has the same number of actions in every column', () => {
    const unequal = [column(), column({ actions: [message('a'), message('b')] })];
    expect(refusal(template({ type: 'carousel', columns: [column(), column()] }))).toBeUndefined();
    expect(fault(template({ type: 'carousel', columns: unequal }))?.property).toBe('/columns/1');
  });

  test('has less room for its text under a title', () => {
    const buttons = { type: 'buttons', text: 'x'.repeat(61), actions: [message('a')] };
    expect(refusal(template(buttons))).toBeUndefined();
    expect(fault(template({ ...buttons, title: 'x' }))).toEqual({
      message: 'Length must be between 0 and 60',
      property: '/text',
    });
  });
});

test('other kinds of message have their own limits', () => {
  const location = { type: 'location', title: 'x'.repeat(100), address: 'x', latitude: 15, longitude: 104 };
  expect(refusal(location, { type: 'sticker', packageId: '446', stickerId: '1988' })).toBeUndefined();
  expect(fault({ ...location, title: 'x'.repeat(101) })?.message).toBe('Length must be between 0 and 100');
  expect(fault({ ...text('x'), sender: { name: 'x'.repeat(21) } })?.property).toBe('messages[0].sender.name');
  const v2 = {
    type: 'textV2',
    text: 'Hi {who}',
    substitution: { who: { type: 'mention', mentionee: { type: 'all' } } },
  };
  expect(refusal(v2)).toBeUndefined();
  expect(refusal({ ...v2, substitution: { who: { type: 'mention' } } })).toBeDefined();
});
