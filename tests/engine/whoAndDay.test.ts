import { describe, expect, test } from 'vitest';
import { readWhoAndDay } from '../../src/engine/parse/whoAndDay.ts';

describe('who carries something out, and until when', () => {
  test.each([
    ['ประธาน ภายใน 30 ก.ย. 65', 'ประธาน', '30 ก.ย. 65'],
    ['ประธานภายใน 30 ก.ย. 65', 'ประธาน', '30 ก.ย. 65'],
    ['ประธาน 30 ก.ย. 65', 'ประธาน', '30 ก.ย. 65'],
    ['ประธาน, 30/9/2565', 'ประธาน', '30/9/2565'],
    ['คณะกรรมการ ศจก. ก่อนวันที่ ๓๐ กันยายน ๒๕๖๕ ครับ', 'คณะกรรมการ ศจก.', '๓๐ กันยายน ๒๕๖๕'],
    ['คณะกรรมการ ศจก. แล้วเสร็จภายใน 30 ก.ย.', 'คณะกรรมการ ศจก.', '30 ก.ย'],
    ['chair by 30 Sep 2022', 'chair', '30 Sep 2022'],
    // A day that cannot be read is asked about, and no part of the name.
    ['ประธาน ภายในเดือนหน้า', 'ประธาน', 'เดือนหน้า'],
    ['ประธาน ภายใน 31 ก.ย. 65', 'ประธาน', '31 ก.ย. 65'],
    ['ประธาน ภายใน 9/8', 'ประธาน', '9/8'],
  ])('are read from %s', (text, who, day) => {
    expect(readWhoAndDay(text)).toEqual({ who, day });
  });

  test.each([
    'ประธาน',
    'คณะกรรมการ ศจก.',
    'ฝ่ายตรวจสอบภายใน',
    'กลุ่มตรวจสอบ ภายใน หมู่บ้าน',
    'กำนัน หมู่ 5/6',
    'ทีมคู่หู คู่คิด ชุดที่ 3',
    '30 ก.ย. 65',
    'ประธานและเลขา 2 คน',
  ])('are not both said by %s', (text) => {
    expect(readWhoAndDay(text)).toBeUndefined();
  });
});
