import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../../../src/features/registry/file/readRegistry.ts';
import { reconcile } from '../../../../src/features/registry/rules/reconcile.ts';
import { sampleRegistry } from '../../../../src/trial/sampleRegistry.ts';
import { seed } from '../../../seed.ts';
import { header, place, readBytes, readLines, start, today } from './registryWorld.ts';

describe("the trial province's registry", () => {
  it('is eight centers in seven districts, seven of them with five households as target', async () => {
    const reading = await readBytes(Buffer.from(sampleRegistry));
    expect(reading).toMatchObject({ kind: 'read', rejected: [], remarks: [] });
    const { created, rejected } = reconcile([], reading.kind === 'read' ? reading.rows : []);
    expect(rejected).toEqual([]);
    expect(created.map(({ center }) => center.householdTarget)).toEqual([5, 5, 5, 5, 5, 5, 5, 0]);
    expect(new Set(created.map(({ center }) => center.district)).size).toBe(7);
    expect(created.every(({ center }) => center.divisions.length > 1 && center.memberFunds.length > 0)).toBe(
      true,
    );
  });
});

describe('a workbook of a registry', () => {
  const cells = header.split(',');
  const row = start.split(',');
  const book = async (...sheets: Parameters<typeof writeXlsx>[0]['sheets']) =>
    Buffer.from(await writeXlsx({ sheets }));
  const read = async (bytes: Buffer, sheet?: string) =>
    readRegistry({ bytes, name: 'registry.xlsx', sheet }, today);
  const old = row.with(5, 'ศจก.บ้านเก่า');

  it('is read from the sheet that people see, which is named', async () => {
    for (const way of [{ hidden: true }, { veryHidden: true }]) {
      const bytes = await book(
        { name: 'ปีก่อน', rows: [cells, old], ...way },
        { name: 'ทะเบียน', rows: [cells, row] },
        { name: 'คำอธิบาย', rows: [['เขียนให้ครบทุกช่อง']] },
      );
      expect(await read(bytes)).toMatchObject({ sheet: 'ทะเบียน', rows: [{ row: place }] });
    }
  });

  it('with two sheets that fit is read from the one that was named', async () => {
    const bytes = await book({ name: 'ปีก่อน', rows: [cells, old] }, { name: 'ทะเบียน', rows: [cells, row] });
    expect(await read(bytes)).toMatchObject({
      problem: { code: 'severalSheets', params: { file: 'registry.xlsx', sheets: 'ปีก่อน, ทะเบียน' } },
    });
    expect(await read(bytes, 'ทะเบียน')).toMatchObject({ sheet: 'ทะเบียน', rows: [{ row: place }] });
    expect(await read(bytes, 'ทะเบียนใหม่')).toMatchObject({ problem: { code: 'noSuchSheet' } });
  });

  it('tells of formulas whose value was not saved', async () => {
    const bytes = await book({
      name: 'ทะเบียน',
      rows: [
        [...cells, 'chair_name'],
        [...row, null],
      ],
      cells: new Map([['1,6', { formula: 'A1' }]]),
    });
    expect(await read(bytes)).toMatchObject({
      rows: [{ row: place }],
      remarks: [{ line: 2, code: 'formulaWithoutValue', params: { column: 'chair_name', value: '=A1' } }],
    });
  });

  it('may have a second row of titles under merged ones', async () => {
    const bytes = await book({
      name: 'ทะเบียน',
      rows: [
        [...cells, 'ประธาน ศจก.', null],
        [null, null, null, null, null, null, 'ชื่อ-สกุล', 'เบอร์โทรศัพท์'],
        [...row, 'สมชาย ใจดี', '0812345678'],
      ],
    });
    expect(await read(bytes)).toMatchObject({
      rows: [{ line: 3, row: { ...place, chairName: 'สมชาย ใจดี', chairPhone: '0812345678' } }],
      rejected: [],
      remarks: [],
    });
  });
});

