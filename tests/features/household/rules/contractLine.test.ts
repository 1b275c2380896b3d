import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContractLine, readContractRest } from '../../../../src/features/household/rules/contractLine.ts';
import { readContractLines } from '../../../../src/features/household/rules/contractLines.ts';
import { readJoinLine } from '../../../../src/features/household/rules/joinLine.ts';
import { seed } from '../../../seed.ts';

const known = ['กลุ่มออมทรัพย์ 2 บ้านโคก', 'กทบ. หมู่ 3'];

function read(text: string) {
  const line = readContractLine(text, known);
  return (
    line && [line.fund?.value, line.outstanding?.value, line.rate?.value, line.overdue?.value, line.unclear]
  );
}

describe('a contract in one line', () => {
  test.each([
    ['กทบ 25000 6 เกินกำหนด', ['กทบ. หมู่ 3', 2_500_000, 6, 'overdue', []]],
    ['เกินกำหนด 6 25000 กทบ', ['กทบ. หมู่ 3', 2_500_000, 6, 'overdue', []]],
    ['กทบ. 25,000 บาท ร้อยละ 6 ต่อปี ไม่เกินกำหนดค่ะ', ['กทบ. หมู่ 3', 2_500_000, 6, 'onTime', []]],
    ['กลุ่มสัจจะ บ้านไร่ สองหมื่นห้า 1% on time', ['กลุ่มสัจจะ บ้านไร่', 2_500_000, 1, 'onTime', []]],
    ['กทบ สองหมื่น 6%', ['กทบ. หมู่ 3', 2_000_000, 6, undefined, []]],
    ['กทบ 2.5 หมื่น 6.5%', ['กทบ. หมู่ 3', 2_500_000, 6.5, undefined, []]],
    ['กทบ ๒๕,๐๐๐ ๖ ไม่เกิน', ['กทบ. หมู่ 3', 2_500_000, 6, 'onTime', []]],
    ['กทบ, 25000, 6, เกินกำหนด', ['กทบ. หมู่ 3', 2_500_000, 6, 'overdue', []]],
    ['กทบ. หมู่ 3 25000 6', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, []]],
    ['กลุ่มออมทรัพย์ หมู่ 5 25000', ['กลุ่มออมทรัพย์ หมู่ 5', 2_500_000, undefined, undefined, []]],
    ['25000 6', [undefined, 2_500_000, 6, undefined, []]],
    ['25000 6 กทบ เกิน', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, ['เกิน']]],
    ['กู้ กทบ 25000 6%', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, []]],
    ['เงินล้าน 25000 6 ไม่เกิน', ['กทบ. หมู่ 3', 2_500_000, 6, 'onTime', []]],
    ['25000 เงินล้าน 6 ไม่เกิน', ['กทบ. หมู่ 3', 2_500_000, 6, 'onTime', []]],
    ['ออมทรัพย์ 25000 6%', ['กลุ่มออมทรัพย์ 2 บ้านโคก', 2_500_000, 6, undefined, []]],
    ['savings group 25000 6%', ['กลุ่มออมทรัพย์ 2 บ้านโคก', 2_500_000, 6, undefined, []]],
    ['ข้อ 1 25000 6 ไม่เกิน', ['กลุ่มออมทรัพย์ 2 บ้านโคก', 2_500_000, 6, 'onTime', []]],
    ['กลุ่มสัจจะ 25000/6', ['กลุ่มสัจจะ', 2_500_000, 6, undefined, []]],
    ['กทบ 900 6%', ['กทบ. หมู่ 3', 90_000, 6, undefined, []]],
    ['กทบ 25000 ดอก 6 ยังไม่เกินกำหนด', ['กทบ. หมู่ 3', 2_500_000, 6, 'onTime', []]],
    ['กทบ 25000 6 เกินกำหนดแล้วครับ', ['กทบ. หมู่ 3', 2_500_000, 6, 'overdue', []]],
    ['กทบ 25000 6 ค้างชำระ', ['กทบ. หมู่ 3', 2_500_000, 6, 'overdue', []]],
    ['กทบ 25000 ค้างชำระ 6', ['กทบ. หมู่ 3', 2_500_000, 6, 'overdue', []]],
    ['กทบ ค้างชำระ 25000 6', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, []]],
    ['กทบ 25000 6 ยังไม่ครบกำหนด', ['กทบ. หมู่ 3', 2_500_000, 6, 'onTime', []]],
    ['กทบ 25000 6 ผิดนัดชำระ', ['กทบ. หมู่ 3', 2_500_000, 6, 'overdue', []]],
    ['กทบ 25000 ไม่มีดอกเบี้ย ปกติ', ['กทบ. หมู่ 3', 2_500_000, 0, 'onTime', []]],
    ['กทบ 25000 ไม่คิดดอกเบี้ย ไม่เกินกำหนดชำระ', ['กทบ. หมู่ 3', 2_500_000, 0, 'onTime', []]],
    ['กทบ 25000 interest free not overdue', ['กทบ. หมู่ 3', 2_500_000, 0, 'onTime', []]],
    ['กทบ 25000 0% ปกติ', ['กทบ. หมู่ 3', 2_500_000, 0, 'onTime', []]],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ...[
      'กทบ 25000/6%/เกินกำหนด',
      'กทบ/25,000/6/เกินกำหนด',
      'กทบ 25000 / 6%/ปี / เกินกำหนด',
      'กทบ.25000 6 เกินกำหนด',
    ],
    ...['กทบ25000 6% เกินกำหนด', 'กทบ๒๕,๐๐๐/๖%/เกินกำหนด', 'ข้อ 2 25000 6 เกินกำหนด', 'ข้อ2 25000/6/เกินกำหนด'],
  ])('its answers may stand close together, or a slash between them: %s', (text) =>
    expect(read(text)).toEqual(['กทบ. หมู่ 3', 2_500_000, 6, 'overdue', []]),
  );

  test.each([
    ['กทบ 500 6 เกินกำหนด', ['กทบ. หมู่ 3', undefined, undefined, 'overdue', ['500', '6']]],
    ['กทบ 25000 20000 6', ['กทบ. หมู่ 3', undefined, 6, undefined, ['25000', '20000']]],
    ['กทบ ร้อยห้า เกินกำหนด', ['กทบ. หมู่ 3', undefined, undefined, 'overdue', ['ร้อยห้า']]],
    ['กทบ 25.000 6%', ['กทบ. หมู่ 3', undefined, 6, undefined, ['25.000']]],
    ['กทบ 25000 ร้อยละ 1 ต่อเดือน เกินกำหนด', ['กทบ. หมู่ 3', 2_500_000, undefined, 'overdue', ['ร้อยละ 1 ต่อเดือน']]],
    ['กทบ 25000 เดือนละ 1 เกินกำหนด', ['กทบ. หมู่ 3', 2_500_000, undefined, 'overdue', ['เดือนละ 1']]],
    ['กทบ 30000 บาท 6 เดือน ไม่เกิน', ['กทบ. หมู่ 3', 3_000_000, undefined, 'onTime', ['6 เดือน']]],
    ['กทบ 25000 6 งวด', ['กทบ. หมู่ 3', 2_500_000, undefined, undefined, ['6 งวด']]],
    ['กทบ 2-3 หมื่น 6% ไม่เกิน', ['กทบ. หมู่ 3', undefined, 6, 'onTime', ['2-3 หมื่น']]],
    ['กทบ 25000-30000 6% ไม่เกิน', ['กทบ. หมู่ 3', undefined, 6, 'onTime', ['25000-30000']]],
    ['กทบ -25000 6% เกินกำหนด', ['กทบ. หมู่ 3', undefined, 6, 'overdue', ['-25000']]],
    ['กทบ สองหมื่น หก ไม่เกิน', ['กทบ. หมู่ 3', undefined, undefined, 'onTime', ['สองหมื่น หก']]],
    ['กทบ สัญญา 2565 30000 6 ไม่เกิน', ['กทบ. หมู่ 3', 3_000_000, 6, 'onTime', ['สัญญา 2565']]],
    ['ข้อ 9 25000 6', [undefined, 2_500_000, 6, undefined, ['ข้อ 9']]],
    ['กทบ ข้อ 1 25000 6', [undefined, 2_500_000, 6, undefined, ['กทบ', 'ข้อ 1']]],
    ['กทบ สัญญาเลขที่ 5 25000 6', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, ['สัญญาเลขที่ 5']]],
    ['กทบ สัญญา เลขที่ 5 25000 6', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, ['สัญญาเลขที่ 5']]],
    ['กทบ. 5/2565 25000 6', [undefined, 2_500_000, 6, undefined, ['กทบ. 5/2565']]],
    ['กลุ่มสัจจะ6% 25000', [undefined, 2_500_000, undefined, undefined, ['กลุ่มสัจจะ6%']]],
    ['กทบ ปี 2563 25000 6', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, ['ปี 2563']]],
    ['กลุ่มสัจจะ 25000 สวัสดี 6%', [undefined, 2_500_000, 6, undefined, ['กลุ่มสัจจะ', 'สวัสดี']]],
    ['กทบ. หมู่ 3 25000 สวัสดี 6%', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, ['สวัสดี']]],
    ['สวัสดี 25000 กทบ 6%', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, ['สวัสดี']]],
    ['กทบ 25000 ไม่มีดอกเบี้ย 6 เดือน ปกติ', ['กทบ. หมู่ 3', 2_500_000, undefined, 'onTime', ['ไม่มีดอกเบี้ย 6 เดือน']]],
    ['กทบ 25000 ไม่มีดอกเบี้ย 6%', ['กทบ. หมู่ 3', 2_500_000, undefined, undefined, ['ไม่มีดอกเบี้ย', '6%']]],
    ['กทบ 25000 15 ก.ค.', ['กทบ. หมู่ 3', 2_500_000, undefined, undefined, ['15 ก.ค']]],
    ['กทบ 25000 ก.ค. 65', ['กทบ. หมู่ 3', 2_500_000, undefined, undefined, ['ก.ค. 65']]],
    ['กทบ 15 ก.ค. 25000', ['กทบ. หมู่ 3', undefined, undefined, undefined, ['15 ก.ค. 25000']]],
    ['กทบ 9/8/65 25000', ['กทบ. หมู่ 3', 2_500_000, undefined, undefined, ['9/8/65']]],
    ['กทบ.9/8/65 25000', [undefined, 2_500_000, undefined, undefined, ['กทบ.9/8/65']]],
    ['กทบ 25000 6 สิ้นเดือน', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, ['สิ้นเดือน']]],
    ['กทบ 25000 6 ครบกำหนด 30 ก.ย. 65', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, ['ครบกำหนด', '30 ก.ย. 65']]],
    ['กทบ VF 25000', [undefined, 2_500_000, undefined, undefined, ['กทบ VF']]],
    ['กทบ 25000 6 เกินกำหนด ไม่เกิน', ['กทบ. หมู่ 3', 2_500_000, 6, undefined, ['เกินกำหนด', 'ไม่เกิน']]],
  ])('what is not clear is told, and touches nothing else: %s', (text, expected) =>
    expect(read(text)).toEqual(expected),
  );

  test.each([
    '1 ต.ค. 63',
    '9/8/2565',
    '27-28 ก.ค.',
    'ก.ค. 27, 28',
    'กทบ',
    'กทบ. 2',
    'กลุ่มออมทรัพย์ 2 บ้านโคก',
    'กทบ. หมู่ 3',
    '25000',
    'ข้อ 1',
    'กองทุนหมู่บ้าน ม.3/1',
    'ครบแล้ว',
    'กลุ่มออมทรัพย์ หมู่ 4',
  ])('is not what says no more than a name or an amount: %s', (text) => expect(read(text)).toBeUndefined());

  test('means the same in any order', () => {
    const amount = fc.integer({ min: 1000, max: 900_000 });
    const rate = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        amount,
        rate,
        fc.constantFrom('เกินกำหนด', 'ไม่เกิน'),
        fc.nat(23),
        (baht, percent, state, pick) => {
          const parts = permutation(['กทบ', String(baht), String(percent), state], pick);
          expect(read(parts.join(' ')), parts.join(' ')).toEqual([
            ...['กทบ. หมู่ 3', baht * 100, percent, state === 'เกินกำหนด' ? 'overdue' : 'onTime'],
            [],
          ]);
        },
      ),
    );
  });
});

