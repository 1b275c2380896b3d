import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bare } from '../../../../src/engine/parse/clean.ts';
import { noSuchDay, readDateTowards } from '../../../../src/engine/parse/date.ts';
import { readChoiceNumber } from '../../../../src/engine/parse/number.ts';
import { type Days, judgeBatch, type Listed } from '../../../../src/features/household/rules/batch.ts';
import {
  type BatchLine,
  readBatch,
  wordsOfSome,
} from '../../../../src/features/household/rules/batchLine.ts';
import type { Reader } from '../../../../src/features/household/rules/batchNumbers.ts';
import type { HouseholdId, IsoDate } from '../../../../src/programme/ids.ts';
import { seed } from '../../../seed.ts';

const reader: Reader = {
  bare,
  number(text) {
    const { reading } = readChoiceNumber(text);
    return reading.kind === 'read' ? reading.value : undefined;
  },
};
const read = (text: string) => readBatch(text, reader);
const steps = (nos: readonly number[], step: number) => ({ nos, said: { kind: 'step', step } });
const told = (nos: readonly number[], step: number, more: { on?: string; together?: string }) => ({
  nos,
  said: { kind: 'step', step, ...more },
});
const brief = (lines: readonly BatchLine[]) =>
  lines.map((line) => (line.kind === 'read' ? { nos: line.nos, said: line.said } : line.words));

const household = (no: number, more: Partial<Listed> = {}): Listed => ({
  no,
  household: `H${no}` as HouseholdId,
  joinedOn: '2022-06-01' as IsoDate,
  own: [],
  center: [{ step: 1 }, { step: 2 }],
  hasPlan: true,
  isOpen: true,
  ...more,
});
const days: Days = {
  read: (words) => {
    const reading = readDateTowards(words, '2022-08-01', 'past');
    return reading.kind === 'read' ? (reading.value as IsoDate) : undefined;
  },
  noSuchDay: (words) => noSuchDay(words, '2022-08-01'),
  from: '2021-10-01' as IsoDate,
  today: '2022-08-01' as IsoDate,
};
const list = Array.from({ length: 10 }, (_, place) => household(place + 1));

