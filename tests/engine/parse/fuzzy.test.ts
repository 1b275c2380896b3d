import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/engine/parse/clean.ts';
import { nearest } from '../../../src/engine/parse/fuzzy.ts';
import { holds, isCaught, tally } from './properties.ts';

const COMMANDS = [
  'เมนู',
  'งานค้าง',
  'ทำต่อ',
  'ย้อนกลับ',
  'ข้าม',
  'ตรวจทาน',
  'แก้ไข',
  'ยกเลิก',
  'ประเมิน',
  'แผน',
  'หนี้ครัวเรือน',
  'ประเมินความพร้อม',
  'ทะเบียน',
  'รับทราบผล',
  'รับรอง',
  'ระดับ',
  'สรุป',
  'แจ้งเตือน',
  'ประกาศ',
  'ส่ง',
  'ส่งออก',
  'ช่วยเหลือ',
  'menu',
  'continue',
  'summary',
  'readiness',
];

type Corrector = typeof nearest;

/** One slip of the finger in a command of at least four letters. */
const oneSlip = (corrector: Corrector, seen = tally<'dropped' | 'doubled' | 'replaced'>()) =>
  fc.property(
    fc.constantFrom(...COMMANDS.filter((command) => command.length > 4)),
    fc.nat(),
    fc.constantFrom('dropped' as const, 'doubled' as const, 'replaced' as const),
    (command, n, slip) => {
      const at = n % command.length;
      const letter = slip === 'dropped' ? '' : slip === 'doubled' ? `${command[at]}ว` : 'ฟ';
      const typed = command.slice(0, at) + letter + command.slice(at + 1);
      // A mark that lost its consonant moves to another place, and that is more than one slip.
      fc.pre(clean(typed) === typed);
      seen.count(slip);
      expect([command, undefined]).toContain(corrector(typed, COMMANDS));
      expect(corrector(typed, [command])).toBe(command);
    },
  );

describe('a misspelt command', () => {
  it.each([
    ['เมนุ', 'เมนู'],
    ['เมณู', 'เมนู'],
    ['แผ่น', 'แผน'],
    ['หนีครัวเรือน', 'หนี้ครัวเรือน'],
    ['ประเมืน', 'ประเมิน'],
    ['ประเมินความพร้อน', 'ประเมินความพร้อม'],
    ['ประเมนความพรอม', 'ประเมินความพร้อม'],
    ['สรุบ', 'สรุป'],
    ['ข่าม', 'ข้าม'],
    ['ช่วยเหลอค่ะ', 'ช่วยเหลือ'],
    ['Menuu', 'menu'],
    ['sumary', 'summary'],
    ['สง', 'ส่ง'],
    ['เมนู', 'เมนู'],
  ])('"%s" is offered as %s', (typed, command) => {
    expect(nearest(typed, COMMANDS)).toBe(command);
  });

  it.each([
    '',
    'ครับ',
    'แมว',
    'ก',
    'สวัสดี',
    'ส่งงาน',
    'รายงานผล',
    'hello',
    'me',
    '25000',
    'บ้านหนองบัว',
    'ส่งออกส่งออก',
  ])('"%s" is no slip and nothing is offered', (typed) => {
    expect(nearest(typed, COMMANDS)).toBeUndefined();
  });

  it('ส่ง and ส่งออก are never offered for each other', () => {
    expect(nearest('ส่ง', ['ส่งออก'])).toBeUndefined();
    expect(nearest('ส่งออก', ['ส่ง'])).toBeUndefined();
  });

  it('between two as near nothing is offered', () => {
    expect(nearest('ข้าบ', ['ข้าม', 'ข้าว'])).toBeUndefined();
    expect(nearest('ข้าบ', ['ข้าม', 'ข้าม'])).toBe('ข้าม');
    expect(nearest('เมนู', [])).toBeUndefined();
  });

  it('one slip is always mended, or left alone when two commands are as near', () => {
    const seen = tally<'dropped' | 'doubled' | 'replaced'>();
    holds(oneSlip(nearest, seen));
    expect(seen.fewest('dropped', 'doubled', 'replaced')).toBeGreaterThan(500);
    isCaught(oneSlip((typed, words) => words.find((word) => word.startsWith(typed.slice(0, 3)))));
  });
});
