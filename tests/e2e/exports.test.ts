import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assessmentCases } from '../../src/features/assessment/cases.ts';
import { revisionsIn } from '../../src/features/document/compare.ts';
import type { CaseId, FiscalYear } from '../../src/programme/ids.ts';
import { bareText, pdfText } from '../support/pdfText.ts';
import { type Bot, openBot } from './bot.ts';
import {
  contract,
  introduced,
  keeping,
  receiptIn,
  savings,
  submitting,
  toCenter,
  types,
  villageFund,
} from './debtWork.ts';

const year = 2565 as FiscalYear;
const summer = new Date('2022-08-01T02:00:00Z');

let bot: Bot;
let folder: string;
let receipt: string;

beforeAll(async () => {
  folder = process.env.KEEP ?? (await mkdtemp(join(tmpdir(), 'fundline-exports-')));
  bot = await openBot('exports', {}, year, summer);
  await types(bot.officer, 'ประเมิน', 'บ้านโคก', 'ถูกต้อง', '2 2 3 1 2 3 1 2 2 3 1 2 2 2', 'ยืนยัน');
  await types(bot.officer, '=1+1', 'ข้าม', 'ทีมคู่หู คู่คิด', 'ใช้คำแนะนำทั้งหมด');
  await types(bot.officer, 'คณะกรรมการ ศจก.', '30 ก.ย. 65', 'ยืนยัน');
  receipt = receiptIn(await types(bot.officer, 'ส่ง', 'ใช่'));
});
afterAll(async () => {
  await bot?.close();
  if (process.env.KEEP === undefined) await rm(folder, { recursive: true, force: true });
});

/** Exports a document and reads the file. */
async function exported(document: string, file: string, ...options: readonly string[]): Promise<Buffer> {
  const path = join(folder, file);
  await bot.fundlineHere('export', document, '--out', path, '--province', 'ปราจีนบุรี', ...options);
  return readFile(path);
}

const parts = [
  'แบบประเมินผลการจัดระดับการพัฒนาศูนย์จัดการกองทุนชุมชน',
  ...['๑', '๒', '๓', '๔', '๕', '๖'].map((part) => `ส่วนที่ ${part}`),
  'ข้อความเกณฑ์การประเมินในเอกสารนี้เป็นถ้อยคำสรุป ไม่ใช่ข้อความตามแบบ',
  'ระดับ ๒ (พอใช้)',
];

const csvRows = (bytes: Buffer): readonly (readonly string[])[] => parse(bytes, { bom: true });

describe('an assessment as official document', () => {
  test('a PDF/A with the form, parts 1 to 6, and the record as JSON', async () => {
    const bytes = await exported('assessment', 'assessment.pdf', '--center', 'ศจก.บ้านโคกตัวอย่าง');
    expect(bytes.includes('pdfaid:part')).toBe(true);
    const pdf = await PDF.load(bytes);
    const text = await pdfText(bytes);
    for (const words of [...parts, receipt]) expect(text).toContain(bareText(words));
    const attached = JSON.parse(Buffer.from((await pdf.attachments.get('record.json')) ?? []).toString());
    expect(attached).toMatchObject({
      document: 'assessment',
      year,
      reports: [{ receipt, total: 28, level: 2 }],
    });
  });

  test('a workbook whose list is the CSV, cell by cell', async () => {
    const csv = csvRows(await exported('assessment', 'assessment.csv'));
    const [titles = [], row = []] = csv;
    expect(titles.slice(0, 3)).toEqual(['เลขที่รับ', 'รหัสศูนย์ฯ', 'ศูนย์จัดการกองทุนชุมชน']);
    expect(row[0]).toBe(receipt);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(await exported('assessment', 'assessment.xlsx')).buffer);
    const sheet = workbook.getWorksheet('ข้อมูล');
    const cell = (at: number, column: number): string => {
      const value = sheet?.getCell(at, column).value;
      return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
    };
    csv.forEach((line, at) => {
      line.forEach((value, column) => {
        expect(cell(at + 1, column + 1)).toBe(value);
      });
    });
  });
});

