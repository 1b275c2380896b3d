import { describe, expect, it } from 'vitest';
import { header, place, readLines, start } from './registryWorld.ts';

/** What one row states beside its place, in a column of that title; or what is told of it. */
async function readCell(title: string, text: string) {
  const reading = await readLines(`${header},${title}`, `${start},"${text}"`);
  if (reading.kind === 'refused') return reading.problem;
  const {
    province: _p,
    district: _d,
    subdistrict: _s,
    moo: _m,
    village: _v,
    name: _n,
    ...stated
  } = reading.rows[0]?.row ?? place;
  const told = reading.rejected[0]?.problems ?? reading.remarks;
  expect(told.length === 0 || Object.keys(stated).length === 0).toBe(true);
  return told.length > 0 ? told : stated;
}

/** The row that the place is read from when some of its cells are written otherwise. */
async function readPlace(changes: Partial<Record<keyof typeof place, string>>) {
  const reading = await readLines(header, Object.values({ ...place, ...changes }).join(','));
  return reading.kind === 'read' ? (reading.rows[0]?.row ?? reading.rejected[0]?.problems) : reading.problem;
}

describe('a row of a registry', () => {
  it('that is bad never stops the good ones, and everything wrong with it is said', async () => {
    const reading = await readLines(
      `${header},founded,chair_phone,budgeted`,
      `${start},15/01/2552,0812345678,no`,
      'ปราจีนบุรี,กบินบุรี,ทุ่งโพธิ์,สาม,,ศจก.บ้านหนองบัว,9/8/22,123,อาจจะ',
      'ปราจีนบุรี,นาดี,ทุ่งโพธิ์,4,บ้านโคกสูง,ศจก.บ้านโคกสูง,,,',
    );
    expect(reading).toMatchObject({ rows: [{ line: 2 }, { line: 4 }], rejected: [{ line: 3 }] });
    expect(reading.kind === 'read' && reading.rejected[0]?.problems.map(({ code }) => code)).toEqual([
      'unknownDistrict',
      'missingValue',
    ]);
  });

  it('whose other values cannot be read is taken without them, and all of them are told', async () => {
    const reading = await readLines(
      `${header},founded,chair_phone,budgeted,chair_name`,
      `${start},9/8/22,123,อาจจะ,สมชาย ใจดี`,
    );
    expect(reading).toMatchObject({ rows: [{ row: { chairName: 'สมชาย ใจดี' } }], rejected: [] });
    expect(reading.kind === 'read' && reading.remarks.map(({ line, code }) => [line, code])).toEqual([
      [2, 'ambiguousDate'],
      [2, 'unreadablePhone'],
      [2, 'unreadableYesNo'],
    ]);
  });

  it.each([
    ['C12ABCD', 'C12ABCD'],
    [' c1-2abcd', 'C12ABCD'],
    ['ใหม่', 'new'],
    ['ศูนย์ใหม่', 'new'],
    ['New', 'new'],
  ])('says by %j which center it means', async (text, means) => {
    expect(await readLines(`${header},รหัสศูนย์ฯ`, `${start},${text}`)).toMatchObject({
      rows: [{ row: place, means }],
      remarks: [],
    });
  });

  it('with a blank or unreadable id of a center says nothing of it', async () => {
    for (const text of ['', '-', '25110301']) {
      const reading = await readLines(`${header},center_id`, `${start},${text}`);
      expect(reading).toMatchObject({
        rejected: [],
        remarks: text.length > 1 ? [{ line: 2, code: 'unreadableCenterId', params: { value: text } }] : [],
      });
      expect(reading.kind === 'read' && reading.rows).toEqual([{ line: 2, row: place }]);
    }
  });

  it.each(['#REF!', '#NAME?', '#VALUE!', '#N/A', '#DIV/0!', '#ERROR!', '####', '##########', 'Err:502'])(
    'with the error %s of a spreadsheet is rejected, wherever it stands',
    async (value) => {
      for (const title of ['chair_name', 'founded', 'remarks']) {
        expect(await readLines(`${header},${title}`, `${start},${value}`)).toMatchObject({
          rows: [],
          rejected: [{ line: 2, problems: [{ code: 'errorCell', params: { column: title, value } }] }],
        });
      }
      expect(await readPlace({ village: value })).toMatchObject([{ code: 'errorCell' }]);
    },
  );

  it('names the nearest district or province that is known', async () => {
    expect(await readPlace({ district: 'อ.กบินบุรี' })).toEqual([
      {
        code: 'unknownDistrict',
        params: { column: 'district', value: 'อ.กบินบุรี', province: 'ปราจีนบุรี', nearest: 'กบินทร์บุรี' },
      },
    ]);
    expect(await readPlace({ province: 'ปราจีน' })).toEqual([
      { code: 'unknownProvince', params: { column: 'province', value: 'ปราจีน', nearest: 'ปราจีนบุรี' } },
    ]);
  });

  it.each([
    [{ province: 'จ.ปราจีนบุรี' }, {}],
    [{ district: 'อำเภอเมือง' }, { district: 'เมืองปราจีนบุรี' }],
    [{ district: 'อ.เมืองฯ' }, { district: 'เมืองปราจีนบุรี' }],
    [{ district: 'กิ่งอ.ศรีมโหสถ' }, { district: 'ศรีมโหสถ' }],
    [
      { province: 'ร้อยเอ็ด', district: 'จตุรพักตรพิมาน' },
      { province: 'ร้อยเอ็ด', district: 'จตุรพักตร์พิมาน' },
    ],
    [{ subdistrict: 'ต.ทุ่งโพธิ์' }, {}],
    [{ subdistrict: ' ตำบล ทุ่ง\u200Bโพธิ์ ' }, {}],
    [{ moo: '๓' }, {}],
    [{ moo: 'หมู่ที่ 3' }, {}],
    [{ moo: 'ม.๓' }, {}],
    [{ moo: '03' }, {}],
    [{ moo: '3.0' }, {}],
    [{ name: '"ศจก.บ้านหนองบัว, ใต้"' }, { name: 'ศจก.บ้านหนองบัว, ใต้' }],
  ])('reads its place from %j', async (changes, expected) => {
    expect(await readPlace(changes)).toEqual({ ...place, ...expected });
  });

  it.each([
    [{ moo: '0' }, 'numberOutOfRange'],
    [{ moo: '100' }, 'numberOutOfRange'],
    [{ moo: '2.5' }, 'numberOutOfRange'],
    [{ moo: 'ไม่ทราบ' }, 'unreadableNumber'],
    [{ moo: '-' }, 'missingValue'],
    [{ moo: '' }, 'missingValue'],
    [{ village: ' ' }, 'missingValue'],
    [{ subdistrict: 'ตำบล' }, 'missingValue'],
    [{ name: '1' }, 'nameWithoutLetters'],
    [{ name: '...' }, 'nameWithoutLetters'],
    [{ village: '3' }, 'nameWithoutLetters'],
    [{ village: 'ไม่มี' }, 'nameWithoutLetters'],
    [{ subdistrict: 'ต.5' }, 'nameWithoutLetters'],
    [{ name: 'ก'.repeat(121) }, 'textTooLong'],
    [{ province: 'กรุงเทพมหานคร' }, 'unknownProvince'],
  ])('is rejected for %j', async (changes, code) => {
    expect(await readPlace(changes)).toMatchObject([{ code }]);
  });

  it('with more cells than the header is rejected, since its values may have shifted', async () => {
    expect(await readLines(header, `${start},เกิน`)).toMatchObject({
      rejected: [{ line: 2, problems: [{ code: 'tooManyCells' }] }],
    });
    expect(await readLines(header, `${start},,`)).toMatchObject({ rows: [{ line: 2 }], rejected: [] });
  });
});