describe('several contracts in one message', () => {
  const known = ['กทบ. หมู่ 3', 'กข.คจ. บ้านโคก', 'กลุ่มออมทรัพย์ บ้านโคก'];
  const all = (text: string) =>
    readContractLines(text, known).map(({ words, line }) =>
      line
        ? [line.fund?.value, line.outstanding?.value, line.rate?.value, line.overdue?.value, line.unclear]
        : words,
    );
  const first = ['กทบ. หมู่ 3', 2_500_000, 6, 'overdue', []];
  const second = ['กข.คจ. บ้านโคก', 1_000_000, 0, 'onTime', []];

  test.each([
    'กทบ 25000 6 เกินกำหนด, กข.คจ. 10000 0 ไม่เกิน',
    'กทบ 25,000 6% เกินกำหนด,กข.คจ. 10,000 0% ไม่เกิน',
    'กทบ 25000 6 เกินกำหนด\nกข.คจ. 10000 0 ไม่เกิน',
    'กทบ 25000 6 เกินกำหนด; กข.คจ. 10000 0 ไม่เกิน',
    'กทบ 25000 6 เกินกำหนด กข.คจ. 10000 0 ไม่เกิน',
    'กทบ 25000 6 เกินกำหนด และ กข.คจ. 10000 ไม่มีดอกเบี้ย ปกติ',
    'กทบ 25000 6 overdue and กข.คจ. 10000 0 on time',
    'กทบ, 25000, 6, เกินกำหนด, กข.คจ., 10000, 0, ไม่เกิน',
    'กทบ ๒๕,๐๐๐ บาท ๖ เปอร์เซ็นต์ เกินกำหนดชำระ, กข.คจ. ๑๐,๐๐๐ บาท ๐ ไม่เกิน',
    '1. กทบ 25000 6 เกินกำหนด\n2. กข.คจ. 10000 0 ไม่เกิน',
    '1) กทบ 25000 6 เกินกำหนด 2) กข.คจ. 10000 0 ไม่เกิน',
    'กู้จาก กทบ 25000 อัตรา 6 เกินกำหนด\nกข.คจ.ฯ 10000 0 ไม่เกิน',
  ])('are read each: %s', (text) => expect(all(text)).toEqual([first, second]));

  test.each([
    ['กทบ 25000 6 เกินกำหนด, ป้าแดง 10000 0', [first, 'ป้าแดง 10000 0']],
    ['กทบ 25000 6 เกินกำหนด, ไม่แน่ใจ', [first, 'ไม่แน่ใจ']],
    ['กทบ 25000 6 เกินกำหนด, ไม่แน่ใจ, กข.คจ. 10000 0 ไม่เกิน', [first, 'ไม่แน่ใจ', second]],
    ['ไม่แน่ใจ\nกทบ 25000 6 เกินกำหนด', ['ไม่แน่ใจ', first]],
    ['กทบ 25000 6 เกินกำหนด, กข.คจ.', [first, ['กข.คจ. บ้านโคก', undefined, undefined, undefined, []]]],
    ['กทบ 25000 6 เกินกำหนด\n10000 0 ไม่เกิน', [first, '10000 0 ไม่เกิน']],
    [
      'กทบ 25000 6 เกินกำหนด; กข.คจ. ร้อยห้า 0 ไม่เกิน; ออมทรัพย์ 3000 1 ปกติ',
      [
        first,
        ['กข.คจ. บ้านโคก', undefined, undefined, 'onTime', ['ร้อยห้า', '0']],
        ['กลุ่มออมทรัพย์ บ้านโคก', 300_000, 1, 'onTime', []],
      ],
    ],
  ])('an unclear one touches no clear one: %s', (text, expected) => expect(all(text)).toEqual(expected));

  test.each([
    ['กทบ, 25000, 6, เกินกำหนด', first],
    ['กทบ\n25000\n6\nเกินกำหนด', first],
    ['กทบ 25000\n6% เกินกำหนด', first],
    ['กทบ 25000, 20000, 6', ['กทบ. หมู่ 3', undefined, 6, undefined, ['25000', '20000']]],
    ['กทบ 25000 ดอกค้าง 5000', ['กทบ. หมู่ 3', undefined, undefined, undefined, ['ดอกค้าง', '25000', '5000']]],
  ])('one contract stays one: %s', (text, expected) => expect(all(text)).toEqual([expected]));
});

