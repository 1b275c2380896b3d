import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isDoubtfulName,
  isUnclear,
  readFundName,
} from '../../../../src/features/household/rules/fundName.ts';
import { personWords } from '../../../../src/features/household/rules/outsideLenders.ts';
import { fundWords, villageFundWords } from '../../../../src/programme/center/fundWords.ts';

const kindOf = (text: string, known: readonly string[] = []) => readFundName(text, known).kind;

describe('the name of a fund', () => {
  test.each([
    ...[
      'ธ.ก.ส.',
      'ธกส',
      'ธนาคารกรุงไทย',
      'ธ.ออมสิน',
      'แบงก์กรุงเทพ',
      'แบงค์ชาวบ้าน',
      'ธอส.',
      'ธ.อ.ส.',
      'กรุงศรี',
      'SCB',
      'ktc',
    ],
    ...['เงินติดล้อ', 'โรงรับจำนำ', 'สหกรณ์การเกษตรนาดี', 'บริษัท ลีสซิ่ง จำกัด', 'BAAC', 'Government Savings Bank'],
    ...['กองทุน SME', 'เอสเอ็มอี', 'กองทุนเอสเอ็มอี', 'กองทุนรวม', 'กองทุนรวมหุ้น', 'ประกันสังคม', 'กองทุนประกันสังคม'],
    ...['กองทุนเงินทดแทน', 'กองทุนสำรองเลี้ยงชีพ', 'สำรองเลี้ยงชีพ', 'กบข.', 'กองทุน กบข', 'Social Security Fund'],
    ...['กองทุน กยศ.', 'กยศ', 'กองทุนเงินให้กู้ยืมเพื่อการศึกษา', 'กลุ่มลูกค้า ธ.ก.ส.', 'บัตร KTC'],
  ])('is of an institution outside: %s', (name) =>
    expect(readFundName(name, [])).toEqual({ kind: 'outside', lender: 'institution' }),
  );

  test.each(['เงินกู้รายวัน', 'เงินกู้นอกระบบ', 'กลุ่ม นายทุนในตลาด', 'นายทุน', 'loan shark', 'แก๊งหมวกกันน็อก'])(
    'is of an informal lender: %s',
    (name) => expect(readFundName(name, [])).toEqual({ kind: 'outside', lender: 'informal' }),
  );

  test.each([
    ...['กลุ่มออมทรัพย์เพื่อการผลิต', 'กทบ.', 'กข.คจ.', 'กองทุนหมู่บ้าน', 'ธนาคารหมู่บ้าน', 'ธนาคารข้าว', 'กลุ่มเลี้ยงโค'],
    ...['สถาบันการเงินชุมชนนาดี', 'Village bank', 'กองทุนหมู่บ้าน ม.3', 'กองทุน 1 ล้าน', 'กลุ่มสตรีบ้านทุ่ง', 'กลุ่มแม่บ้านทุ่ง'],
    ...['กองทุนล้าน', 'กองทุนรวมใจ', 'กองทุนรวมพลังบ้านโคก', 'กลุ่มเลี้ยงกบขาว', 'กองทุนสวัสดิการ'],
    ...['ก.ข.ค.จ.', 'ออมทรัพบ้านหนอง', 'สัจจะสะสมทรัพย์', 'เงินล้านหมู่ 3', 'ธนาคารโค', 'Ban Nong savings'],
  ])('is of the village: %s', (name) => expect(readFundName(name, [])).toEqual({ kind: 'fund', name }));

  test.each([
    ...['ป้าแดง', 'นายสมชาย', 'เจ๊หมวย', 'สมชาย ใจดี', 'น.ส.มาลี', 'ร้านเจริญ', 'บ้านหนอง', 'ตลาดนัด', 'กลุ่มป้าแดง'],
    ...['ป้าแดงกลุ่มออมทรัพย์', 'พี่หมู กทบ.', 'Mr. Somchai fund', 'Uncle Dam', 'Somchai'],
  ])('may be of a fund or of a lender outside, which is asked: %s', (name) => {
    expect(readFundName(name, [])).toEqual({ kind: 'unclear' });
    expect(isUnclear(name, ['กทบ.'])).toBe(true);
  });

  test('is asked about whatever a person is called, and whatever is written behind it', () => {
    const name = fc.tuple(fc.constantFrom(...personWords), fc.constantFrom('แดง', 'สมชาย', 'Somchai'));
    const behind = fc.constantFrom('', ...fundWords, ...villageFundWords);
    fc.assert(
      fc.property(name, behind, (words, fund) => {
        expect(kindOf([...words, fund].join(' '))).toBe('unclear');
      }),
    );
  });

  test('is no question where the center or the household knows it as a fund', () => {
    expect(isUnclear('ป้า แดง', ['ป้าแดง'])).toBe(false);
    expect(readFundName('ป้า แดง', ['ป้าแดง'])).toEqual({ kind: 'fund', name: 'ป้าแดง' });
    // Near to a known one, but not that one.
    expect(isUnclear('ป้าแดงใจดี', ['ป้าแดงใจดำ'])).toBe(true);
  });

  test.each([
    '1',
    '๒',
    'ข้อ 1',
    'ข้อ 9',
    '-',
    '...',
    '25,000',
    '25,000 บาท',
    'สองหมื่นห้าพัน',
    '20k',
    'คงเหลือ 25,000',
    'ก.ย. 29-30',
    'ก.ค. 27, 28',
    '27-28 ก.ค.',
    '25 ส.ค. - 30',
    'Aug 25/26',
    '30 กันยายน',
    'วันนี้',
  ])('is none: %s', (text) => expect(kindOf(text)).toBe('noName'));

  test.each(['กทบ.กรุงศรี', 'กองทุนหมู่บ้าน ธ.ก.ส.', 'กลุ่มออมทรัพย์ศรีสวัสดิ์'])(
    'may be of the village or of a lender outside: %s',
    (name) => expect(kindOf(name)).toBe('both'),
  );

  test('is that of a fund which is known, whatever it is called and however it is spaced', () => {
    const known = ['สหกรณ์ ร้านค้าบ้านหนอง', 'กองทุน 2'];
    expect(readFundName('สหกรณ์ร้านค้าบ้านหนอง', known)).toEqual({ kind: 'fund', name: known[0] });
    expect(readFundName('กองทุน๒', known)).toEqual({ kind: 'fund', name: known[1] });
  });

  test('is near to known ones by a slip or as their beginning, and never by another figure', () => {
    const known = ['กลุ่มออมทรัพย์บ้านหนอง', 'กองทุนหมู่บ้าน ม.3', 'กทบ.'];
    expect(readFundName('กลุ่มออมทรัพบ้านหนอง', known)).toEqual({ kind: 'near', known: [known[0]] });
    expect(readFundName('กลุ่มออมทรัพบ้าน', known)).toEqual({ kind: 'near', known: [known[0]] });
    expect(kindOf('กองทุนหมู่บ้าน ม.4', known)).toBe('fund');
    expect(kindOf('กขคจ.', known)).toBe('fund');
  });

  test.each([
    'กทบ 9/8/65',
    'กทบ 12/3',
    'กทบ VF',
    'กทบ 25000',
    'กลุ่มออมทรัพย์ 5',
    'กลุ่มสัจจะ 2565',
    'กองทุน 6%',
    'กทบ ๒',
  ])('may hold more than a name: %s', (name) => expect(isDoubtfulName(name)).toBe(true));

  test.each([
    'กทบ. ม.3',
    'กองทุนหมู่ 3',
    'กองทุนหมู่บ้าน ม.3/1',
    'กข.คจ. รุ่น 2',
    'กองทุน 1 ล้าน',
    'กลุ่ม OTOP',
    'Village fund',
  ])('has its figures and letters by right: %s', (name) => expect(isDoubtfulName(name)).toBe(false));

  const village = ['กองทุนหมู่บ้านโคก', 'กข.คจ. บ้านโคก', 'กลุ่มออมทรัพย์เพื่อการผลิตบ้านโคก'];

  test.each([
    ...[
      'กทบ',
      'กทบ.',
      'ก.ท.บ.',
      'กองทุนหมู่บ้าน',
      'กองทุน หมู่บ้านฯ',
      'เงินล้าน',
      'กองทุนเงินล้าน',
      'กองทุนล้าน',
      'Village Fund',
    ].map((name) => [name, village[0]] as const),
    ...['กขคจ', 'กข.คจ.', 'โครงการ กข.คจ.'].map((name) => [name, village[1]] as const),
    ...['ออมทรัพย์', 'กลุ่มออมทรัพย์', 'savings group'].map((name) => [name, village[2]] as const),
  ])('is that of the one known fund of its kind, where it names no more than the kind: %s', (name, fund) => {
    expect(readFundName(name, village)).toEqual({ kind: 'fund', name: fund });
    expect(readFundName(name, [])).toEqual({ kind: 'fund', name });
  });

  test.each([
    ...['กทบ. บ้านโคก', 'กทบ.โคก', 'กองทุน กทบ. บ้านโคก', 'เงินล้านบ้านโคก'].map(
      (name) => [name, village[0]] as const,
    ),
    ...['กลุ่มออมทรัพย์บ้านโคก', 'ออมทรัพย์บ้านโคก'].map((name) => [name, village[2]] as const),
    ['กองทุนหมู่บ้าน หมู่ที่ 3', 'กทบ. ม.3'] as const,
  ])('is that of the known fund of its kind at its place: %s', (name, fund) => {
    expect(readFundName(name, [...village, 'กทบ. ม.3'])).toEqual({ kind: 'fund', name: fund });
  });

  test('is that of another fund where it says another place', () => {
    expect(kindOf('กทบ. บ้านทุ่ง', village)).toBe('fund');
    expect(kindOf('กองทุนหมู่บ้าน ม.4', ['กทบ. ม.3'])).toBe('fund');
  });

  test('is asked about where several known ones are of its kind, unless one of them has just that name', () => {
    const two = ['กทบ. หมู่ 3', ...village];
    expect(readFundName('กทบ.', two)).toEqual({ kind: 'near', known: [two[0], village[0]] });
    expect(readFundName('กทบ.', ['กทบ', ...two])).toEqual({ kind: 'fund', name: 'กทบ' });
    expect(kindOf('กทบ. หมู่ 4', two)).toBe('fund');
  });

  test('is near to a known one where either of them has words more in its middle', () => {
    const credit = 'กลุ่มสัจจะสะสมทรัพย์บ้านโคก';
    expect(readFundName('กลุ่มสัจจะบ้านโคก', [credit])).toEqual({ kind: 'near', known: [credit] });
    expect(readFundName(credit, ['กลุ่มสัจจะบ้านโคก']).kind).toBe('near');
    expect(kindOf('กลุ่มสตรีบ้านโคก', village)).toBe('fund');
    expect(kindOf('กลุ่มออมทรัพย์บ้านทุ่ง', village)).toBe('fund');
  });
});

