import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.ts';
import type { FileId } from '../../../src/programme/ids.ts';
import { personId } from './samples.ts';
import type { OpenWorld, World } from './world.ts';

export function filesContract(open: OpenWorld): void {
  let world: World;
  let files: Store['files'];
  beforeAll(async () => {
    world = await open();
    files = world.store('a').files;
  });
  afterAll(() => world.close());

  const file = (id: string) => id as FileId;

  describe('a file', () => {
    test('that was never stored is not there', async () => {
      expect(await files.get(file('none'))).toBeUndefined();
    });

    test('comes back as it was stored, however large', async () => {
      for (const size of [0, 1, 3_000_000]) {
        const bytes = randomBytes(size);
        await files.put(file(`f${size}`), personId(1), { bytes, type: 'image/jpeg' });
        const found = await files.get(file(`f${size}`));
        expect(found?.type).toBe('image/jpeg');
        expect(Buffer.compare(Buffer.from(found?.bytes ?? []), bytes)).toBe(0);
      }
    });

    test('keeps the name that it was sent under, where it has one', async () => {
      const document = { bytes: Buffer.from('%PDF'), type: 'application/pdf', name: 'แผน “ปี 65”.pdf' };
      await files.put(file('named'), personId(1), document);
      expect(await files.get(file('named'))).toEqual(document);
      expect(await files.get(file('f1'))).not.toHaveProperty('name');
    });

    test('that is stored again stays as it is', async () => {
      await files.put(file('twice'), personId(1), { bytes: Buffer.from('first'), type: 'image/jpeg' });
      await files.put(file('twice'), personId(1), { bytes: Buffer.from('second'), type: 'image/png' });
      expect(await files.get(file('twice'))).toMatchObject({
        bytes: Buffer.from('first'),
        type: 'image/jpeg',
      });
    });

    test('that is stored by many at once is whole', async () => {
      const bytes = randomBytes(600_000);
      const puts = Array.from({ length: 5 }, () =>
        files.put(file('many'), personId(1), { bytes, type: 'image/png' }),
      );
      await Promise.all(puts);
      expect(Buffer.compare(Buffer.from((await files.get(file('many')))?.bytes ?? []), bytes)).toBe(0);
    });
  });
}
