import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeafStep } from '../../src/engine/form.ts';
import { daysAfter } from '../../src/engine/parse/isoDay.ts';
import { exampleDay, problemOfText, problemWith, readAnswer } from '../../src/engine/readAnswer.ts';
import { seed } from '../seed.ts';
import { points, step } from './smallForms.ts';

const today = '2022-08-01';
const labels = (_step: LeafStep, option: string) => (option === 'fixed' ? ['ถาวร', 'permanent'] : [option]);
const read = (of: LeafStep, text: string) => readAnswer(of, text, today, labels).reading;

const place = step({ id: 'place', kind: 'choice', options: ['fixed', 'temporary'] }) satisfies LeafStep;
const steps: readonly LeafStep[] = [
  step({ id: 'a', kind: 'text', max: 40 }),
  step({ id: 'b', kind: 'number', min: 1, max: 200, whole: true }),
  step({ id: 'c', kind: 'money', min: 0, max: 1_000_000_00 }),
  points(1),
  place,
  step({ id: 'f', kind: 'many', options: ['fixed', 'temporary', 'third'] }),
  step({ id: 'g', kind: 'yesNo' }),
  step({ id: 'h', kind: 'date', only: 'past' }),
  step({ id: 'i', kind: 'phone' }),
  step({ id: 'j', kind: 'photo' }),
  step({ id: 'k', kind: 'location' }),
];
const of = (kind: LeafStep['kind']): LeafStep => {
  const found = steps.find((one) => one.kind === kind);
  if (!found) throw new Error(`no step ${kind}`);
  return found;
};