describe('a registry as people make it', () => {
  it('has its province in the first of merged cells only, which is told once', async () => {
    const [, ...rest] = start.split(',');
    const others = [4, 5].map((moo) =>
      ['', ...rest].with(3, String(moo)).with(4, `บ้าน ${moo}`).with(5, `ศจก. ${moo}`),
    );
    const reading = await readLines(header, start, ...others.map((cells) => cells.join(',')));
    expect(reading).toMatchObject({
      rows: [place, place, place].map(({ province }) => ({ row: { province } })),
      rejected: [],
      remarks: [{ line: 3, code: 'filledDown', params: { count: 2 } }],
    });
  });

  it('has headings as short as can be', async () => {
    expect(await readLines('จ.,อ.,ต.,ม.,บ้าน,ศจก.,เบอร์โทรประธาน', `${start},0812345678`)).toMatchObject({
      rows: [{ row: { ...place, chairPhone: '0812345678' } }],
      rejected: [],
      remarks: [],
    });
  });

  it.each(['รวม,,,,,', 'รวมทั้งสิ้น,,,,,8 ศูนย์', ',,,,รวม 1 ศูนย์,', 'Total,,,,,1'])(
    'has a total at its end, which is passed over and told: %s',
    async (total) => {
      expect(await readLines(header, start, total)).toMatchObject({
        rows: [{ row: place }],
        rejected: [],
        remarks: [{ line: 3, code: 'totalRow' }],
      });
    },
  );

  it('has villages that are called as a total begins, which are read', async () => {
    const joined = start.replaceAll('หนองบัว', 'รวมไทย').replace('ทุ่งโพธิ์', 'รวม');
    expect(await readLines(header, joined)).toMatchObject({ rows: [{ row: { village: 'บ้านรวมไทย' } }] });
    expect(await readLines(header, start, 'รวม,นาดี,ทุ่งโพธิ์,4,บ้านโคก,ศจก.บ้านโคก')).toMatchObject({
      rejected: [{ line: 3, problems: [{ code: 'unknownProvince' }] }],
    });
  });

  it('without any province above is rejected', async () => {
    expect(await readLines(header, start.replace('ปราจีนบุรี', ''))).toMatchObject({
      rejected: [{ problems: [{ code: 'missingValue' }] }],
    });
  });

  it('has headings of the office, numbered ones, and slips, which are told', async () => {
    const titles =
      'จังหวัด *,2. อำเภอ,ต\u0E4D\u0E32บล,หมูที่,ชื่อหมู่บ้าน/ชุมชน,ชื่อศูนย์ฯ,ชื่อ - สกุล ประธาน ศจก.,หมายเลขโทรศัพท์';
    const reading = await readLines(titles, `${start},สมชาย ใจดี,0812345678`);
    expect(reading).toMatchObject({
      rows: [{ row: { ...place, chairName: 'สมชาย ใจดี', chairPhone: '0812345678' } }],
      remarks: [{ line: 1, code: 'headingTakenAs', params: { title: 'หมูที่', column: 'moo/หมู่ที่' } }],
    });
  });

  it('has values under no heading, which are told and not used', async () => {
    expect(await readLines(`${header},`, `${start},0812345678`)).toMatchObject({
      rows: [{ row: place }],
      remarks: [{ line: 1, code: 'untitledColumn', params: { column: 'G' } }],
    });
  });
});

