import { expect, test } from 'vitest';
import { mayBeName } from '../../../src/engine/parse/personName.ts';

const names = [
  ...['สมชาย ใจดี', 'นายสมชาย ใจดี', 'น.ส.มาลี มีสุข', 'สมชาย', 'Somchai Jaidee', 'Mr. Somchai', 'May Jaidee'],
  ...['นายเก้า ใจดี', 'จันทร์ แจ่มใส', 'นางจันทร์', 'อาทิตย์ ทองดี', 'เมษา สุขใจ', 'พัน คำแสน', 'มีชัย วันดี', 'นะโม ศรีสุข'],
];

const others = [
  ...['9 ส.ค. 65', 'วันนี้', 'พรุ่งนี้', 'สองหมื่นห้า', 'สาม', '3 คะแนน', 'ข้อ 2', '25,000 บาท', '081-234-5678'],
  ...['ไม่มี', 'มี', 'ใช่', 'OK', 'ครับ', 'ค่ะ', '-', '?', '???', '😀', 'ก', 'นาย', 'นางสาว', 'Mr.'],
  ...['ไม่ทราบ', 'ยังไม่ทราบ', 'https://line.me/x', 'สมชาย ใจดี 12/3', '1. นายสมพงษ์ ทองใบ', 'สมชาย ใจดี\n12/3\n4'],
];

test.each(names)('“%s” may be the name of a person', (text) => expect(mayBeName(text)).toBe(true));

test.each(others)('“%s” is none', (text) => expect(mayBeName(text)).toBe(false));