describe('a message about several households', () => {
  test('is read line by line, with its words', () => {
    expect(read('1-4 ขั้น 3, 7 ขั้น 5, 9 ไม่พบ')).toEqual([
      { kind: 'read', words: '1-4 ขั้น 3', ...steps([1, 2, 3, 4], 3) },
      { kind: 'read', words: '7 ขั้น 5', ...steps([7], 5) },
      { kind: 'read', words: '9 ไม่พบ', nos: [9], said: { kind: 'notFound' } },
    ]);
  });

  test.each([
    ['๑-๔ ขั้น ๓ ค่ะ', [steps([1, 2, 3, 4], 3)]],
    ['1,2,5 ขั้น 4', [steps([1, 2, 5], 4)]],
    ['1, 2 และ 5 ถึงขั้นที่ 4 ครับ', [steps([1, 2, 5], 4)]],
    ['1 ถึง 3 ขั้น 3', [steps([1, 2, 3], 3)]],
    ['1–3, 6 ขั้นตอน 3', [steps([1, 2, 3, 6], 3)]],
    [
      '1-4 step 3, 7 Step 5, 9 not found',
      [steps([1, 2, 3, 4], 3), steps([7], 5), { nos: [9], said: { kind: 'notFound' } }],
    ],
    ['1 to 3 and 5 step three', [steps([1, 2, 3, 5], 3)]],
    ['ครัวเรือนที่ 2 ขั้นสาม', [steps([2], 3)]],
    [
      '2 เสียชีวิต; 3 ย้ายออก\n4 moved',
      [
        { nos: [2], said: { kind: 'died' } },
        { nos: [3], said: { kind: 'moved' } },
        { nos: [4], said: { kind: 'moved' } },
      ],
    ],
    ['２ died，３ step ４', [{ nos: [2], said: { kind: 'died' } }, steps([3], 4)]],
    ['1,1,2 ขั้น 3', [steps([1, 2], 3)]],
    ['1-3 ขั้น 4 วันที่ 31 ก.ค. ร่วมกับ ผู้ใหญ่บ้าน', [told([1, 2, 3], 4, { on: '31 ก.ค.', together: 'ผู้ใหญ่บ้าน' })]],
    [
      '1-3 step 4 on 31 Jul with the Village Head',
      [told([1, 2, 3], 4, { on: '31 Jul', together: 'the Village Head' })],
    ],
    [
      '๒ ขั้น ๓ร่วมกับกำนันบุญมีค่ะ; 4 ขั้น 3 เมื่อวาน',
      [told([2], 3, { together: 'กำนันบุญมี' }), told([4], 3, { on: 'เมื่อวาน' })],
    ],
    [
      '5 step 5 with the committee on debt on 30/6/65, 6 ขั้น 3 30 มิ.ย. 65',
      [
        told([5], 5, { on: '30/6/65', together: 'the committee on debt' }),
        told([6], 3, { on: '30 มิ.ย. 65' }),
      ],
    ],
    ['3 ย้าย', [{ nos: [3], said: { kind: 'moved' } }]],
    [
      '3 ย้ายออกไปแล้ว, 4 ตายแล้ว, 5 ไม่เจอตัว',
      [
        { nos: [3], said: { kind: 'moved' } },
        { nos: [4], said: { kind: 'died' } },
        { nos: [5], said: { kind: 'notFound' } },
      ],
    ],
    ['1 2 3 ขั้น 1', [steps([1, 2, 3], 1)]],
    ['1-3 5 ขั้น 1', [steps([1, 2, 3, 5], 1)]],
    ['1 2 และ 5 ขั้น 1', [steps([1, 2, 5], 1)]],
    ['1 2, 5 ขั้น 1', [steps([1, 2, 5], 1)]],
    ['1-4 ขั้น 1 แล้ว', [steps([1, 2, 3, 4], 1)]],
    ['1-4 ทำขั้น 1 เสร็จแล้ว วันที่ 31 ก.ค.', [told([1, 2, 3, 4], 1, { on: '31 ก.ค.' })]],
    ['5 เสียชีวิตแล้ว', [{ nos: [5], said: { kind: 'died' } }]],
    ['ขั้น 2: 5-8', [steps([5, 6, 7, 8], 2)]],
    ['ขั้น 1: 1-4, ขั้น 2: 5, 6', [steps([1, 2, 3, 4], 1), steps([5, 6], 2)]],
    ['ขั้น 3 ครัวเรือน 1-4 วันที่ 31 ก.ค.', [told([1, 2, 3, 4], 3, { on: '31 ก.ค.' })]],
    ['ขั้น 2: 5-8, 31 ก.ค., ร่วมกับ อบต.', [told([5, 6, 7, 8], 2, { on: '31 ก.ค.', together: 'อบต.' })]],
    ['ไม่พบ 3, 5', [{ nos: [3, 5], said: { kind: 'notFound' } }]],
    ['ไม่พบ 3, 5 ขั้น 2', [{ nos: [3], said: { kind: 'notFound' } }, steps([5], 2)]],
    ['1-2 ขั้น 1, เสียชีวิต 5', [steps([1, 2], 1), { nos: [5], said: { kind: 'died' } }]],
    ['step 2: 5 and 6, not found 7', [steps([5, 6], 2), { nos: [7], said: { kind: 'notFound' } }]],
  ])('understands %s', (text, expected) => expect(brief(read(text))).toEqual(expected));

  const whole = { on: '31 ก.ค.', together: 'อบต.' };
  test.each([
    ['3 ขั้น 2, 31 ก.ค., ร่วมกับ อบต.', [told([3], 2, whole)]],
    ['3 ขั้น 2, ร่วมกับ อบต., 31 ก.ค.', [told([3], 2, whole)]],
    ['3 ขั้น 2, 31 ก.ค. ร่วมกับ อบต.', [told([3], 2, whole)]],
    ['3 ขั้น 2\n31 ก.ค.\nร่วมกับ อบต.', [told([3], 2, whole)]],
    [
      '1-3 ขั้น 2, 31 ก.ค., ร่วมกับ อบต., 7 ไม่พบ',
      [told([1, 2, 3], 2, whole), { nos: [7], said: { kind: 'notFound' } }],
    ],
    ['1,2 และ 5 ขั้น 3, เมื่อวาน', [told([1, 2, 5], 3, { on: 'เมื่อวาน' })]],
    ['1 2 3 ขั้น 1, สิ้นเดือนที่แล้ว', [told([1, 2, 3], 1, { on: 'สิ้นเดือนที่แล้ว' })]],
    ['3 ขั้น 2, 31/7/65', [told([3], 2, { on: '31/7/65' })]],
    ['3 ขั้น 2, ร่วมกับ อบต., รพ.สต.', [told([3], 2, { together: 'อบต., รพ.สต.' })]],
    ['3 step 2, 31 July, with the TAO', [told([3], 2, { on: '31 July', together: 'the TAO' })]],
    ['1 ขั้น 3, 30 ก.ค., 2 ขั้น 4, 31 ก.ค.', [told([1], 3, { on: '30 ก.ค.' }), told([2], 4, { on: '31 ก.ค.' })]],
    ['3 ขั้น 2, 31 กคค', [told([3], 2, { on: '31 กคค' })]],
  ])('has the day and the company behind a comma: %s', (text, expected) =>
    expect(brief(read(text))).toEqual(expected),
  );

  test.each([
    ['3 ขั้น 2, ร่วม อบต.', 'restUnclear'],
    ['3 ขั้น 2, อบต.', 'restUnclear'],
    ['3 ขั้น 2, ไม่แน่ใจวัน', 'restUnclear'],
    ['9 ไม่พบ, 31 ก.ค.', 'restUnclear'],
    ['3 ขั้น 2, ไม่พบ', 'restUnclear'],
    ['3 ขั้น 2, 5, 31 ก.ค.', 'restUnclear'],
    ['3 ขั้น 2, ผู้ใหญ่บ้าน 2 คน', 'restUnclear'],
    ['1 ขั้น 3, 2 ขั้น 4, 31 ก.ค.', 'restOfWhich'],
    ['1 ขั้น 3, 2 ขั้น 4, ร่วมกับ อบต.', 'restOfWhich'],
  ])('is asked about whole where what follows a comma is not clear: %s', (text, why) =>
    expect(read(text)).toEqual([{ kind: 'unclear', words: text, why }]),
  );

  test.each([
    ['5 คน ขั้น 2', ['5 คน ขั้น 2']],
    ['3 ครัวเรือน ขั้น 2', ['3 ครัวเรือน ขั้น 2']],
    ['3 ราย ไม่พบ', ['3 ราย ไม่พบ']],
    ['1-4 ยังไม่ถึงขั้น 1', ['1-4 ยังไม่ถึงขั้น 1']],
    ['ทุกครัวเรือนยกเว้น 5 ขั้น 1', ['ทุกครัวเรือนยกเว้น 5 ขั้น 1']],
    // The 5 may belong to what stands before or behind it.
    ['ไม่พบ 3, 5, 6 ขั้น 2', ['ไม่พบ 3, 5, 6 ขั้น 2']],
    ['5, ไม่พบ 3', ['5', 'ไม่พบ 3']],
  ])('a number that counts, or that may belong to two things, is asked about: %s', (text, expected) =>
    expect(brief(read(text))).toEqual(expected),
  );

  test.each(['ทุกครัวเรือน ขั้น 1', 'ทุกครัวเรือนขั้น 1 แล้ว', 'ทั้งหมด ขั้น 1', 'ทุกหลัง ทำขั้น 1', 'all households step 1'])(
    'may be about all households that are open: %s',
    (text) => {
      expect(read(text)).toEqual([
        { kind: 'read', words: text, nos: [], every: true, said: { kind: 'step', step: 1 } },
      ]);
      const { understood, unclear } = judgeBatch(
        read(text),
        [household(2), household(3, { isOpen: false }), household(5)],
        days,
      );
      expect(understood.map(({ no }) => no)).toEqual([2, 5]);
      expect(unclear).toEqual([]);
    },
  );

  test.each(['4 ขั้น 9', '1-3 step 7', '4 ถึงขั้นที่ ๐'])('a step that there is not is told so: %s', (text) =>
    expect(read(text)).toEqual([{ kind: 'unclear', words: text, why: 'noSuchStep' }]),
  );

  test('an unclear household behind a comma touches no other', () => {
    expect(brief(read('1 ขั้น 3, 9 ไม่ทราบ, 4 ขั้น 2'))).toEqual([steps([1], 3), '9 ไม่ทราบ', steps([4], 2)]);
    expect(judgeBatch(read('3 ขั้น 2, 31 กคค, 4 ขั้น 3'), list, days).understood.map(({ no }) => no)).toEqual([
      4,
    ]);
  });

  test.each(['3 ย้ายเข้า', '3 ย้ายหนี้', '3 ย้ายศูนย์', '3 ยังไม่ย้าย', '1 000 ขั้น 1', '1 2 3'])(
    'does not understand %s whole',
    (text) => expect(read(text).every(({ kind }) => kind === 'unclear')).toBe(true),
  );

  test.each([
    '3 ขั้น 7',
    '3 ขั้น 0',
    '3 ไม่ถึงขั้น 4',
    '4-1 ขั้น 3',
    '1-900 ขั้น 3',
    '1.5 ขั้น 3',
    '0 ขั้น 3',
    'ขั้น 3',
    'สมชาย ขั้น 3',
    '3 ครัวเรือน ขั้น 3',
    '3 ราย ขั้น 3',
    'ทั้งหมด 3 ขั้น 3',
    '9 ไม่เสียชีวิต',
    '3 ขั้น 4 เสียชีวิต',
    '3 not moved',
    '3 ขั้น 4 หรือ 5',
    '3',
    'ไม่พบ',
    '5 ขั้น',
    '5 ขั้น 3 ร่วมกับ',
    '5 ขั้น 3 ร่วมกับ ผู้ใหญ่บ้าน 6 ไม่พบ',
    '5 ขั้น 3 ร่วมกับ ผู้ใหญ่บ้าน 6 ขั้น 4',
    '5 ไม่พบ ร่วมกับ ผู้ใหญ่บ้าน',
    '5 ขั้น 3 30 มิ.ย. วันที่ 29 มิ.ย.',
  ])('never guesses %s', (text) => expect(brief(read(text))).toEqual([text]));

  test('gives the numbers of a list back when the words behind them are not understood', () => {
    expect(brief(read('1, 2, 5 อะไร, 7 ขั้น 5'))).toEqual(['1', '2', '5 อะไร', steps([7], 5)]);
    expect(brief(read('1,2\n5 ขั้น 4'))).toEqual(['1', '2', steps([5], 4)]);
  });
});

