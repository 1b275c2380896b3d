import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBreaker } from '../../src/exports/breaks.ts';
import { thaiDigits } from '../../src/exports/thaiDigits.ts';

describe('where a line may break', () => {
  test.each([
    ['ประจำปีงบประมาณ พ.ศ. ๒๕๖๕', ['ประจำ', 'ปีงบประมาณ', ' ', 'พ.ศ.', ' ', '๒๕๖๕']],
    ['เลขที่รับ FL65-7K4M2QXA-B', ['เลข', 'ที่', 'รับ', ' ', 'FL65-7K4M2QXA-B']],
    ['(ก) ระดับ', ['(ก)', ' ', 'ระดับ']],
  ])('%s', (text, pieces) => {
    expect(createBreaker()(text)).toEqual(pieces);
  });

  test('a name stays whole, at whose spaces alone a line breaks', () => {
    expect(createBreaker(['นายน้ำเพชร ศรีน้ำขึ้น'])('ประธาน นายน้ำเพชร ศรีน้ำขึ้น')).toEqual([
      ...['ประธาน', ' ', 'นายน้ำเพชร', ' ', 'ศรีน้ำขึ้น'],
    ]);
  });

  test('joined again the pieces are the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, names) => {
        expect(createBreaker(names)(text).join('')).toBe(text);
      }),
    );
  });
});

test.each([
  ['หมู่ที่ 4', 'หมู่ที่ ๔'],
  ['081-234-5678', '๐๘๑-๒๓๔-๕๖๗๘'],
  ['เลขที่รับ FL65-7K4M2QXA-B', 'เลขที่รับ FL65-7K4M2QXA-B'],
])('figures of an official document: %s', (text, written) => {
  expect(thaiDigits(text)).toBe(written);
});