describe('the rest of a contract, at a later question', () => {
  const rest = (text: string, asked: 'outstanding' | 'rate') => {
    const line = readContractRest(text, asked);
    return line && [line.outstanding?.value, line.rate?.value, line.overdue?.value, line.unclear];
  };
  test.each([
    ['outstanding', '25000 6 เกินกำหนด', [2_500_000, 6, 'overdue', []]],
    ['outstanding', '25,000 บาท ร้อยละ 6', [2_500_000, 6, undefined, []]],
    ['outstanding', 'ปกติ 25000 ไม่มีดอกเบี้ย', [2_500_000, 0, 'onTime', []]],
    ['outstanding', '500 6 เกินกำหนด', [undefined, undefined, 'overdue', ['500', '6']]],
    ['rate', '6 เกินกำหนด', [undefined, 6, 'overdue', []]],
    ['rate', 'ร้อยละ 6 ต่อปี ไม่เกิน', [undefined, 6, 'onTime', []]],
    ['rate', '6.5 on time', [undefined, 6.5, 'onTime', []]],
    ['rate', '6 7 ไม่เกิน', [undefined, undefined, 'onTime', ['6', '7']]],
  ] as const)('at the %s: %s', (asked, text, expected) => expect(rest(text, asked)).toEqual(expected));

  test.each([
    '25000',
    '25 000',
    'สองหมื่น ห้าพัน',
    '25000 บาท 50 สตางค์',
    '2.5 หมื่น',
    'ชำระ 5000 เหลือ 20000',
    '1 2',
    'เกินกำหนด',
  ])('one answer, or what is not understood whole, is none: %s', (text) =>
    expect(rest(text, 'outstanding')).toBeUndefined(),
  );
});