describe('the founding date', () => {
  it.each([
    ['15/01/2552', '2009-01-15'],
    ['๑๕/๐๑/๒๕๕๒', '2009-01-15'],
    ['15 ม.ค. 2552', '2009-01-15'],
    ['15 มกราคม พ.ศ. 2552', '2009-01-15'],
    ['15/1/52', '2009-01-15'],
    ['2009-01-15', '2009-01-15'],
    ['2552-01-15', '2009-01-15'],
    ['15/01/2009', '2009-01-15'],
    ['2009-01-15 00:00:00', '2009-01-15'],
    ['2552', '2009'],
    ['พ.ศ. 2552', '2009'],
    ['ปี พ.ศ. ๒๕๕๒', '2009'],
    ['2009', '2009'],
  ])('written as %j is read', async (text, founded) => {
    expect(await readCell('วันที่จัดตั้ง', text)).toEqual({ founded });
  });

  it.each(['', '-', '–', 'N/A', '  '])('may be left out as %j', async (text) => {
    expect(await readCell('founded', text)).toEqual({});
  });

  it.each([
    ['9/8/22', 'ambiguousDate'],
    ['39828', 'numberForDate'],
    ['39828.0', 'numberForDate'],
    ['31/02/2552', 'unreadableDate'],
    ['ประมาณปี 52', 'unreadableDate'],
    ['2499', 'implausibleDate'],
    ['พ.ศ. 2566', 'implausibleDate'],
    ['2/8/2565', 'implausibleDate'],
    ['15/01/2452', 'implausibleDate'],
    ['10652', 'numberForDate'],
  ])('written as %j is told and left out', async (text, code) => {
    expect(await readCell('founded', text)).toMatchObject([
      { code, params: { column: 'founded', value: text } },
    ]);
  });
});

