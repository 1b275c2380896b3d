import { describe, expect, it } from 'vitest';
import { bare, clean, labelKey, sameWords, wordKey } from '../../../src/engine/parse/clean.ts';
import { months, weekdays } from '../../../src/engine/parse/months.ts';
import { lexicon } from '../../../src/engine/parse/words.ts';

describe('a text is cleaned', () => {
  it.each([
    ['invisible characters go', '\ufeffส\u200bวั\u200dส\u2060ดี\u200f', 'สวัสดี'],
    ['direction marks go', '\u202a25,000\u202c\u2066 บาท\u2069', '25,000 บาท'],
    ['full-width letters become ASCII', 'ＦＬ６５－ＡＢ！', 'FL65-AB!'],
    ['spaces of any kind become one', ' ก\u00a0\u3000 ข\t\tค ', 'ก ข ค'],
    ['line breaks stay', 'ก \r\n ข\rค\u2028ง', 'ก\nข\nค\nง'],
    ['control characters become spaces', 'ก\u0000ข\u0007', 'ก ข'],
    ['sara am stays one letter', 'น้ำทำกำ', 'น้ำทำกำ'],
    ['sara am in two parts is joined', 'กํา นํ้า น้ํา', 'กำ น้ำ น้ำ'],
    ['sara am in two parts before its tone too', 'นํา้', 'น้ำ'],
    ['a tone after sara aa goes before it', 'หา้ เกา้', 'ห้า เก้า'],
    ['sara am before its tone comes after it', 'นำ้', 'น้ำ'],
    ['a tone before its vowel comes after it', 'ท่ี ก้ึ', 'ที่ กึ้'],
    ['a mark typed twice is one', 'ค่่ะ ใช่่่ ที่ี่', 'ค่ะ ใช่ ที่'],
    ['two sara e are sara ae', 'เเปด เเผน', 'แปด แผน'],
    ['letters and marks are composed', 'e\u0301', 'é'],
    ['a power stays a power', '10² ½', '10² ½'],
    ['half of an emoji breaks nothing', '\ud83d 3', '\ud83d 3'],
  ])('%s', (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('the words that the readers know are written cleanly themselves', () => {
    for (const word of [...lexicon.keys(), ...months.keys(), ...weekdays.keys()])
      expect(bare(`${word}3`)).toBe(`${word}3`);
  });
});

describe('courtesy is left off', () => {
  it.each([
    'ครับ',
    'ครับผม',
    'คับ',
    'ค่ะ',
    'คะ',
    'ค่า',
    'จ้ะ',
    'จ้า',
    'จ๊ะ',
    'นะ',
    'นะครับ',
    'นะคะ',
    'นะค่ะ',
    'ครับบบ',
    'ค่าาา',
    'คร้าบ',
    'ค่ะ 🙏',
  ])('"ตกลง%s" is ตกลง, with a space or without', (particle) => {
    expect(bare(`ตกลง${particle}`)).toBe('ตกลง');
    expect(bare(`ตกลง ${particle}`)).toBe('ตกลง');
    expect(bare(`3${particle}`)).toBe('3');
  });

  it.each(['บังคับ', 'มูลค่า', 'คุณค่า', 'ชนะ', 'มานะ', 'เจ้า', 'พระเจ้า', 'banana', 'ก่อน', 'ใคร'])(
    '%s only looks as if it ended in courtesy',
    (word) => {
      expect(bare(word)).toBe(word);
      expect(bare(`${word}ครับ`)).toBe(word);
    },
  );

  it('of a text that is nothing but courtesy something is left', () => {
    expect(bare('ครับ')).toBe('ครับ');
    expect(bare('นะครับ')).toBe('นะ');
    expect(bare(' ค่ะ 🙏')).toBe('ค่ะ');
    expect(bare('...')).toBe('...');
  });

  it('a question stays a question, and a refusing hand a refusal', () => {
    expect(bare('ใช่?')).toBe('ใช่?');
    expect(bare('ใช่ ❌')).toBe('ใช่ ❌');
  });
});

describe('a command is found', () => {
  it('whatever its case, spaces, digits and courtesy', () => {
    expect(wordKey(' Move  Center ค่ะ')).toBe('movecenter');
    expect(wordKey('แก้ไข ๓ ครับ')).toBe('แก้ไข3');
    expect(wordKey('ช่วย\u200bเหลือ 🙏')).toBe('ช่วยเหลือ');
  });

  it('and a label keeps a last syllable that looks polite', () => {
    expect(labelKey('นาย มานะ')).toBe('นายมานะ');
    expect(sameWords('นายมานะครับ', 'นาย มานะ')).toBe(true);
    expect(sameWords('ท่าค่าค่ะ 🙏', 'ท่าค่า')).toBe(true);
    expect(sameWords('นายมา', 'นายมานะ')).toBe(false);
    expect(sameWords('ส่ง', 'ส่งออก')).toBe(false);
  });
});