function permutation<T>(all: readonly T[], pick: number): readonly T[] {
  const rest = [...all];
  let left = pick;
  return all.map((_, place) => {
    const [one] = rest.splice(left % rest.length, 1);
    left = Math.floor(left / (all.length - place));
    if (one === undefined) throw new Error('nothing is left');
    return one;
  });
}

describe('who a household is in one line', () => {
  const said = (text: string) => {
    const line = readJoinLine(text, 2);
    return (
      line && [line.head?.value, line.houseNo?.value, line.members?.value, line.phone?.value, line.unclear]
    );
  };
  test.each([
    ['สมชาย ใจดี 12/3 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['นายสมชาย ใจดี บ้านเลขที่ 45 สมาชิก 4 คน โทร 081-234-5678', ['นายสมชาย ใจดี', '45', 4, '0812345678', []]],
    ['สมชาย ใจดี ๑๒/๓ ๔', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['สมชาย ใจดี 45 4 คน', ['สมชาย ใจดี', '45', 4, undefined, []]],
    ['4 คน 12/3 สมชาย ใจดี ครับ', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['Somchai Jaidee 12/3 4 people 0812345678', ['Somchai Jaidee', '12/3', 4, '0812345678', []]],
    ['สมชาย ใจดี บ้าน 12 คน 4', ['สมชาย ใจดี', '12', 4, undefined, []]],
    ['สมชาย ใจดี 12/3 หมู่ 2 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['สมชาย ใจดี 12/3 ม.2 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['สมชาย ใจดี 12/3 หมู่ที่ ๒ 4 คน ไม่มีโทรศัพท์', ['สมชาย ใจดี', '12/3', 4, null, []]],
    ['สมชาย ใจดี หมู่ 2 45 4 คน', ['สมชาย ใจดี', '45', 4, undefined, []]],
    ['สมชาย ใจดี 12/3 หมู่ 5 4 คน', ['สมชาย ใจดี', undefined, 4, undefined, ['12/3', 'หมู่ 5']]],
    ['สมชาย ใจดี อายุ 45 ปี 12/3 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['สมชาย ใจดี 45 ปี 12/3 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['Somchai Jaidee aged 45 12/3 moo 2 4 people no phone', ['Somchai Jaidee', '12/3', 4, null, []]],
    [
      'สมชาย ใจดี 12/3 4 คน ไม่มีเบอร์โทร 081-234-5678',
      ['สมชาย ใจดี', '12/3', 4, undefined, ['ไม่มีเบอร์โทร', '081-234-5678']],
    ],
    ['สมชาย ใจดี 12/3', ['สมชาย ใจดี', '12/3', undefined, undefined, []]],
    ['สมชาย ใจดี อยู่บ้านเลขที่ 12/3 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['สมชาย ใจดี12/3 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['สมชาย ใจดี 12-3 4 คน', ['สมชาย ใจดี', undefined, 4, undefined, ['12-3']]],
    ['สมชาย ใจดี โทร 191 4 คน', ['สมชาย ใจดี', undefined, 4, undefined, ['โทร 191']]],
    ['สมชาย ใจดี หนี้ 20000 4 คน', ['สมชาย ใจดี', undefined, 4, undefined, ['หนี้ 20000']]],
    ['สมชาย ใจดี 12/3 กับ 12/4 4 คน', ['สมชาย ใจดี', undefined, 4, undefined, ['กับ', '12/3', '12/4']]],
    ['สมชาย ใจดี 12/3 089765432 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, ['089765432']]],
    [
      'สมชาย ใจดี 12/3 4 คน 081-234-5678 089-765-4321',
      ['สมชาย ใจดี', '12/3', 4, undefined, ['081-234-5678', '089-765-4321']],
    ],
    ['หัวหน้าครัวเรือนชื่อ สมชาย ใจดี 12/3 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['สมชาย ใจดี 12/3 ลูก 2 คน', ['สมชาย ใจดี', '12/3', undefined, undefined, ['ลูก 2 คน']]],
    ['สมชาย ใจดี 12/3 4 คน ลูก 2 คน', ['สมชาย ใจดี', '12/3', 4, undefined, ['ลูก 2 คน']]],
    ['Somchai Jaidee 12/3 2 children', ['Somchai Jaidee', '12/3', undefined, undefined, ['2 children']]],
    ['สมชาย ใจดี 45 4', ['สมชาย ใจดี', undefined, undefined, undefined, ['45', '4']]],
    ['สมชาย ใจดี 45', ['สมชาย ใจดี', undefined, undefined, undefined, ['45']]],
    ['สมชาย 12/3 ใจดี 4 คน', [undefined, '12/3', 4, undefined, ['สมชาย', 'ใจดี']]],
    ['สมชาย ใจดี 12/3 อยู่กัน 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['สมชาย ใจดี 12/3 อาศัยอยู่ด้วยกัน 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['สมชาย ใจดี 12/3 มีสมาชิก 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['สมชาย ใจดี 12/3 อยู่กับแม่ 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, ['อยู่กับแม่']]],
    ['สมชาย ใจดี 12/3 ต.บางเดชะ 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, ['ต.บางเดชะ']]],
    ['สมชาย ใจดี ต. บางเดชะ 12/3 4 คน', ['สมชาย ใจดี', '12/3', 4, undefined, ['ต. บางเดชะ']]],
    [
      'สมชาย ใจดี 12/3 หมู่ 2 ตำบลบางเดชะ อ.เมือง จ.ปราจีนบุรี 4 คน',
      ['สมชาย ใจดี', '12/3', 4, undefined, ['ตำบลบางเดชะ', 'อ.เมือง', 'จ.ปราจีนบุรี']],
    ],
    [
      'สมชาย ใจดี บ้านเลขที่ 12/3 หมู่ 4 ตำบลบางเดชะ',
      ['สมชาย ใจดี', undefined, undefined, undefined, ['บ้านเลขที่ 12/3', 'หมู่ 4', 'ตำบลบางเดชะ']],
    ],
    ['บ้านเลขที่ 12/3 ตำบลบางเดชะ', [undefined, '12/3', undefined, undefined, ['ตำบลบางเดชะ']]],
    ['อ.สมชาย ใจดี 12/3 4 คน', ['อ.สมชาย ใจดี', '12/3', 4, undefined, []]],
    ['จ.ส.อ.สมชาย ใจดี 12/3 4 คน', ['จ.ส.อ.สมชาย ใจดี', '12/3', 4, undefined, []]],
    [
      'Somchai Jaidee 12/3 tambon Bangdecha 4 people',
      ['Somchai Jaidee', '12/3', 4, undefined, ['tambon Bangdecha']],
    ],
    ['ครัวเรือน 5 สมชาย ใจดี 12/3', [undefined, '12/3', 5, undefined, ['ครัวเรือน', 'สมชาย', 'ใจดี']]],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected));

  test.each(['สมชาย ใจดี', 'นางสาวสมศรี'])('a name alone is none: %s', (text) =>
    expect(said(text)).toBeUndefined(),
  );
});

test('something else in a line about a household touches neither its name nor any other answer', () => {
  const house = fc.constantFrom(['12/3', '12/3'], ['บ้านเลขที่ 45', '45'], ['อยู่บ้านเลขที่ 7/1', '7/1']);
  const people = fc.constantFrom(['4 คน', 4], ['สมาชิก 11 คน', 11]);
  const phone = fc.constantFrom(['089-765-4321', '0897654321'], ['โทร 0812345678', '0812345678']);
  const bad = fc.constantFrom(
    '??',
    'โทร 191',
    '089765432',
    'หนี้ 20000',
    '12/3/',
    'อาชีพทำนา',
    'เลขบัตร 1234567890123',
  );
  fc.assert(
    fc.property(
      house,
      people,
      phone,
      bad,
      fc.nat(3),
      fc.boolean(),
      (at, count, call, wrong, place, turned) => {
        const told: string[] = [at[0], count[0], call[0]];
        const words = (turned ? told.reverse() : told).toSpliced(place, 0, wrong);
        const line = readJoinLine(['สมชาย ใจดี', ...words].join(' '), 2);
        const read = [line?.head, line?.houseNo, line?.members, line?.phone].map((one) => one?.value);
        expect(read).toEqual(['สมชาย ใจดี', at[1], count[1], call[1]]);
        expect(line?.unclear.join(' ')).toContain(wrong);
      },
    ),
    { seed },
  );
});

test('an unclear part among contracts touches no other', () => {
  const good = fc.constantFrom(
    ['กทบ 25,000 6% เกินกำหนด', ['กทบ. หมู่ 3', 2_500_000, 6, 'overdue']],
    ['กทบ ๑๘,๕๐๐ บาท ร้อยละ ๖ ต่อปี ปกติ', ['กทบ. หมู่ 3', 1_850_000, 6, 'onTime']],
    ['กลุ่มสัจจะ 9000 12 ค้างชำระ', ['กลุ่มสัจจะ', 900_000, 12, 'overdue']],
  );
  const bad = fc.constantFrom(
    'ไม่แน่ใจ',
    'xxx',
    'กทบ ร้อยห้า 6 ไม่เกิน',
    'กทบ 2-3 หมื่น 6%',
    'กทบ 18.500 6%',
    'ป้าแดง 10000 6',
  );
  const separator = fc.constantFrom('\n', '; ', ', ');
  fc.assert(
    fc.property(
      fc.array(good, { minLength: 1, maxLength: 4 }),
      bad,
      fc.nat(4),
      separator,
      (all, wrong, place, between) => {
        const text = all
          .map(([words]) => String(words))
          .toSpliced(place, 0, wrong)
          .join(between);
        const complete = readContractLines(text, known).flatMap(({ line }) => {
          const one = [line?.fund, line?.outstanding, line?.rate, line?.overdue].map((told) => told?.value);
          return one.includes(undefined) ? [] : [one];
        });
        expect(complete).toEqual(all.map(([, told]) => told));
      },
    ),
    { seed },
  );
});
