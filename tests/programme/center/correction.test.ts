import { expect, test } from 'vitest';
import { toCorrection } from '../../../src/programme/center/correction.ts';

test('names of divisions and funds are parted by commas, semicolons and lines', () => {
  expect(toCorrection('divisions', 'ฝ่ายบริหาร, ฝ่ายบัญชี;\nฝ่ายติดตาม,')).toEqual({
    field: 'divisions',
    value: ['ฝ่ายบริหาร', 'ฝ่ายบัญชี', 'ฝ่ายติดตาม'],
  });
});