test.each([
  ['1-3 ขั้น 4', '2 ขั้น 4'],
  ['1, 2 และ 5 ถึงขั้นที่ 4 ครับ', '2 ถึงขั้นที่ 4'],
  ['ครัวเรือนที่ ๑-๓: step 4', '2 : step 4'],
  ['1-3 ไม่พบ', '2 ไม่พบ'],
  ['1-3 moved out', '2 moved out'],
])('the words “%s” are about one of the households as “%s”', (words, one) => {
  expect(wordsOfSome(words, [2], reader)).toBe(one);
  const [all, only] = [read(words), read(one)].map(([line]) => (line?.kind === 'read' ? line.said : line));
  expect(only).toEqual(all);
});

describe('what was understood, against the center’s list', () => {
  const judge = (text: string, of: readonly Listed[] = list) => judgeBatch(read(text), of, days);

  test('asks about what is in no list, closed, said twice in two ways, or without a plan', () => {
    const some = [
      household(1),
      household(2, { isOpen: false }),
      household(3, { hasPlan: false }),
      household(4),
    ];
    const { understood, unclear } = judge('1-6 ขั้น 4, 4 ไม่พบ, 3 ขั้น 3', some);
    expect(understood.map(({ no }) => no)).toEqual([1]);
    expect(unclear.map(({ nos, why }) => [nos, why])).toEqual([
      [[2], 'closed'],
      [[3, 4], 'saidTwice'],
      [[5, 6], 'unknownNumber'],
      [[4], 'saidTwice'],
      [[3], 'saidTwice'],
    ]);
    expect(judge('3 ขั้น 4', some).unclear).toEqual([{ words: ['3 ขั้น 4'], why: 'planFirst', nos: [3] }]);
  });

  test('asks once about what is true of several households, or of several lines about the same', () => {
    expect(judge('1-3 ขั้น 6, 1-3 ขั้น 1').unclear).toEqual([
      { words: ['1-3 ขั้น 6', '1-3 ขั้น 1'], why: 'saidTwice', nos: [1, 2, 3] },
    ]);
  });

  test('takes a day before the joining where the joining may be changed to it', () => {
    const early = '1-2 ขั้น 3 วันที่ 31 พ.ค. 65';
    const { understood, unclear } = judgeBatch(read(early), list, days, true);
    expect(unclear).toEqual([]);
    expect(understood.map(({ no, on, joinsEarlier }) => [no, on, joinsEarlier])).toEqual([
      [1, '2022-05-31', true],
      [2, '2022-05-31', true],
    ]);
    const [later] = judgeBatch(read('1 ขั้น 3 วันที่ 1 ก.ค. 65'), list, days, true).understood;
    expect(later?.joinsEarlier).toBeUndefined();
  });

  test('judges several steps of one household one after the other', () => {
    const fresh = [household(1, { center: [] }), household(2, { center: [] })];
    const inOrder = judge('1-2 ขั้น 1\n1-2 ขั้น 2 วันที่ 15 ก.ค.\n1-2 ขั้น 3', fresh);
    expect(inOrder.understood.map(({ no, turn, on }) => [no, turn, on])).toEqual([
      [1, 'next', undefined],
      [2, 'next', undefined],
      [1, 'next', '2022-07-15'],
      [2, 'next', '2022-07-15'],
      [1, 'next', undefined],
      [2, 'next', undefined],
    ]);
    const jumping = judge('1 ขั้น 2\n1 ขั้น 3', fresh).understood;
    expect(jumping.map(({ needsReason, waits }) => [needsReason, waits])).toEqual([
      [true, undefined],
      [false, true],
    ]);
    expect(judge('1 ขั้น 2\n1 ขั้น 1', fresh).unclear.map(({ why }) => why)).toEqual(['saidTwice']);
    const twoDays = judge('1 ขั้น 1 วันที่ 1 ก.ค.\n1 ขั้น 1 วันที่ 2 ก.ค.', fresh);
    expect(twoDays.unclear.map(({ why }) => why)).toEqual(['saidTwice']);
  });

  test('asks about a day that is not certain, or that a step cannot have', () => {
    const why = (text: string) => judge(text).unclear.map((one) => [one.why, ...one.nos]);
    expect(why('1-3 ขั้น 3 วันที่ 32 ก.ค.')).toEqual([['noSuchDay']]);
    expect(judge('1-3 ขั้น 3 วันที่ 31 มิ.ย. 65').unclear).toEqual([
      {
        words: ['1-3 ขั้น 3 วันที่ 31 มิ.ย. 65'],
        why: 'noSuchDay',
        nos: [],
        month: { month: '2022-06-01', days: 30 },
      },
    ]);
    expect(why('1 ขั้น 3 วันที่ 9/8/22')).toEqual([['dayUnclear']]);
    expect(why('1 ขั้น 3 พรุ่งนี้')).toEqual([['dayOutside']]);
    expect(why('1 ขั้น 3 วันที่ 30 ก.ย. 64')).toEqual([['dayOutside']]);
    expect(why('1-2 ขั้น 3 วันที่ 31 พ.ค. 65')).toEqual([['dayBeforeJoining', 1, 2]]);
    expect(why(`1 ขั้น 3 ร่วมกับ ${'ก'.repeat(501)}`)).toEqual([['notUnderstood']]);
  });

  test('takes what is said twice in one way once', () => {
    expect(judge('1-2 ขั้น 3, 2 ขั้น 3').understood.map(({ no }) => no)).toEqual([1, 2]);
  });

  test('asks a reason of a jump and of a step back only', () => {
    const { understood } = judge('1 ขั้น 3, 2 ขั้น 2, 3 ขั้น 4, 4 ขั้น 1, 5 ไม่พบ');
    expect(understood.map(({ turn, needsReason }) => [turn, needsReason])).toEqual([
      ['next', false],
      ['same', false],
      ['jump', true],
      ['back', true],
      [undefined, false],
    ]);
  });

  test('asks about the same of four households or more', () => {
    expect(judge('1-4 ขั้น 3, 5-7 ไม่พบ').alike).toEqual([
      { said: { kind: 'step', step: 3 }, nos: [1, 2, 3, 4] },
    ]);
    expect(judge('1-2 ขั้น 3, 3 ขั้น 3; 8 ขั้น 3').alike).toMatchObject([{ nos: [1, 2, 3, 8] }]);
    expect(judge('1-3 ขั้น 3').alike).toEqual([]);
  });
});

