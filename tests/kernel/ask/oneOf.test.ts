import { describe, expect, test } from 'vitest';
import { oneOf } from '../../../src/kernel/ask/oneOf.ts';
import { said } from '../../../src/kernel/reply.ts';
import { createTexts } from '../../../src/text/texts.ts';
import { asked } from './asked.ts';

const { wordings } = createTexts();
const rows = Array.from({ length: 30 }, (_, place) => ({
  id: `r${place + 1}`,
  name: said(place < 15 ? `บ้านเหนือ ${place + 1}` : `บ้านใต้ ${place + 1}`),
}));
const place = { flow: 'level', act: 'show', of: 'C1', heading: said('Which?'), wordings } as const;
const question = oneOf({ ...place, rows, keep: { back: 'before' } });

describe('one of a list', () => {
  test('is tapped, or typed by its number or name', () => {
    expect(asked(question).taps('บ้านเหนือ 3')).toBe('= "r3"');
    expect(asked(question).types('12')).toBe('= "r12"');
    expect(asked(question).types('บ้านใต้ 20')).toBe('= "r20"');
  });

  test('goes on page by page; numbers that were shown before keep their meaning', () => {
    const list = asked(question);
    expect(list.taps('ดูต่อ')).toContain('13. บ้านเหนือ 13');
    expect(list.taps('ดูต่อ')).toContain('30. บ้านใต้ 30');
    expect(list.labels()).not.toContain('ดูต่อ');
    expect(list.types('14')).toBe('= "r14"');
  });

  test('takes no number of a page that was not shown yet', () => {
    expect(asked(question).types('13')).toContain('ยังไม่พบรายการที่พิมพ์');
  });

  test('becomes those that a name means, page by page too, with a way back to all', () => {
    const list = asked(question);
    expect(list.types('ใต้')).toContain('1. บ้านใต้ 16');
    expect(list.data()).toMatchObject({ back: 'show C1', misses: '0' });
    expect(list.taps('ดูต่อ')).toContain('13. บ้านใต้ 28');
    expect(list.types('13')).toBe('= "r28"');
    expect(list.tapsOld('C1')).toContain('1. บ้านเหนือ 1');
  });

  test('may begin with those that a name means', () => {
    expect(asked(oneOf({ ...place, rows, named: 'ใต้' })).words()).not.toContain('เหนือ');
  });

  test('is found by what else a text may mean', () => {
    const also = oneOf({ ...place, rows, alsoMeant: (text) => (text === 'ของฉัน' ? ['gone', 'r7'] : []) });
    expect(asked(also).types('ของฉัน')).toBe('= "r7"');
  });

  test('is asked again at a miss, from its first page, with help from the third', () => {
    const list = asked(question);
    list.taps('ดูต่อ');
    expect(list.types('เหนือเมฆ')).toContain('1. บ้านเหนือ 1');
    list.types('เหนือเมฆ');
    expect(list.types('เหนือเมฆ')).toContain('ช่วยเหลือ');
    expect(list.data()).toMatchObject({ back: 'before', misses: '3' });
  });
});