describe('the year of a founding', () => {
  it.each([
    ...['มิ.ย. 2552', 'มิถุนายน 2552', 'เดือนมิถุนายน พ.ศ. ๒๕๕๒', 'มิ.ย. 52', 'June 2009', '06/2552', '6-2552'],
    ...['ปี 52', 'พ.ศ. 52', 'ปี พ.ศ. 52'],
  ])('is kept alone of %j, which is told', async (text) => {
    const reading = await readLines(`${header},founded`, `${start},${text}`);
    expect(reading).toMatchObject({
      rows: [{ row: { founded: '2009' } }],
      remarks: [{ line: 2, code: 'yearOnly', params: { column: 'founded', value: text, year: 2552 } }],
    });
  });

  it.each([
    ['ปี 22', 'unreadableDate'],
    ['มิ.ย. 12', 'ambiguousDate'],
    ['มิ.ย. 2599', 'implausibleDate'],
    ['อะไร 2552', 'unreadableDate'],
    ['13/2552', 'unreadableDate'],
  ])('is left out of %j', async (text, code) => {
    expect(await readCell('founded', text)).toMatchObject([{ code }]);
  });
});

describe("the chair's name", () => {
  it.each([
    ...['สมชาย ใจดี', 'น.ส.มาลี มีสุข', 'ด.ต.สมชาย ใจดี', 'พระครูวินัย', 'Somchai Jaidee'],
    ...['อยู่ สุขใจ', 'รอฮานี สาและ', 'ยังมี สุขดี', 'ว่างใจ ดี'],
  ])('is read: %s', async (chairName) => {
    expect(await readCell('ประธาน', chairName)).toEqual({ chairName });
  });

  it.each([
    ...['ไม่มี', '-', '–', 'ว่าง', 'ตำแหน่งว่าง', '(ว่าง)', 'ยังไม่มี', 'ยังไม่ได้เลือก', 'ไม่ทราบ'],
    ...['อยู่ระหว่างเลือกตั้ง', 'รอการแต่งตั้ง', 'vacant'],
  ])('is left blank where nobody is named, which is told: %s', async (text) => {
    expect(await readCell('ประธาน', text)).toEqual([
      { line: 2, code: 'leftBlank', params: { column: 'ประธาน', value: text } },
    ]);
  });

  it.each([
    ...['12345', '1/6/2552', '0812345678', '๐๘๑๒๓๔๕๖๗๘', 'นายหนึ่ง สองดี 081-234-5678', '15 มกราคม', 'นาย'],
    ...['ประธาน', 'คนเดิม', 'สมชาย ใจดี (ลาออก)', 'นายหนึ่ง / นายสอง'],
  ])('is left out where it is not one name alone, which is told: %s', async (text) => {
    expect(await readCell('ประธาน', text)).toEqual([
      { line: 2, code: 'unreadableName', params: { column: 'ประธาน', value: text } },
    ]);
  });
});

