import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Marks, openMarks, rowsByProvince } from '../../../src/storage/db/byProvince.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';

type Row = { readonly province: string; readonly value: number };

/** Something that is waited for until it is given. */
function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}

describe('small rows that are kept by province', () => {
  let database: TestDatabase;
  let marks: Marks;
  let now = 0;

  beforeAll(async () => {
    database = await freshDatabase();
    marks = openMarks(database.db);
  });
  afterAll(() => database.close());

  /** A process that keeps rows, and how many it has read; `meanwhile` happens after they were read. */
  function process(all: readonly Row[], ownMarks: Marks = marks, meanwhile = async () => {}) {
    let [read, loads] = [0, 0];
    const rows = rowsByProvince(
      { marks: ownMarks, clock: () => new Date(now) },
      {
        markOf: (key: string) => key,
        load: async (_key, but) => {
          const found = all.filter(({ province }) => !but.includes(province)).map((row) => ({ ...row }));
          read += found.length;
          loads += 1;
          await meanwhile();
          return found;
        },
        order: (one: Row, other: Row) => one.value - other.value,
      },
    );
    const values = async () => (await rows('values')).map(({ value }) => value);
    return { values, read: () => read, loads: () => loads };
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

  it('are not looked for again while all marks are the same, also of provinces that have none', async () => {
    for (const province of ['จังหวัด 21', 'จังหวัด 22']) await marks.changed('values', province);
    const { values, loads } = process([{ province: 'จังหวัด 21', value: 21 }]);
    for (let times = 0; times < 3; times += 1) expect(await values()).toEqual([21]);
    expect(loads()).toBe(1);
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

  it('are not those of a slower reader, who began before something was written', async () => {
    const [first, second] = ['จังหวัด 11', 'จังหวัด 12'];
    const all = [
      { province: first, value: 11 },
      { province: second, value: 12 },
    ];
    for (const { province } of all) await marks.changed('values', province);
    const [hasRead, goesOn] = [signal(), signal()];
    let isSlow = false;
    const { values } = process(all, marks, async () => {
      if (!isSlow) return;
      isSlow = false;
      hasRead.give();
      await goesOn.given;
    });
    expect(await values()).toEqual([11, 12]);
    await marks.changed('values', second);
    isSlow = true;
    const slow = values();
    await hasRead.given;
    all[0] = { province: first, value: 110 };
    await marks.changed('values', first);
    expect(await values()).toEqual([12, 110]);
    goesOn.give();
    await slow;
    expect(await values()).toEqual([12, 110]);
  });

  it('would be old with a mark that was read before the write it stands for', async () => {
    const all = [{ province: 'จังหวัด 5', value: 5 }];
    await marks.changed('values', 'จังหวัด 5');
    const ahead: Marks = {
      ...marks,
      of: async (of) => new Map([...(await marks.of(of)), ['จังหวัด 5', 'of the write that comes']]),
    };
    const { values } = process(all, ahead);
    expect(await values()).toEqual([5]);
    all[0] = { province: 'จังหวัด 5', value: 50 };
    expect(await values()).not.toEqual([50]);
  });
});