describe('a typed answer', () => {
  it('is read as the question asks', () => {
    const value = (kind: LeafStep['kind'], text: string) => read(of(kind), text);
    expect(value('text', '  กลุ่ม\u200bออมทรัพย์  ครับ ')).toEqual({ kind: 'read', value: 'กลุ่มออมทรัพย์ ครับ' });
    expect(value('number', '๑๕ คน')).toEqual({ kind: 'read', value: 15 });
    expect(value('money', '2.5 หมื่น')).toEqual({ kind: 'read', value: 25_000_00 });
    expect(value('many', '1,3')).toEqual({ kind: 'read', value: ['fixed', 'third'] });
    expect(value('yesNo', 'ใช่ครับ')).toEqual({ kind: 'read', value: true });
    expect(value('date', '9 ก.ค. 65')).toEqual({ kind: 'read', value: '2022-07-09' });
    expect(value('phone', '081-234-5678').kind).toBe('read');
  });

  it('that names a day which no calendar has is told how long the month is', () => {
    const problem = (text: string) => problemOfText(of('date'), text, today);
    const noSuchDay = (month: string, days: number) => ({ code: 'noSuchDay', month, days });
    expect(problem('31 ก.ย. 65')).toEqual(noSuchDay('2022-09-01', 30));
    expect(problem('๓๑/๐๙/๒๕๖๕')).toEqual(noSuchDay('2022-09-01', 30));
    expect(problem('29 Feb 2022')).toEqual(noSuchDay('2022-02-01', 28));
    expect(problem('30 ก.พ. 67')).toEqual(noSuchDay('2024-02-01', 29));
    expect(problem('32 ธันวาคม')).toEqual(noSuchDay('2022-12-01', 31));
    for (const text of ['29 ก.พ. 67', '31/13/2565', 'ไม่ใช่', 'อีกสามวัน', '9 ส.ค. 9999'])
      expect([text, problem(text).code]).toEqual([text, 'unreadable']);
  });

  it('to a date question without a year is the last day of that name, or the coming one', () => {
    const readIn = (more: Partial<Extract<LeafStep, { kind: 'date' }>>, text: string, on = today) =>
      readAnswer(step({ id: 'd', kind: 'date', ...more }) as LeafStep, text, on, labels).reading;
    const day = (value: string) => ({ kind: 'read', value });
    expect(readIn({ only: 'past' }, '30 กันยายน')).toEqual(day('2021-09-30'));
    expect(readIn({ only: 'future' }, '30 กันยายน')).toEqual(day('2022-09-30'));
    expect(readIn({ coming: true }, '30 มิ.ย.')).toEqual(day('2023-06-30'));
    expect(['past', 'future'].map((only) => readIn({ only } as never, '1/8'))).toEqual([
      day(today),
      day(today),
    ]);
    expect(readIn({}, '30 กันยายน').kind).toBe('ambiguous');
    expect(readIn({ only: 'past' }, '29 ก.พ.')).toEqual(day('2020-02-29'));
    expect(readIn({ only: 'future' }, '29 ก.พ.', '2096-03-01')).toEqual(day('2104-02-29'));
    // Of several days, and of one that is not that day of the week, it is asked which is meant.
    expect(readIn({ only: 'future' }, 'ก.ย. 29-30')).toEqual({
      kind: 'ambiguous',
      candidates: ['2022-09-29', '2022-09-30'],
    });
    expect(readIn({ only: 'future' }, 'ศุกร์ 30 ก.ย.')).toEqual(day('2022-09-30'));
    expect(readIn({ only: 'future' }, 'จันทร์ 30 ก.ย.').kind).toBe('ambiguous');
  });

  it('of a choice may be a label in either language, or its number', () => {
    for (const text of ['ถาวร', 'Permanent ค่ะ', '1', 'ข้อ 1']) {
      expect(read(place, text)).toEqual({ kind: 'read', value: 'fixed' });
    }
    expect(read(place, 'ถาว')).toEqual({ kind: 'ambiguous', candidates: ['fixed'] });
    expect(read(place, '3')).toEqual({ kind: 'unreadable' });
  });

  it('tells that a choice was called an item', () => {
    const itemWord = (text: string) => readAnswer(points(1), text, today, labels).itemWord;
    expect(['ข้อ 3', 'item 3', '3', 'สาม'].map(itemWord)).toEqual([true, true, false, false]);
  });

  it('of a choice of ranges may be how often, with its unit, to be confirmed', () => {
    const meetings: LeafStep = {
      ...points(1),
      kind: 'choice',
      options: ['1', '2', '3'],
      timesFrom: [1, 3, 6],
    };
    const proposed = (text: string) => read(meetings, text);
    for (const text of ['4 ครั้ง', 'สี่ครั้งค่ะ', 'ประชุมปีละ 4 ครั้ง', '๕ ครั้งต่อปี', '4 times', '5 meetings'])
      expect([text, proposed(text)]).toEqual([text, { kind: 'ambiguous', candidates: ['2'] }]);
    expect(['0 ครั้ง', '2 ครั้ง', '12 ครั้ง', '2-3 ครั้ง'].map(proposed)).toEqual([
      { kind: 'ambiguous', candidates: ['1'] },
      { kind: 'ambiguous', candidates: ['1'] },
      { kind: 'ambiguous', candidates: ['3'] },
      { kind: 'ambiguous', candidates: ['1', '2'] },
    ]);
    expect(proposed('2')).toEqual({ kind: 'read', value: '2' });
    for (const text of ['4', '12', '4 คน', '-4 ครั้ง', 'หลายครั้ง'])
      expect(proposed(text).kind).toBe('unreadable');
    expect(read(points(1), '4 ครั้ง').kind).toBe('unreadable');
  });

  it('is none to a question for a photo or a place', () => {
    expect(read(of('photo'), 'ส่งรูปไม่ได้')).toEqual({ kind: 'unreadable' });
    expect(read(of('location'), 'หน้าศาลา')).toEqual({ kind: 'unreadable' });
  });

  it('that shows nothing is no text', () => {
    for (const nothing of ['', ' ', '\u200b', '\ufeff\n'])
      expect(read(of('text'), nothing)).toEqual({ kind: 'unreadable' });
  });

  it('of any kind never breaks a reader, and what is read fits its question or is refused for a reason', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('__proto__', 'constructor', '{"$ne":null}', 'ร้อยห้า', '1,5', '9/8/22', '-1', '1e9'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...steps), anyText, (one, text) => {
        const reading = read(one, text);
        if (reading.kind !== 'read') return;
        expect(problemWith(one, reading.value, today)?.code).not.toBe('unreadable');
      }),
      { seed, numRuns: 3_000 },
    );
  });
});