describe('a list of names', () => {
  const listOf = async (title: string, text: string) => {
    const reading = await readLines(`${header},${title}`, `${start},"${text}"`);
    if (reading.kind === 'refused') return expect.fail(reading.problem.code);
    const { memberFunds, divisions } = reading.rows[0]?.row ?? {};
    return { list: memberFunds ?? divisions, told: reading.remarks.map(({ code }) => code) };
  };

  it.each([
    ['กทบ. และ กข.คจ.', ['กทบ.', 'กข.คจ.']],
    ['กทบ.และกข.คจ.', ['กทบ.', 'กข.คจ.']],
    ['กทบ. กับ กลุ่มสตรี', ['กทบ.', 'กลุ่มสตรี']],
    ['กทบ. บ้านโคก/กข.คจ. บ้านโคก', ['กทบ. บ้านโคก', 'กข.คจ. บ้านโคก']],
    ['กทบ. กข.คจ. กลุ่มออมทรัพย์', ['กทบ.', 'กข.คจ.', 'กลุ่มออมทรัพย์']],
    ['กองทุนหมู่บ้านและชุมชนเมือง และ กข.คจ.', ['กองทุนหมู่บ้านและชุมชนเมือง', 'กข.คจ.']],
    ['1) กทบ.\n2) กข.คจ.', ['กทบ.', 'กข.คจ.']],
    ['๑.กทบ. ๒.กข.คจ.', ['กทบ.', 'กข.คจ.']],
    ['- กทบ.\n- กข.คจ.', ['กทบ.', 'กข.คจ.']],
    ['กทบ.; กข.คจ.; กทบ', ['กทบ.', 'กข.คจ.']],
    ['กองทุนหมู่บ้านและชุมชนเมือง', ['กองทุนหมู่บ้านและชุมชนเมือง']],
    ['กลุ่มสตรีทอผ้าและจักสาน', ['กลุ่มสตรีทอผ้าและจักสาน']],
    ['กองทุนหมู่บ้าน (กทบ.) ม.3', ['กองทุนหมู่บ้าน (กทบ.) ม.3']],
  ])('of funds is read from %j', async (text, list) => {
    expect(await listOf('กองทุนสมาชิก', text)).toEqual({ list, told: [] });
  });

  it.each([
    ['1.อำนวยการ 2.หนี้', ['อำนวยการ', 'หนี้']],
    ['ฝ่ายอำนวยการ ฝ่ายหนี้', ['ฝ่ายอำนวยการ', 'ฝ่ายหนี้']],
    ['ติดตามและประเมินผล', ['ติดตามและประเมินผล']],
  ])('of divisions is read from %j', async (text, list) => {
    expect(await listOf('ฝ่าย', text)).toEqual({ list, told: [] });
  });

  it.each([
    ...['กทบ.กข.คจ.', 'กลุ่มออมทรัพย์และสวัสดิการ', 'กองทุนเพื่อเด็กและกลุ่มสตรี', 'บ้านโคก และ กทบ.'],
    ...['2. กทบ.', 'กทบ. บ้านโคก กข.คจ. บ้านโคก'],
  ])('stays as it is where it may be several in one, which is to be looked at: %s', async (text) => {
    expect(await listOf('กองทุนสมาชิก', text)).toEqual({ list: [text], told: ['severalInOne'] });
  });

  it.each(['อำนวยการ/หนี้', 'ฝ่ายอำนวยการฝ่ายหนี้', '1 อำนวยการ 2 หนี้'])(
    'of divisions stays too: %s',
    async (text) => {
      expect(await listOf('ฝ่าย', text)).toEqual({ list: [text], told: ['severalInOne'] });
    },
  );

  it.each(['ไม่มี', '-', '—'])('is none where it says so, which is told: %s', async (text) => {
    expect(await listOf('กองทุนสมาชิก', text)).toEqual({ list: [], told: ['readAsNone'] });
  });

  it.each(['3', '๓', '3 กองทุน', 'จำนวน 3 กลุ่ม', 'สามกองทุน', 'กทบ.; 3', '3 ฝ่าย'])(
    'is left out where it is a count: %s',
    async (text) => {
      expect(await listOf('กองทุนสมาชิก', text)).toEqual({ list: undefined, told: ['countForNames'] });
    },
  );
});

