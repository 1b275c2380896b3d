import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Marks, openMarks, rowsByProvince } from '../../../src/storage/db/byProvince.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';

type Row = { readonly province: string; readonly value: number };

describe('small rows that are kept by province', () => {
  let database: TestDatabase;
  let marks: Marks;
  let now = 0;

  beforeAll(async () => {
    database = await freshDatabase();
    marks = openMarks(database.db);
  });
  afterAll(() => database.close());

  /** A process that keeps rows, and how many it has read. */
  function process(all: readonly Row[], ownMarks: Marks = marks) {
    let read = 0;
    const rows = rowsByProvince(
      ownMarks,
      () => new Date(now),
      async (_of, but) => {
        const found = all.filter(({ province }) => !but.includes(province));
        read += found.length;
        return found.map((row) => ({ ...row }));
      },
      (one, other) => one.value - other.value,
    );
    const values = async () => (await rows('values')).map(({ value }) => value);
    return { values, read: () => read };
  }

  it('are read again where something was written, by whichever process, and nowhere else', async () => {
    const all = [1, 2, 3].map((value) => ({ province: `จังหวัด ${value}`, value }));
    for (const { province } of all) await marks.changed('values', province);
    const { values, read } = process(all);
    expect(await values()).toEqual([1, 2, 3]);
    expect(await values()).toEqual([1, 2, 3]);
    expect(read()).toBe(3);
    all[1] = { province: 'จังหวัด 2', value: 20 };
    await openMarks(database.db).changed('values', 'จังหวัด 2');
    expect(await values()).toEqual([1, 3, 20]);
    expect(read()).toBe(4);
  });

  it('are read each time where a province has no mark yet', async () => {
    const all = [{ province: 'จังหวัด ใหม่', value: 7 }];
    const { values } = process(all);
    expect(await values()).toEqual([7]);
    all[0] = { province: 'จังหวัด ใหม่', value: 8 };
    expect(await values()).toEqual([8]);
  });

  it('are trusted for ten minutes at most, should a process have died before it set its mark', async () => {
    const all = [{ province: 'จังหวัด 9', value: 9 }];
    await marks.changed('values', 'จังหวัด 9');
    const { values } = process(all);
    expect(await values()).toEqual([9]);
    all[0] = { province: 'จังหวัด 9', value: 90 };
    expect(await values()).toEqual([9]);
    now += 10 * 60_000;
    expect(await values()).toEqual([90]);
  });

  it('would be old with marks that are read after the rows', async () => {
    const all = [{ province: 'จังหวัด 5', value: 5 }];
    await marks.changed('values', 'จังหวัด 5');
    // A write between the rows and a mark that is read too late.
    let late = false;
    const readLate: Marks = {
      ...marks,
      of: async (of) => {
        const found = await marks.of(of);
        return late ? new Map([...found, ['จังหวัด 5', 'of the write that comes']]) : found;
      },
    };
    late = true;
    const { values } = process(all, readLate);
    expect(await values()).toEqual([5]);
    all[0] = { province: 'จังหวัด 5', value: 50 };
    expect(await values()).not.toEqual([50]);
  });
});