describe('a paper proves what it says', () => {
  const verified = async (what: string) => {
    const said = await bot.fundlineHere('verify', what);
    const { exitCode } = process;
    process.exitCode = 0;
    return { said, exitCode: exitCode ?? 0 };
  };
  let file: string;
  let number: string;

  beforeAll(async () => {
    file = join(folder, 'paper.pdf');
    const words = ['assessment', '--out', file, '--province', 'ปราจีนบุรี', '--center', 'ศจก.บ้านโคกตัวอย่าง'];
    number = /FD65-\S+/.exec(await bot.fundlineHere('export', ...words))?.[0] ?? '';
  });

  test('its number stands on it, and the same paper keeps it', async () => {
    expect(await pdfText(await readFile(file))).toContain(bareText(number));
    const again = join(folder, 'again.pdf');
    const words = ['assessment', '--out', again, '--province', 'ปราจีนบุรี', '--center', 'ศจก.บ้านโคกตัวอย่าง'];
    expect(await bot.fundlineHere('export', ...words)).toContain(number);
  });

  test('file and number are equal to the record', async () => {
    for (const what of [file, number])
      expect(await verified(what)).toEqual({
        said: `${number} (assessment 2565): equal to the record`,
        exitCode: 0,
      });
    expect(await bot.officer.says(number)).toContain('ตรงกับที่บันทึกไว้');
  });

  test('whoever may not see it learns only that it is genuine', async () => {
    const stranger = await bot.newcomer('ไกล ห่างไกล', bot.codes[0] ?? '');
    const said = await stranger.says(number);
    expect(said).toContain('ออกจากระบบนี้จริง');
    expect(said).not.toContain('บ้านโคก');
  });

  test('a byte that was changed anywhere is found', async () => {
    const bytes = await readFile(file);
    for (let at = 100; at < bytes.length; at += Math.ceil(bytes.length / 12)) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(join(folder, 'changed.pdf'), changed);
      await expect(bot.fundlineHere('verify', join(folder, 'changed.pdf'))).rejects.toThrow(
        /changed|no signed/,
      );
    }
  });

  test('a record that is another now is told by its field', async () => {
    const { store } = bot.database;
    const [id] = Object.keys(revisionsIn(JSON.parse((await store.documents.read(number))?.record ?? 'null')));
    const cases = assessmentCases(store);
    const present = await cases.read(id as CaseId);
    if (!present) throw new Error('the report is gone');
    const [first, ...others] = present.revisions;
    if (!first) throw new Error('nothing was submitted');
    const points = { ...first.content.points, 5: 1 as const };
    const revisions = [{ ...first, content: { ...first.content, points } }, ...others];
    await cases.write({ ...present, revisions, rev: present.rev + 1 }, present.rev);
    const { said, exitCode } = await verified(file);
    expect(said).toContain('differs: reports.0.points.5');
    expect(exitCode).toBe(1);
    expect(await bot.officer.says(number)).toContain('คะแนนข้อ 5');
    const changed = await cases.read(id as CaseId);
    await cases.write({ ...present, rev: (changed?.rev ?? 0) + 1 }, changed?.rev ?? 0);
  });
});

describe('debt reports', () => {
  beforeAll(async () => {
    const { officer } = bot;
    await types(officer, ...toCenter('บ้านโคก'), ...introduced('นายสมชาย ใจดี', '12/3'));
    await types(officer, ...contract(savings, '25,000'), ...contract(villageFund, '18,500.50'), ...keeping);
    await types(officer, ...toCenter('บ้านโคก'), ...introduced('นางบุญมา แสนดี', '7'));
    await types(officer, ...contract(savings, '40,000'), ...keeping);
    await types(officer, ...toCenter('บ้านโคก'), ...submitting(1));
  });

  test('round 1 with the households, their contracts and the sum', async () => {
    const text = await pdfText(await exported('debt1', 'debt1.pdf', '--district', 'กบินทร์บุรี'));
    for (const words of ['ลงวันที่ ๗ สิงหาคม ๒๕๖๕', 'นายสมชาย ใจดี', '๑๘,๕๐๐.๕๐', '๘๓,๕๐๐.๕๐', 'แบบนี้จัดทำโดยระบบ'])
      expect(text).toContain(bareText(words));
  });

  test('the list has baht with satang, and sums below as formulas', async () => {
    const csv = csvRows(await exported('debt1', 'debt1.csv'));
    const column = csv[0]?.indexOf('หนี้ก่อน (บาท)') ?? -1;
    expect(csv.slice(1).map((row) => row[column])).toEqual(['43500.5', '40000']);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(await exported('debt1', 'debt1.xlsx')).buffer);
    const sum = workbook.getWorksheet('ข้อมูล')?.getCell(4, column + 1).value;
    expect(sum).toMatchObject({ formula: expect.stringMatching(/^SUM\(/), result: 83500.5 });
  });
});

test.each([
  ['summary', ['สรุปผลการดำเนินงานศูนย์จัดการกองทุนชุมชน', 'จังหวัดปราจีนบุรี']],
  ['registry', ['ทะเบียนศูนย์จัดการกองทุนชุมชน', 'ศจก.บ้านโคกตัวอย่าง', 'สมหญิง รักถิ่น']],
])('%s of a province, whose workbook has the rows of its CSV', async (document, words) => {
  const text = await pdfText(await exported(document, `${document}.pdf`));
  for (const each of words) expect(text).toContain(bareText(each));
  const csv = csvRows(await exported(document, `${document}.csv`));
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(await exported(document, `${document}.xlsx`)).buffer);
  const sheet = workbook.getWorksheet('ข้อมูล');
  expect(csv.map((row) => row[0])).toEqual(csv.map((_row, at) => sheet?.getCell(at + 1, 1).value));
});

test('of an area without a report it says that there is nothing', async () => {
  await expect(exported('assessment', 'none.pdf', '--center', 'ศจก.บ้านทุ่งตัวอย่าง')).rejects.toThrow(
    'nothing to export',
  );
});
