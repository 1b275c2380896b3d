import { describe, expect, test } from 'vitest';
import { yesNo } from '../../../src/kernel/ask/yesNo.ts';
import { said } from '../../../src/kernel/reply.ts';
import type { FileId } from '../../../src/programme/ids.ts';
import { asked } from './asked.ts';

const question = yesNo({
  ...{ flow: 'people', act: 'leave', of: 'C1' },
  lead: [said('Nobody else is told.')],
  text: said('Leave?'),
  ...{ yes: said('Leave'), no: said('Stay') },
});

/** What LINE for PC does not show is named below the question. */
const choice = 'แตะหรือพิมพ์: Leave, Stay';

describe('a question that asks once', () => {
  test.each([
    ['ใช่ค่ะ', '= true'],
    ['ยืนยัน', '= true'],
    ['ไม่ใช่', '= false'],
  ])('reads %s as %s', (typed, answer) => {
    expect(asked(question).types(typed)).toBe(answer);
  });

  test('is answered by its buttons, with what it is about', () => {
    const one = asked(question);
    expect(one.data()).toMatchObject({ of: 'C1' });
    expect(one.taps('Leave')).toBe('= true');
    expect(asked(question).taps('Stay')).toBe('= false');
  });

  test('says what it reads at a miss, without what was said above it, and offers help from the third', () => {
    const one = asked(question);
    expect(one.words()).toBe(`Nobody else is told.\n\nLeave?\n\n${choice}`);
    expect(one.types('พรุ่งนี้')).toBe(`กรุณาตอบ ใช่ หรือ ไม่ใช่\nLeave?\n\n${choice}`);
    expect(one.types('พรุ่งนี้')).not.toContain('ช่วยเหลือ');
    expect(one.types('พรุ่งนี้')).toContain('ช่วยเหลือ');
  });

  test('keeps no photo, which is no miss', () => {
    const one = asked(question);
    one.types('พรุ่งนี้');
    expect(one.sends({ kind: 'file', media: 'photo', file: 'F1' as FileId })).toContain('ไม่มีข้อที่รับรูป');
    expect(one.data()).toMatchObject({ misses: '1' });
  });

  test('is asked again where its words follow something else that was shown', () => {
    const one = asked(question);
    one.isCovered();
    expect(one.types('ใช่')).toBe(`Leave?\n\n${choice}`);
    expect(one.types('ใช่')).toBe('= true');
  });

  test('is asked again by an old yes, while an old no is a no', () => {
    const one = asked(question);
    one.isLeft();
    expect(one.tapsOld('C1 yes')).toContain('Leave?');
    expect(one.taps('Leave')).toBe('= true');
    one.isLeft();
    expect(one.tapsOld('C1 no')).toBe('= false');
  });

  test('about one thing takes no yes that was meant for another', () => {
    const one = asked(
      yesNo({ flow: 'people', act: 'leave', of: 'C2', text: said('?'), yes: said('y'), no: said('n') }),
    );
    expect(one.tapsOld('C1 yes')).toBe('?\n\nแตะหรือพิมพ์: y, n');
  });
});