describe("the chair's phone", () => {
  it.each([
    ['0812345678', '0812345678'],
    ['081-234-5678', '0812345678'],
    ['๐๘๑ ๒๓๔ ๕๖๗๘', '0812345678'],
    ['+66 81 234 5678', '0812345678'],
    ['66812345678', '0812345678'],
    ['812345678', '0812345678'],
    ['037-211-122', '037211122'],
    ['37211122', '037211122'],
  ])('written as %j is read', async (text, chairPhone) => {
    expect(await readCell('chair_phone', text)).toEqual({ chairPhone });
  });

  it.each(['12345', '8.12E+08', '0812345678, 0898765432', 'ไม่มีโทรศัพท์'])(
    'written as %j is told and left out',
    async (text) => {
      expect(await readCell('chair_phone', text)).toMatchObject([{ code: 'unreadablePhone' }]);
    },
  );
});

describe('a yes or no', () => {
  it.each(['ใช่', 'yes', 'YES', 'y', 'true', '1', '๑', '✓', '✔️', '/', 'ใช้', 'มี'])(
    'written as %j is yes',
    async (text) => {
      expect(await readCell('ต้นแบบ', text)).toEqual({ modelCenter: true });
    },
  );

  it.each(['ไม่ใช่', 'ไม่', 'no', 'No', 'n', 'false', '0', '๐', '✗', 'ไม่ใช้', 'ไม่มี'])(
    'written as %j is no',
    async (text) => {
      expect(await readCell('ต้นแบบ', text)).toEqual({ modelCenter: false });
    },
  );

  it.each(['อาจจะ', 'x', '2'])('written as %j is told and left out', async (text) => {
    expect(await readCell('ต้นแบบ', text)).toMatchObject([
      { code: 'unreadableYesNo', params: { value: text } },
    ]);
  });
});

describe('other values', () => {
  it.each([
    ['จำนวนกรรมการ', '15 คน', { committeeSize: 15 }],
    ['committee_size', '๙', { committeeSize: 9 }],
    ['เป้าหมายครัวเรือน', '30 ครัวเรือน', { householdTarget: 30 }],
    ['household_target', '0', { householdTarget: 0 }],
    ['ฝ่าย', ' อำนวยการ ;; บริหารหนี้;', { divisions: ['อำนวยการ', 'บริหารหนี้'] }],
    ['กองทุนสมาชิก', 'กทบ.\nกข.คจ.', { memberFunds: ['กทบ.', 'กข.คจ.'] }],
    ['กองทุนสมาชิก', 'กทบ., กข.คจ., กลุ่มออมทรัพย์', { memberFunds: ['กทบ.', 'กข.คจ.', 'กลุ่มออมทรัพย์'] }],
    ['กองทุนสมาชิก', '1. กทบ. 2. กข.คจ.', { memberFunds: ['กทบ.', 'กข.คจ.'] }],
    ['กองทุนสมาชิก', 'กทบ. ก, ข; กข.คจ.', { memberFunds: ['กทบ. ก, ข', 'กข.คจ.'] }],
    ['รูปแบบ', 'กลุ่มออมทรัพย์เป็นแกนนำ', { operatingModel: 'กลุ่มออมทรัพย์เป็นแกนนำ' }],
  ])('in the column %s written as %j are read', async (title, text, expected) => {
    expect(await readCell(title, text)).toEqual(expected);
  });

  it.each([
    ['committee_size', '0', 'numberOutOfRange'],
    ['committee_size', '2-3', 'ambiguousNumber'],
    ['household_target', 'ห้าร้อยกว่า', 'ambiguousNumber'],
    ['household_target', '-5', 'numberOutOfRange'],
    ['รูปแบบ', 'ไม่มี', 'leftBlank'],
    ['divisions', `ก;${'ข'.repeat(121)}`, 'textTooLong'],
  ])('in the column %s written as %j are told and left out', async (title, text, code) => {
    expect(await readCell(title, text)).toMatchObject([{ code }]);
  });
});