describe('a value', () => {
  const problem = (kind: LeafStep['kind'], value: Parameters<typeof problemWith>[1]) =>
    problemWith(of(kind), value, today)?.code;

  it('is taken up to its limits and not beyond', () => {
    expect([1, 200].map((n) => problem('number', n))).toEqual([undefined, undefined]);
    expect([0, 201, 1.5].map((n) => problem('number', n))).toEqual(['tooSmall', 'tooLarge', 'notWhole']);
    expect([0, 1_000_000_00].map((n) => problem('money', n))).toEqual([undefined, undefined]);
    expect(problem('money', 1_000_000_01)).toBe('tooLarge');
    expect(problem('text', 'ก'.repeat(40))).toBeUndefined();
    expect(problem('text', 'ก'.repeat(41))).toBe('tooLong');
  });

  it('of a date may be today, whichever way the question looks', () => {
    const future = { ...of('date'), only: 'future' } as LeafStep;
    expect(problem('date', today)).toBeUndefined();
    expect(problem('date', '2022-08-02')).toBe('inFuture');
    expect(problemWith(future, today, today)).toBeUndefined();
    expect(problemWith(future, '2022-07-31', today)).toEqual({ code: 'inPast', example: '2022-08-31' });
  });

  it('of a date lies between the first and the last day of its question', () => {
    const founded = step({ id: 'f', kind: 'date', only: 'past', from: '1957-01-01' }) satisfies LeafStep;
    expect(problemWith(founded, '1957-01-01', today)).toBeUndefined();
    expect(problemWith(founded, '1956-12-31', today)).toEqual({ code: 'tooEarly', from: '1957-01-01' });
    const planned = step({ id: 'p', kind: 'date', only: 'future', yearsAhead: 10 }) satisfies LeafStep;
    expect(problemWith(planned, '2032-08-01', today)).toBeUndefined();
    expect(problemWith(planned, '2032-08-02', today)).toEqual({ code: 'tooLate', to: '2032-08-01' });
    expect(problemWith(planned, '2032-03-02', '2020-02-29')).toMatchObject({ to: '2030-03-01' });
  });

  it('of a date also keeps the bounds that are said of its draft', () => {
    const besides = { from: '2021-10-01', to: '2022-07-01' };
    const within = (day: string) => problemWith(of('date'), day, today, besides)?.code;
    expect(['2021-09-30', '2021-10-01', '2022-07-01', '2022-07-02', '2022-08-02'].map(within)).toEqual([
      'tooEarly',
      undefined,
      undefined,
      'tooLate',
      'inFuture',
    ]);
  });

  it('of a date that is given as an example is one that the question takes', () => {
    const days = (least: number, most: number) =>
      fc.integer({ min: least, max: most }).map((away) => daysAfter(today, away));
    fc.assert(
      fc.property(
        fc.record(
          {
            only: fc.constantFrom('past', 'future'),
            coming: fc.constant(true),
            from: fc.oneof(days(-30_000, 0), days(-20, 0)),
            yearsAhead: fc.integer({ min: 1, max: 20 }),
          },
          { requiredKeys: [] },
        ),
        // Bounds that leave a day at all: they hold today.
        fc.record({ from: days(-400, 0), to: days(0, 400) }, { requiredKeys: [] }),
        (more, besides) => {
          const asked = step({ id: 'd', kind: 'date', ...more } as never) as Extract<
            LeafStep,
            { kind: 'date' }
          >;
          const example = exampleDay(asked, today, besides);
          expect(problemWith(asked, example, today, besides)).toBeUndefined();
        },
      ),
      { seed, numRuns: 2_000 },
    );
  });

  it('is no example of a day where it would be asked about', () => {
    const asked = step({ id: 'd', kind: 'date', only: 'past' } as never) as Extract<
      LeafStep,
      { kind: 'date' }
    >;
    const day = daysAfter(today, -3);
    expect(exampleDay(asked, today, { askedBefore: day })).toBe(day);
    expect(problemWith(asked, daysAfter(today, -4), today, { askedBefore: day })).toBeUndefined();
  });

  it('of another kind is no answer', () => {
    const wrong = [
      ['text', 3],
      ['number', '3'],
      ['number', Number.NaN],
      ['choice', 'third'],
      ['choice', 1],
      ['many', []],
      ['many', ['fixed', 'fourth']],
      ['many', 'fixed'],
      ['yesNo', 'yes'],
      ['date', '2022-8-1'],
      ['date', '2022-02-30'],
      ['date', '9999-99-99'],
      ['date', 20220801],
      ['phone', 812345678],
      ['photo', null],
      ['location', null],
    ] as const;
    for (const [kind, value] of wrong)
      expect([kind, value, problem(kind, value)]).toEqual([kind, value, 'unreadable']);
  });
});

