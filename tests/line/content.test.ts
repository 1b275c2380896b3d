import { describe, expect, test } from 'vitest';
import { answer, bytes, openHost, type Script } from './lineHost.ts';

const photo = Buffer.alloc(300_000, 7);
const megabyte = 1024 * 1024;
const cut: Script = (response, socket) => {
  response.writeHead(200, { 'content-length': String(photo.length) }).write(photo.subarray(0, 100_000));
  setImmediate(() => socket.destroy());
};

describe('what a message carries', () => {
  test('is fetched as it is', async () => {
    const { line, next, asked } = await openHost();
    next(bytes(200, photo));
    expect(await line.content('468789577898262530')).toEqual({ kind: 'content', bytes: photo });
    expect(asked[0]?.url).toBe('/v2/bot/message/468789577898262530/content');
  });

  test('is waited for while LINE prepares it, but not for ever', async () => {
    const { line, next, asked } = await openHost();
    next(bytes(202, Buffer.alloc(0)), bytes(202, Buffer.alloc(0)), bytes(200, photo));
    expect(await line.content('1')).toMatchObject({ kind: 'content' });
    next(...Array.from({ length: 9 }, () => bytes(202, Buffer.alloc(0))));
    expect(await line.content('2')).toEqual({ kind: 'unavailable' });
    expect(asked).toHaveLength(7);
  });

  test.each([404, 410])('may be gone (%i), which is not asked again', async (status) => {
    const { line, next, asked } = await openHost();
    next(answer(status, { message: 'not found' }));
    expect(await line.content('1')).toEqual({ kind: 'gone' });
    expect(asked).toHaveLength(1);
  });

  test('that breaks off on its way is fetched again', async () => {
    const { line, next } = await openHost();
    next(cut, bytes(200, photo));
    expect(await line.content('1')).toEqual({ kind: 'content', bytes: photo });
  });

  test('that always breaks off, or meets errors only, is unavailable', async () => {
    const { line, next } = await openHost();
    next(cut, cut, answer(500), answer(401));
    expect(await line.content('1')).toEqual({ kind: 'unavailable' });
  });

  test('is not fetched when it says that it is too large', async () => {
    const { line, next } = await openHost();
    next((response) => {
      response.writeHead(200, { 'content-length': String(11 * megabyte) }).write('x');
    });
    expect(await line.content('1')).toEqual({ kind: 'tooLarge' });
  });

  test('is let go of when it turns out to be too large', async () => {
    const { line, next, asked } = await openHost();
    let written = 0;
    next((response) => {
      const more = () => {
        do written += megabyte;
        while (written < 100 * megabyte && response.write(Buffer.alloc(megabyte)));
      };
      response
        .writeHead(200)
        .on('drain', more)
        .on('error', () => {});
      more();
    });
    expect(await line.content('1')).toEqual({ kind: 'tooLarge' });
    expect(asked).toHaveLength(1);
    expect(written).toBeLessThan(100 * megabyte);
  });

  test('may be exactly as large as is allowed', async () => {
    const { line, next } = await openHost();
    next(bytes(200, Buffer.alloc(10 * megabyte)));
    expect(await line.content('1')).toMatchObject({ kind: 'content' });
  });
});
