import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/tables/table.ts';
import { tableLimits } from '../../src/tables/tableReading.ts';
import { seed } from '../seed.ts';

const read = (text: string) => readTable(Buffer.from(text), 'registry.csv');
const workbook = async (rows: Parameters<typeof writeXlsx>[0]['sheets'][number]['rows']) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'ทะเบียน', rows: rows ?? [] }] }));
const table = (header: readonly string[], ...rows: readonly (readonly [number, readonly string[]])[]) => ({
  kind: 'tables',
  tables: [{ header: { line: 1, cells: header }, rows: rows.map(([line, cells]) => ({ line, cells })) }],
});
const sheet = (name: string, reading: ReturnType<typeof table>) => ({
  ...reading,
  tables: reading.tables.map((each) => ({ sheet: name, ...each })),
});
const problem = (code: string, params: object) => ({ kind: 'refused', problem: { code, params } });

describe('a CSV file', () => {
  it.each([
    ['commas', 'จังหวัด,หมู่\nน่าน,1\n'],
    ['semicolons', 'จังหวัด;หมู่\nน่าน;1\n'],
    ['tabs', 'จังหวัด\tหมู่\nน่าน\t1\n'],
    ['a BOM', '\uFEFFจังหวัด,หมู่\nน่าน,1\n'],
    ['Windows line ends', 'จังหวัด,หมู่\r\nน่าน,1\r\n'],
    ['no line end at the end', 'จังหวัด,หมู่\nน่าน,1'],
    ['quotes around every cell', '"จังหวัด","หมู่"\n"น่าน","1"\n'],
  ])('with %s is read', async (_, text) => {
    expect(await read(text)).toEqual(table(['จังหวัด', 'หมู่'], [2, ['น่าน', '1']]));
  });

  it('keeps commas, quotes and line ends that stand in quotes, and counts the lines of the file', async () => {
    expect(await read('a,b\n"x, y","1\n2"\n\nบ้าน "ใหม่",3\n"5 ""ก""",4\n')).toEqual(
      table(['a', 'b'], [2, ['x, y', '1\n2']], [5, ['บ้าน "ใหม่"', '3']], [6, ['5 "ก"', '4']]),
    );
  });

  it('separated by commas may hold lists separated by semicolons', async () => {
    expect(await read('name,funds,moo\nก,a;b;c;d;e,1\n')).toEqual(
      table(['name', 'funds', 'moo'], [2, ['ก', 'a;b;c;d;e', '1']]),
    );
  });

  it('may be in the Thai code page', async () => {
    const bytes = Buffer.from(
      [...'a,b\n'].map((letter) => letter.charCodeAt(0)).concat(0xb9, 0xe8, 0xd2, 0xb9, 0x2c, 0x31),
    );
    expect(await readTable(bytes, 'x')).toEqual(table(['a', 'b'], [2, ['น่าน', '1']]));
  });

  it('may be in UTF-16, as Excel writes "Unicode text"', async () => {
    expect(await readTable(Buffer.from('\uFEFFa\tb\nน่าน\t1\n', 'utf16le'), 'x')).toEqual(
      table(['a', 'b'], [2, ['น่าน', '1']]),
    );
  });

  it('with a quote that is not closed is refused with the line where it begins', async () => {
    expect(await read('a,b\nก,1\n"ข,2\nค,3\n')).toEqual(
      problem('quoteNotClosed', { file: 'registry.csv', line: 3 }),
    );
  });

  it('without any cell is refused', async () => {
    for (const text of ['', '\n\n', ' , ,\n', '\uFEFF']) {
      expect(await read(text)).toEqual(problem('emptyFile', { file: 'registry.csv' }));
    }
  });

  it('is taken with as many rows as allowed, blank ones not counted, and refused with one more', async () => {
    const rows = 'x,1\n'.repeat(tableLimits.rows);
    const most = await read(`a,b\n,\n${rows}`);
    expect(most.kind === 'tables' && most.tables[0]?.rows).toHaveLength(tableLimits.rows);
    expect(await read(`a,b\n${rows}x,1\n`)).toEqual(
      problem('tooManyRows', { file: 'registry.csv', most: tableLimits.rows }),
    );
  });

  it('is refused above the size that is allowed', async () => {
    const bytes = Buffer.alloc(tableLimits.bytes + 1, 'a');
    expect(await readTable(bytes, 'big.csv')).toEqual(problem('fileTooLarge', { file: 'big.csv', most: 20 }));
  });

  it('gives back whatever cells were written', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('ก', 'ำ', 'a', ',', ';', '"', '\n', '\t', ' '),
      maxLength: 6,
    });
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const text = [['a', 'b'], ...cells].map((row) => row.map(quoted).join(',')).join('\n');
        const reading = await read(text);
        const written = cells.filter((row) => row.some((value) => value.trim() !== ''));
        expect(reading.kind === 'tables' && reading.tables[0]?.rows.map((row) => row.cells)).toEqual(written);
      }),
      { seed },
    );
  });
});