describe('a year alone', () => {
  const founded = step({
    ...{ id: 'founded', kind: 'date', only: 'past', anyYear: true, yearAlone: true, from: '1957-01-01' },
  }) satisfies LeafStep;
  const year = (text: string) => {
    const reading = read(founded, text);
    return reading.kind === 'read' ? reading.value : reading;
  };

  it.each([
    '2555',
    'ปี 2555',
    'พ.ศ. 2555',
    'ปี พ.ศ.2555 ค่ะ',
    'พศ 2555',
    'ปี 55',
    'พ.ศ. 55',
    '๒๕๕๕',
    'เมื่อปี 2555',
    'ก่อตั้งปี 2555',
    'ค.ศ. 2012',
    '2012',
  ])('is kept as a year: %s', (text) => {
    expect(year(text)).toBe('2012');
    expect(problemWith(founded, '2012', today)).toBeUndefined();
  });

  it.each(['ประมาณปี 2555', 'ราวๆ ปี 2555', 'ก.ค. 2555', 'เดือนกรกฎาคม 2555'])('is asked about: %s', (text) => {
    expect(year(text)).toEqual({ kind: 'ambiguous', candidates: ['2012'] });
  });

  it.each(['55', '25', '255', '25555', 'ปี 5', '9/2555x', 'พ.ศ. 2012'])('is not in %s', (text) => {
    expect(year(text)).toEqual({ kind: 'unreadable' });
  });

  it('has the bounds of its days, and is none where a day is asked for', () => {
    expect(year('9 ส.ค. 2555')).toBe('2012-08-09');
    expect(problemWith(founded, '1957', today)).toBeUndefined();
    expect(problemWith(founded, '1956', today)?.code).toBe('tooEarly');
    expect(problemWith(founded, '2022', today)).toBeUndefined();
    expect(problemWith(founded, '2023', today)?.code).toBe('inFuture');
    expect(read(of('date'), '2555').kind).toBe('unreadable');
    expect(problemWith(of('date'), '2012', today)?.code).toBe('unreadable');
  });
});

describe('a list of names', () => {
  const names = step({ id: 'names', kind: 'text', max: 200, names: true }) satisfies LeafStep;
  it.each([
    '3',
    '๓',
    'สาม',
    '3 กองทุน',
    'มี 3 กองทุน',
    'มีทั้งหมด 4 ฝ่าย',
    '2 กลุ่มครับ',
    'จำนวน 3 แห่ง',
    'กองทุน 3 แห่ง',
    '3 funds',
    'กทบ., 3',
    '2 กลุ่ม, 1 กองทุน',
    '3 กองทุน ทั้งหมด',
    '2-3 กองทุน',
  ])('is none where it only counts: %s', (text) =>
    expect(problemWith(names, text, today)).toEqual({ code: 'countAlone' }),
  );
  it.each([
    'กทบ. หมู่ 3',
    'กลุ่มออมทรัพย์, กทบ.',
    'กองทุนหมู่บ้าน หมู่ที่ 3',
    'ฝ่ายบริหาร',
    'กลุ่ม 3 ประสาน',
    'กองทุนสามัคคี',
    'กลุ่มสตรี หมู่ 1',
    'กข.คจ. ม.3',
  ])('is taken: %s', (text) => expect(problemWith(names, text, today)).toBeUndefined());
});
