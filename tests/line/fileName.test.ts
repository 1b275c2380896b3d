import { describe, expect, test } from 'vitest';
import { cleanFileName } from '../../src/line/fileName.ts';

describe("a document's name", () => {
  test.each([
    ['แผนปี 2565.pdf', 'แผนปี 2565.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\วิไล\\แผน.PDF', 'แผน.pdf'],
    ['รายงาน\u202egnp.pdf', 'รายงานgnp.pdf'],
    ['a\r\nset-cookie: x=1.pdf', 'aset-cookie x=1.pdf'],
    ['แผน\u0000\u200b  ใหม่.pdf', 'แผน ใหม่.pdf'],
    ['“แผน” "ก".pdf', '“แผน” ก.pdf'],
    ['setup.exe', 'setup.exe.pdf'],
    ['....pdf', 'document.pdf'],
    ['.pdf', 'document.pdf'],
    ['', 'document.pdf'],
    ['\ud800แผน.pdf', 'แผน.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given, 'pdf')).toBe(kept);
  });

  test('has at most a hundred characters, as a reader counts them', () => {
    const clusters = new Intl.Segmenter('th', { granularity: 'grapheme' });
    const name = cleanFileName(`${'น้ำ'.repeat(200)}.docx`, 'docx');
    expect([...clusters.segment(name)].length).toBeLessThanOrEqual(100);
    expect(name).toMatch(/^(น้ำ)+….docx$/);
  });
});
