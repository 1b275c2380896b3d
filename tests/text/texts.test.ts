import { describe, expect, test } from 'vitest';
import { said, t } from '../../src/kernel/reply.ts';
import type { TextKey } from '../../src/kernel/textKey.ts';
import type { IsoDate } from '../../src/programme/ids.ts';
import { createTexts } from '../../src/text/texts.ts';

const { render, wordings } = createTexts();

describe('a text', () => {
  test('reads in the language of the person', () => {
    expect(render(t('common:edit'), 'th')).toBe('แก้ไข');
    expect(render(t('common:edit'), 'en')).toBe('edit');
    expect(wordings(t('common:edit'))).toEqual(['แก้ไข', 'edit']);
  });

  test('that reads alike in both languages has one wording', () => {
    expect(wordings(said('หนองตัวอย่าง'))).toEqual(['หนองตัวอย่าง']);
  });

  test('tells money in baht, with two decimals only where satang are left over', () => {
    const baht = (satang: number) => render(t('common:baht', { amount: { baht: satang } }), 'th');
    expect(baht(123_456_700)).toBe('1,234,567 บาท');
    expect(baht(123_450)).toBe('1,234.50 บาท');
    expect(baht(0)).toBe('0 บาท');
    expect(baht(-50_000_05)).toBe('-50,000.05 บาท');
  });

  test('tells dates in the Buddhist era, with Arabic digits', () => {
    const date = t('common:date', { date: { date: '2022-08-09' as IsoDate } });
    expect(wordings(date)).toEqual(['9 ส.ค. 2565', '9 Aug 2565']);
    const september = t('common:date', { date: { date: '2022-09-30' as IsoDate } });
    expect(wordings(september)).toEqual(['30 ก.ย. 2565', '30 Sep 2565']);
    const month = t('common:date', { date: { month: '2021-12-01' as IsoDate } });
    expect(wordings(month)).toEqual(['ธันวาคม 2564', 'December 2564']);
  });

  test("tells instants by Bangkok's clock", () => {
    const instant = t('common:date', { date: { instant: new Date('2022-08-09T18:05:00Z') } });
    expect(wordings(instant)).toEqual(['10 ส.ค. 2565 01:05', '10 Aug 2565, 01:05']);
  });

  test('may hold other texts, lists of them and bare figures', () => {
    const points = t('common:points', { points: 3 });
    expect(render(t('common:answered', { value: points }), 'en')).toBe('Noted: 3 of 3 points');
    expect(render(t('common:list', { items: [points, said('ก')] }), 'en')).toBe('3 of 3 points, ก');
    expect(render(t('common:heading', { n: 3, of: 14, title: '2565' }), 'en')).toBe('Item 3/14 2565');
  });

  test('says of none that there is none, where it has a sentence for that', () => {
    const reads = (count: number | string) => wordings(t('people:count', { count }));
    expect([reads(0), reads('0')]).toEqual([
      ['ไม่มี', 'none'],
      ['ไม่มี', 'none'],
    ]);
    expect(reads(10)).toEqual(['10 รายการ', '10']);
    expect(wordings(t('people:wrongCode', { count: 0 }))[0]).toContain('0');
  });

  test('passes on the words of people letter by letter', () => {
    for (const words of ['{{value}}', '$t(common:edit)', '<b>&amp;', '$7{*7}', '__proto__', '$& $1']) {
      expect(render(said(words), 'th')).toBe(words);
      expect(render(t('common:list', { items: words }), 'th')).toBe(words);
    }
  });

  test('that does not exist, or lacks a parameter, is a bug that is noticed', () => {
    expect(() => render(t('forms:no.such.form'), 'th')).toThrow('forms:no.such.form');
    expect(() => render(t('common' as TextKey), 'th')).toThrow('common');
    expect(() => render(t('common:answered'), 'th')).toThrow('value');
  });
});