describe('the header of a registry', () => {
  const everyColumn = {
    province: ['province', 'จังหวัด', 'ปราจีนบุรี'],
    district: ['district', 'อำเภอ', 'นาดี'],
    subdistrict: ['subdistrict', 'ตำบล', 'ทุ่งโพธิ์'],
    moo: ['moo', 'หมู่ที่', '3'],
    village: ['village', 'บ้าน', 'บ้านหนองบัว'],
    name: ['center', 'ชื่อศูนย์', 'ศจก.บ้านหนองบัว'],
    means: ['center_id', 'รหัสศูนย์ฯ', 'ใหม่'],
    founded: ['founded', 'วันที่จัดตั้ง', '15/01/2552'],
    chairName: ['chair_name', 'ประธาน', 'สมชาย ใจดี'],
    chairPhone: ['chair_phone', 'เบอร์โทรศัพท์', '081-234-5678'],
    budgeted: ['budgeted', 'ใช้งบประมาณ', 'ใช่'],
    householdTarget: ['household_target', 'เป้าหมายครัวเรือน', '30'],
    committeeSize: ['committee_size', 'จำนวนกรรมการ', '15'],
    divisions: ['divisions', 'ฝ่าย', 'อำนวยการ;บริหารหนี้'],
    memberFunds: ['member_funds', 'กองทุนสมาชิก', 'กทบ.;กข.คจ.'],
    operatingModel: ['operating_model', 'รูปแบบ', '1'],
    newCenter: ['new_center', 'จัดตั้งใหม่', 'no'],
    modelCenter: ['model_center', 'ต้นแบบ', 'yes'],
  } as const;
  const whole = {
    ...place,
    founded: '2009-01-15',
    chairName: 'สมชาย ใจดี',
    chairPhone: '0812345678',
    budgeted: true,
    householdTarget: 30,
    committeeSize: 15,
    divisions: ['อำนวยการ', 'บริหารหนี้'],
    memberFunds: ['กทบ.', 'กข.คจ.'],
    operatingModel: '1',
    newCenter: false,
    modelCenter: true,
  };

  it('is read in English and Thai, in any order, case and spacing', async () => {
    const columns = Object.values(everyColumn);
    const spelling = fc.constantFrom(
      (title: string) => title,
      (title: string) => title.toUpperCase().replace('_', ' '),
      (title: string) => ` ${title}\u200B `,
      (title: string) => title.replace('_', ''),
    );
    const languages = fc.array(fc.tuple(fc.nat(1), spelling), {
      minLength: columns.length,
      maxLength: columns.length,
    });
    const order = fc.shuffledSubarray([...columns.keys()], { minLength: columns.length });
    await fc.assert(
      fc.asyncProperty(order, languages, async (places, titles) => {
        const cells = places.flatMap((at) => {
          const [column, title] = [columns[at], titles[at]];
          return column && title ? [[title[1](column[title[0]] ?? ''), column[2]]] : [];
        });
        const reading = await readLines(
          `\uFEFF${cells.map(([title]) => title).join(',')}`,
          cells.map(([, value]) => value).join(','),
        );
        expect(reading).toEqual({
          kind: 'read',
          rows: [{ line: 2, row: whole, means: 'new' }],
          rejected: [],
          remarks: [],
        });
      }),
      { seed },
    );
  });

  it('may give both names of a column, and have a title above it', async () => {
    const titles = 'จังหวัด (province),district/อำเภอ,ตำบล,หมู่,หมู่บ้าน,ชื่อ ศจก.';
    expect(await readLines('ทะเบียนศูนย์จัดการกองทุนชุมชน ปี 2565,,,,,', '', titles, start)).toMatchObject({
      rows: [{ line: 4, row: place }],
      rejected: [],
    });
  });

  it('may have columns that the registry does not know; they are named and left out', async () => {
    expect(await readLines(`ลำดับ,${header},หมายเหตุ`, `1,${start},ดี`)).toMatchObject({
      rows: [{ line: 2, row: place }],
      remarks: [
        { line: 1, code: 'ignoredColumn', params: { column: 'ลำดับ' } },
        { line: 1, code: 'ignoredColumn', params: { column: 'หมายเหตุ' } },
      ],
    });
  });

  it('that lacks needed columns refuses the file and names them', async () => {
    expect(await readLines('จังหวัด,district,ตำบล,village', 'ปราจีนบุรี,นาดี,ทุ่งโพธิ์,บ้านหนองบัว')).toEqual({
      kind: 'refused',
      problem: { code: 'missingColumns', params: { file: 'registry.csv', columns: 'moo/หมู่ที่, center/ชื่อศูนย์' } },
    });
  });

  it('that names a column twice refuses the file', async () => {
    expect(await readLines(`${header},หมู่ที่`, `${start},4`)).toEqual({
      kind: 'refused',
      problem: { code: 'repeatedColumn', params: { file: 'registry.csv', column: 'moo/หมู่ที่' } },
    });
  });
});

