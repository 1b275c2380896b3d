import { expect, test } from 'vitest';
import { toCorrection } from '../../../src/programme/center/correction.ts';

test('names of divisions and funds are parted by commas, semicolons and lines', () => {
  expect(toCorrection('divisions', 'ฝ่ายบริหาร, ฝ่ายบัญชี;\nฝ่ายติดตาม,')).toEqual({
    field: 'divisions',
    value: ['ฝ่ายบริหาร', 'ฝ่ายบัญชี', 'ฝ่ายติดตาม'],
  });
});

test.each([
  ['กทบ. และ กข.คจ.', ['กทบ.', 'กข.คจ.']],
  ['กองทุนหมู่บ้าน กับกลุ่มออมทรัพย์', ['กองทุนหมู่บ้าน', 'กลุ่มออมทรัพย์']],
  ['กองทุนหมู่บ้านและชุมชนเมือง', ['กองทุนหมู่บ้านและชุมชนเมือง']],
  ['ฝ่ายติดตาม และ ประเมินผล', ['ฝ่ายติดตาม และ ประเมินผล']],
])('names joined by a word are several where each begins as a name: %s', (text, value) =>
  expect(toCorrection('memberFunds', text)).toEqual({ field: 'memberFunds', value }),
);