const saying = fc.constantFrom(
  'ขั้น 3 วันที่ 31 ก.ค. ร่วมกับ ผู้ใหญ่บ้าน',
  'step 3 with the head on 1 Jul 2022',
  'ขั้น 3',
  'ขั้นที่ ๓',
  'step 3',
  'ไม่พบ',
  'not found',
  'ย้ายออก',
  'เสียชีวิต ค่ะ',
  'died',
);
const goodPieces = fc
  .tuple(
    fc.shuffledSubarray(Array.from({ length: 10 }, (_, place) => place + 1)),
    fc.array(saying, { minLength: 10, maxLength: 10 }),
  )
  .map(([nos, said]) => nos.map((no, place) => `${no} ${said[place]}`));
/** None of these says anything of the households 1 to 10 that could be read. */
const badPieces = fc.array(
  fc.constantFrom(
    'สวัสดี',
    '3 ขั้น 9',
    '99 ขั้น 3',
    '9-2 ไม่พบ',
    '4 ย้ายเข้า',
    '-1 ขั้น 2',
    '5 ขั้น',
    'ขั้น 3',
    '2.5 died',
    '11 12 moved',
    '๗ ???',
    '3 ขั้น 3 วันที่ 45 ก.ค.',
    '4 ขั้น 3 วันที่ 1/2/3/4',
    '5 step 3 tomorrow',
    '6 ขั้น 3 วันที่ 1 ม.ค. 2560',
    '7 ขั้น 4 วันที่ 1 พ.ค. 65',
    '8 ขั้น 3 ร่วมกับ',
    `9 ขั้น 3 ร่วมกับ ${'น'.repeat(501)}`,
    '2 ขั้น 3 ร่วมกับ กำนัน 5 ไม่พบ',
  ),
  { minLength: 1, maxLength: 5 },
);
const mixed = fc
  .tuple(goodPieces, badPieces, fc.array(fc.nat({ max: 20 }), { minLength: 5, maxLength: 5 }))
  .map(([good, bad, places]) => {
    const all = good.map((piece) => ({ piece, isGood: true }));
    for (const [n, piece] of bad.entries())
      all.splice((places[n] ?? 0) % (all.length + 1), 0, { piece, isGood: false });
    return all;
  });

