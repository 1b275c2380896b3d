import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import type { KeptFile } from '../../src/kernel/store.ts';
import type { Content } from '../../src/line/content.ts';
import { createDecodeRow } from '../../src/line/decode.ts';
import { createLineClock } from '../../src/line/eventTime.ts';
import { createPrepare } from '../../src/line/material.ts';
import { smallPhoto } from '../../src/line/photo.ts';
import type { FileId } from '../../src/programme/ids.ts';
import { message, personOf, rowOf, somchai, text } from './lineEvents.ts';

const megabyte = 1024 * 1024;
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** An archive with one file in it, stored as it is. */
function zip(name: string, content: string): Buffer {
  const [title, bytes] = [Buffer.from(name), Buffer.from(content)];
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt32LE(bytes.length, 22);
  head.writeUInt16LE(title.length, 26);
  return Buffer.concat([head, title, bytes, Buffer.alloc(22)]);
}

/** As much of an Office document as says what it is. */
const office = (type: string): Buffer =>
  zip('[Content_Types].xml', `<Types><Override PartName="/a.xml" ContentType="${type}.main+xml"/></Types>`);

function noise(width: number, height: number) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'gray',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
}

/** A phone's photo, lying on its side, with the place where it was taken. */
let fromPhone: Buffer;
beforeAll(async () => {
  const exif = {
    IFD0: { Model: 'Canary phone' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '15/1 7/1 0/1' },
  };
  fromPhone = await noise(3000, 1500).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
});

function world(content: Content, consented = true) {
  const stored = new Map<string, KeptFile>();
  const fetched: string[] = [];
  const files: Store['files'] = {
    put: async (id, _, file) => void stored.set(id, file),
    get: async (id: FileId) => stored.get(id),
  };
  const prepare = createPrepare({
    decodeRow: createDecodeRow(createLineClock()),
    content: async (id) => {
      fetched.push(id);
      return content;
    },
    files,
    hasConsented: async () => consented,
  });
  return { prepare, stored, fetched };
}

const photoRow = () => rowOf(message({ type: 'image', id: '77', contentProvider: { type: 'line' } }));
const fileRow = (fileSize: number, fileName: unknown = 'แผนปี 65.pdf') =>
  rowOf(message({ type: 'file', id: '78', fileName, fileSize }));
const carrying = (bytes: Buffer): Content => ({ kind: 'content', bytes });

describe('a photo', () => {
  test('is kept upright, no larger than is read with ease, and without what the camera notes', async () => {
    const { prepare, stored, fetched } = world(carrying(fromPhone));
    const row = photoRow();
    expect(await prepare(row)).toMatchObject({
      kind: 'file',
      media: 'photo',
      file: row.id,
      who: personOf(somchai),
    });
    expect(fetched).toEqual(['77']);
    const [kept] = [...stored.values()];
    const { width, height, format, exif, orientation } = await sharp(kept?.bytes).metadata();
    expect({ width, height, format, exif, orientation, type: kept?.type }).toEqual({
      width: 1024,
      height: 2048,
      format: 'jpeg',
      exif: undefined,
      orientation: undefined,
      type: 'image/jpeg',
    });
    expect((await sharp(fromPhone).metadata()).exif?.toString('latin1')).toContain('Canary phone');
    expect(Buffer.from(kept?.bytes ?? []).toString('latin1')).not.toContain('Canary phone');
  });

  test('of an event that is prepared again is not fetched again, even when LINE has it no longer', async () => {
    const { prepare, fetched } = world(carrying(fromPhone));
    const row = photoRow();
    expect(await prepare(row)).toEqual(await prepare(row));
    expect(fetched).toHaveLength(1);
  });

  test.each(['png', 'webp'] as const)('may be %s, of which a JPEG is kept', async (format) => {
    const { prepare, stored } = world(carrying(await noise(20, 10).toFormat(format).toBuffer()));
    expect(await prepare(photoRow())).toMatchObject({ kind: 'file' });
    expect([...stored.values()][0]?.type).toBe('image/jpeg');
  });

  test.each([
    ['a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a document', pdf],
    ['a film that says it is a GIF', Buffer.from('GIF89a')],
    ['nothing', Buffer.alloc(1)],
  ])('is no photo when it is %s', async (_, content) => {
    const { prepare, stored } = world(carrying(content));
    expect(await prepare(photoRow())).toMatchObject({ kind: 'unusableFile', why: 'notTaken' });
    expect(stored.size).toBe(0);
  });

  test('that unfolds into more pixels than any camera takes is no photo', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(megabyte);
    const { prepare } = world(carrying(bomb));
    expect(await prepare(photoRow())).toMatchObject({ kind: 'unusableFile', why: 'damaged' });
  });

  test('that is cut cannot be opened', async () => {
    const cut = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
    const { prepare, stored } = world(carrying(cut));
    expect(await prepare(photoRow())).toMatchObject({ kind: 'unusableFile', why: 'damaged' });
    expect(stored.size).toBe(0);
  });

  test.each(['tooLarge', 'gone', 'unavailable'] as const)('may be %s', async (why) => {
    const { prepare } = world({ kind: why });
    expect(await prepare(photoRow())).toMatchObject({ kind: 'unusableFile', why });
  });

  test('of somebody who has not agreed is not even fetched', async () => {
    const { prepare, stored, fetched } = world(carrying(fromPhone), false);
    expect(await prepare(photoRow())).toMatchObject({ kind: 'other', media: 'unknown' });
    expect([stored.size, fetched.length]).toEqual([0, 0]);
  });

  test('as LINE takes previews is small', async () => {
    const small = await smallPhoto(await noise(2048, 2048).jpeg({ quality: 100 }).toBuffer());
    const { width, height } = await sharp(small).metadata();
    expect([width, height]).toEqual([1024, 1024]);
    expect(small.length).toBeLessThanOrEqual(1_000_000);
  });
});