test.each(['กทบ. กับ กข.คจ.', 'กทบ./กข.คจ.', 'กองทุนหมู่บ้านและ กข.คจ.'])(
  '“%s” names two funds, which are offered',
  (text) => {
    const known = ['กองทุนหมู่บ้านหนองไทร', 'กข.คจ.'];
    expect(readFundName(text, known)).toEqual({ kind: 'near', known });
  },
);

test('courtesy is no part of a fund’s name', () => {
  expect(readFundName('กทบ.ครับ', ['กองทุนหมู่บ้านหนองไทร'])).toEqual({ kind: 'fund', name: 'กองทุนหมู่บ้านหนองไทร' });
  expect(readFundName('กลุ่มสตรีบ้านโคกค่ะ', [])).toEqual({ kind: 'fund', name: 'กลุ่มสตรีบ้านโคก' });
});

describe('what leads to a name, or is none', () => {
  const known = ['กลุ่มออมทรัพย์บ้านโคก', 'กองทุนหมู่บ้านโคก'];
  test.each(['กู้จากกองทุนหมู่บ้าน', 'กู้ กทบ', 'กู้เงินกองทุนหมู่บ้าน', 'เป็นหนี้กองทุนหมู่บ้าน', 'กองทุนหมู่บ้านฯ'])(
    'the known fund is meant: %s',
    (text) => expect(readFundName(text, known)).toEqual({ kind: 'fund', name: known[1] }),
  );
  test.each([
    ['กองทุน', known],
    ['ทั้งสองกองทุน', known],
    ['กองทุนแรก', [known[0]]],
    ['กองทุนที่ ๒', [known[1]]],
    ['กลุ่มสอง', [known[1]]],
    ['ออมทรัพย์ กทบ', known],
  ])('is asked about with the funds that may be meant: %s', (text, meant) =>
    expect(readFundName(text, known)).toEqual({ kind: 'near', known: meant }),
  );
  test.each(['กู้รายวัน', 'กู้จากนายทุน', 'กู้ ธกส', 'กองทุนหมุนเวียนเพื่อการกู้ยืมแก่เกษตรกรและผู้ยากจน', 'ช้อปปี้'])(
    'a lender outside stays one: %s',
    (text) => expect(kindOf(text, known)).toBe('outside'),
  );
});