const namesHousehold = (piece: string): boolean => piece !== 'สวัสดี' && piece !== 'ขั้น 3';

/** Whether what is good is understood as if the bad lines were not there, and each bad one is asked about. */
function lawOfBadLines(
  readText: (text: string) => readonly BatchLine[],
  onRun: (good: number, bad: number) => void,
) {
  return fc.property(mixed, fc.constantFrom(', ', ',', '; ', '\n'), (all, separator) => {
    // Behind a comma what names no household may be the day or company of the one before it.
    const pieces = separator.startsWith(',') ? all.filter(({ piece }) => namesHousehold(piece)) : all;
    const good = pieces.filter(({ isGood }) => isGood).map(({ piece }) => piece);
    const bad = pieces.filter(({ isGood }) => !isGood).map(({ piece }) => piece);
    const whole = judgeBatch(readText(pieces.map(({ piece }) => piece).join(separator)), list, days);
    const alone = judgeBatch(readText(good.join(separator)), list, days);
    onRun(good.length, bad.length);
    expect(whole.understood).toEqual(alone.understood);
    expect(alone.understood.map(({ words }) => words)).toEqual(good);
    // The same words twice are asked about once.
    const asked = whole.unclear.flatMap(({ words }) => words);
    expect(asked.toSorted()).toEqual([...new Set(bad)].toSorted());
  });
}

