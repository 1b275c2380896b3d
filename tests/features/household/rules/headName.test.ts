import { expect, test } from 'vitest';
import { headName } from '../../../../src/features/household/rules/headName.ts';

test.each([
  ['หัวหน้าครัวเรือนชื่อ สมชาย ใจดี', 'สมชาย ใจดี'],
  ['หัวหน้าครัวเรือน: นายสมชาย ใจดีค่ะ', 'นายสมชาย ใจดี'],
  ['ชื่อหัวหน้าครัวเรือนคือ สมชาย ใจดี', 'สมชาย ใจดี'],
  ['ชื่อนายสมชาย ใจดีครับ', 'นายสมชาย ใจดี'],
  ['Name is Somchai Jaidee', 'Somchai Jaidee'],
  ['My name is Somchai Jaidee', 'Somchai Jaidee'],
  ['The head of household is Somchai Jaidee', 'Somchai Jaidee'],
  ['Name: Somchai Jaidee', 'Somchai Jaidee'],
])('the name alone is kept: %s', (text, name) => expect(headName(text)).toBe(name));

test.each(['สมชาย ใจดี', 'นางชื่นใจ มีสุข', 'Namee Isara', 'Heather Na', 'ชื่อ'])('stands as it is: %s', (name) =>
  expect(headName(name)).toBe(name),
);