describe('a workbook with a registry', () => {
  it('is read with its dates, numbers and checks as cells', async () => {
    const rows = [
      ['ทะเบียน ศจก.'],
      ['จังหวัด', 'อำเภอ', 'ตำบล', 'หมู่ที่', 'บ้าน', 'ชื่อศูนย์', 'วันที่จัดตั้ง', 'เบอร์โทรศัพท์', 'ใช้งบประมาณ'],
      [
        'ปราจีนบุรี',
        'นาดี',
        'ทุ่งโพธิ์',
        3,
        'บ้านหนองบัว',
        'ศจก.บ้านหนองบัว',
        new Date(Date.UTC(2009, 0, 15)),
        812345678,
        false,
      ],
      [
        'ปราจีนบุรี',
        'นาดี',
        'ทุ่งโพธิ์',
        4,
        'บ้านโคกสูง',
        'ศจก.บ้านโคกสูง',
        new Date(Date.UTC(2552, 0, 15)),
        '037-211122',
        true,
      ],
      ['ปราจีนบุรี', 'นาดี', 'ทุ่งโพธิ์', 5, 'บ้านทุ่งนา', 'ศจก.บ้านทุ่งนา', 39828, null, null],
    ];
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'ทะเบียน', rows }] }));
    const reading = await readBytes(bytes);
    expect(reading).toMatchObject({ kind: 'read', rejected: [] });
    expect(reading.kind === 'read' && reading.rows).toMatchObject([
      { line: 3, row: { ...place, founded: '2009-01-15', chairPhone: '0812345678', budgeted: false } },
      { line: 4, row: { moo: 4, founded: '2009-01-15', chairPhone: '037211122', budgeted: true } },
      { line: 5, row: { moo: 5 } },
    ]);
    // A number that nobody formatted as a date may be another thing.
    expect(reading.kind === 'read' && reading.rows[2]?.row.founded).toBeUndefined();
    expect(reading.kind === 'read' && reading.remarks).toContainEqual({
      line: 5,
      code: 'numberForDate',
      params: { column: 'วันที่จัดตั้ง', value: '39828', reading: '2552-01-15' },
    });
  });

  it('is read without the rows that are hidden, which is told', async () => {
    const rowOf = (moo: number) => ['ปราจีนบุรี', 'นาดี', 'ทุ่งโพธิ์', moo, `บ้าน ${moo}`, `ศจก. ${moo}`];
    const rows = [['จังหวัด', 'อำเภอ', 'ตำบล', 'หมู่ที่', 'บ้าน', 'ชื่อศูนย์'], ...[3, 4, 5, 6].map(rowOf)];
    const rowDefs = new Map([
      [2, { hidden: true }],
      [3, { hidden: true }],
    ]);
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'ทะเบียน', rows, rowDefs }] }));
    const reading = await readBytes(bytes);
    expect(reading).toMatchObject({
      rows: [{ line: 2 }, { line: 5 }],
      remarks: [{ line: 3, code: 'hiddenRows', params: { count: 2 } }],
    });
  });
});

describe('whatever a file holds', () => {
  it('every row below the header is taken or rejected, with a reason, under its own line', async () => {
    const cell = fc.oneof(
      fc.constantFrom(...start.split(',')),
      fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replace(/["\s]/g, '')),
      fc.constantFrom('$where', '__proto__', '=HYPERLINK(1)', '<b>', '\u202E', '\u200B', '-1', '1e9'),
    );
    const seen = { taken: 0, rejected: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 6, maxLength: 8 }), { maxLength: 5 }),
        async (rows) => {
          const lines = [start, ...rows.map((cells) => cells.map((text) => `"${text}"`).join(','))];
          const reading = await readLines(`${header},founded,chair_phone`, ...lines);
          if (reading.kind === 'refused') return expect.fail(reading.problem.code);
          const told = [...reading.rows, ...reading.rejected].map(({ line }) => line);
          expect(new Set(told).size).toBe(told.length);
          expect(told).toContain(2);
          expect(reading.rejected.every(({ problems }) => problems.length > 0)).toBe(true);
          const blank = rows.filter((cells) => cells.every((text) => text.trim() === '')).length;
          expect(told.length + blank).toBe(lines.length);
          seen.taken += reading.rows.length;
          seen.rejected += reading.rejected.length;
        },
      ),
      { seed, numRuns: 200 },
    );
    expect(seen.taken).toBeGreaterThan(100);
    expect(seen.rejected).toBeGreaterThan(100);
  });
});