describe('a workbook', () => {
  it('gives the text of its sheets: dates as dates, numbers as figures', async () => {
    const bytes = await workbook([
      ['ชื่อ', 'วันที่', 'หมู่', 'ใช้', 'ว่าง', 'ท้าย'],
      ['บ้าน, ใหม่', new Date(Date.UTC(2009, 0, 15)), 5, true, null, 812345678],
      [null, null, null, null, null, null],
      ['ข', new Date(Date.UTC(2552, 0, 15)), 2.5, false, null, '0812345678'],
    ]);
    expect(await readTable(bytes, 'x.csv')).toEqual(
      sheet(
        'ทะเบียน',
        table(
          ['ชื่อ', 'วันที่', 'หมู่', 'ใช้', 'ว่าง', 'ท้าย'],
          [2, ['บ้าน, ใหม่', '2009-01-15', '5', 'true', '', '812345678']],
          [4, ['ข', '2552-01-15', '2.5', 'false', '', '0812345678']],
        ),
      ),
    );
  });

  it('of the old kind is refused', async () => {
    const bytes = Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex');
    expect(await readTable(bytes, 'old.xls')).toEqual(problem('oldExcelFile', { file: 'old.xls' }));
  });

  it('that is cut short or is another ZIP file is refused', async () => {
    const bytes = await workbook([['a'], ['b']]);
    const unreadable = problem('unreadableFile', { file: 'x.xlsx' });
    for (const length of [4, 30, Math.floor(bytes.length / 2), bytes.length - 1]) {
      expect(await readTable(bytes.subarray(0, length), 'x.xlsx')).toEqual(unreadable);
    }
    expect(await readTable(zip('readme.txt', Buffer.from('x'), 1), 'x.xlsx')).toEqual(unreadable);
  });

  it('that says it unpacks to more than is allowed is refused unread', async () => {
    const bomb = zip('xl/sharedStrings.xml', Buffer.alloc(1000), tableLimits.unpackedBytes + 1);
    expect(await readTable(bomb, 'bomb.xlsx')).toEqual(
      problem('fileTooLarge', { file: 'bomb.xlsx', most: 100 }),
    );
  });

  it('that does not say how much it unpacks to, or says too little, is refused', async () => {
    const silent = zip('[Content_Types].xml', Buffer.alloc(1_000_000), 0);
    const lying = zip('[Content_Types].xml', Buffer.alloc(1_000_000), 10);
    for (const bytes of [silent, lying]) {
      expect(await readTable(bytes, 'x.xlsx')).toEqual(problem('unreadableFile', { file: 'x.xlsx' }));
    }
  });

  it('with damaged bytes is read or refused, never more', async () => {
    const bytes = await workbook([
      ['a', 'b'],
      ['ก', 1],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = value;
        expect(['tables', 'refused']).toContain((await readTable(damaged, 'x.xlsx')).kind);
      }),
      { seed, numRuns: 200 },
    );
  });
});

/** A ZIP file with one entry that says it has `size` bytes. */
function zip(name: string, content: Buffer, size: number): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}