describe('whatever the lines', () => {
  test('a bad one never touches a good one', () => {
    const reached = { good: 0, bad: 0 };
    const law = lawOfBadLines(read, (good, bad) => {
      reached.good += good;
      reached.bad += bad;
    });
    fc.assert(law, { seed, numRuns: 150 });
    expect(reached.good).toBeGreaterThan(250);
    expect(reached.bad).toBeGreaterThan(250);
  });

  test('a reader that gives a whole line of the message up at one bad piece would be caught', () => {
    const hasty = (text: string) =>
      text.split('\n').flatMap((line): readonly BatchLine[] => {
        const lines = read(line);
        return lines.some(({ kind }) => kind === 'unclear') ? [{ kind: 'unclear', words: line }] : lines;
      });
    expect(
      fc.check(
        lawOfBadLines(hasty, () => {}),
        { seed },
      ).failed,
    ).toBe(true);
  });

  test('any text at all is read without an error, into lines that have words', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.constantFrom('1', '-', ',', ' ', '3 ขั้น 3', '5 ไม่พบ', ',', '\n', 'to', '๔', ';', '~'), {
          maxLength: 30,
        })
        .map((parts) => parts.join('')),
    );
    let readable = 0;
    fc.assert(
      fc.property(anything, (text) => {
        const lines = read(text);
        for (const line of lines) {
          expect(line.words.trim()).not.toBe('');
          if (line.kind === 'read') readable += 1;
        }
      }),
      { seed, numRuns: 500 },
    );
    expect(readable).toBeGreaterThan(20);
  });
});