describe('a file', () => {
  test('may be a document, and is kept as it is, with its name', async () => {
    const { prepare, stored } = world(carrying(pdf));
    const named = { kind: 'file', media: 'file', name: 'แผนปี 65.pdf' };
    const row = fileRow(pdf.length);
    expect(await prepare(row)).toMatchObject(named);
    expect([...stored.values()]).toEqual([{ bytes: pdf, type: 'application/pdf', name: 'แผนปี 65.pdf' }]);
    expect(await prepare(row)).toMatchObject(named);
  });

  test.each([
    ['Word', 'wordprocessingml.document', 'ก.docx'],
    ['Excel', 'spreadsheetml.sheet', 'ก.xlsx'],
  ])('may be one of %s', async (_, kind, name) => {
    const { prepare, stored } = world(
      carrying(office(`application/vnd.openxmlformats-officedocument.${kind}`)),
    );
    expect(await prepare(fileRow(900, name))).toMatchObject({ kind: 'file', media: 'file', name });
    expect([...stored.values()][0]?.type).toContain(kind);
  });

  test.each([
    ['of slides', office('application/vnd.openxmlformats-officedocument.presentationml.presentation')],
    ['in an archive', zip('notes.txt', 'ก')],
    [
      'that is cut',
      office('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').subarray(0, 40),
    ],
  ])('is refused as a document %s', async (_, bytes) => {
    const { prepare, stored } = world(carrying(bytes));
    expect(await prepare(fileRow(bytes.length, 'x.docx'))).toMatchObject({ why: 'notTaken' });
    expect(stored.size).toBe(0);
  });

  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  test.each([
    ['by its type', office('application/vnd.ms-word.document.macroEnabled')],
    ['whatever its type says', Buffer.concat([office(word), Buffer.from('word/vbaProject.bin')])],
  ])('with macros is refused as such %s', async (_, bytes) => {
    const { prepare, stored } = world(carrying(bytes));
    expect(await prepare(fileRow(bytes.length, 'x.docx'))).toMatchObject({ why: 'macros' });
    expect(stored.size).toBe(0);
  });

  const recorded = (brand: string) => Buffer.concat([Buffer.alloc(4), Buffer.from(`ftyp${brand}`)]);
  test.each([
    ['a film of a phone', recorded('mp42'), { kind: 'other', media: 'video' }],
    ['a film of an iPhone', recorded('qt  '), { kind: 'other', media: 'video' }],
    ['a film of Windows', Buffer.from('RIFF\0\0\0\0AVI LIST'), { kind: 'other', media: 'video' }],
    ['a sound', recorded('M4A '), { kind: 'other', media: 'audio' }],
    ['a picture of an iPhone', recorded('heic'), { kind: 'unusableFile', why: 'heic' }],
  ])('may be %s, whatever its name says', async (_, bytes, what) => {
    const { prepare, stored } = world(carrying(bytes));
    expect(await prepare(fileRow(bytes.length, 'photo.jpg'))).toMatchObject(what);
    expect(stored.size).toBe(0);
  });

  test('of 0 bytes is told so, unless LINE only says so', async () => {
    const empty = world({ kind: 'unavailable' });
    expect(await empty.prepare(fileRow(0))).toMatchObject({ kind: 'unusableFile', why: 'empty' });
    const whole = world(carrying(fromPhone));
    expect(await whole.prepare(fileRow(0))).toMatchObject({ kind: 'file', media: 'photo' });
  });

  test('that says nothing of its name has one all the same', async () => {
    const { prepare } = world(carrying(pdf));
    for (const name of [null, 7, '', '../', '\u202e\u0000'])
      expect(await prepare(fileRow(pdf.length, name))).toMatchObject({ name: 'document.pdf' });
  });

  test('may be a photo, of which a clean one is kept', async () => {
    const { prepare, stored } = world(carrying(fromPhone));
    expect(await prepare(fileRow(fromPhone.length))).toMatchObject({ kind: 'file', media: 'photo' });
    expect(Buffer.from([...stored.values()][0]?.bytes ?? []).toString('latin1')).not.toContain(
      'Canary phone',
    );
  });

  test('that says it is too large is not fetched', async () => {
    const { prepare, fetched } = world(carrying(pdf));
    expect(await prepare(fileRow(11 * megabyte))).toMatchObject({ kind: 'unusableFile', why: 'tooLarge' });
    expect(fetched).toEqual([]);
  });

  test('that is a program is refused, whatever its name says', async () => {
    const { prepare } = world(carrying(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])));
    expect(await prepare(fileRow(502))).toMatchObject({ kind: 'unusableFile', why: 'notTaken' });
  });
});

test('an event that carries nothing is handed on', async () => {
  const { prepare } = world({ kind: 'gone' });
  expect(await prepare(rowOf(text('๓')))).toMatchObject({ kind: 'text', text: '๓' });
});
