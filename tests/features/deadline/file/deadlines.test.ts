import { describe, expect, test } from 'vitest';
import { deadlineFileProblemCodes } from '../../../../src/features/deadline/file/problem.ts';
import { readDeadlines } from '../../../../src/features/deadline/file/readDeadlines.ts';
import { bangkokDate } from '../../../../src/programme/calendar/calendar.ts';
import { readSentences } from '../../../../src/text/resources.ts';
import { dues } from '../../../support/dues.ts';

const today = bangkokDate(new Date('2022-08-01T02:00:00Z'));
const header = 'kind,year,province,district,due';
const read = (...lines: readonly string[]) =>
  readDeadlines({ bytes: Buffer.from(lines.join('\n')), name: 'dates.csv' }, dues, today);

async function rows(...lines: readonly string[]) {
  const reading = await read(...lines);
  if (reading.kind !== 'read') throw new Error(reading.problem.code);
  return reading;
}

/** What is wrong with the row that these cells make. */
async function problemsOf(cells: string): Promise<readonly string[]> {
  const { rejected } = await rows(header, cells);
  return rejected.flatMap(({ problems }) => problems.map(({ code }) => code));
}

describe('a file of due dates', () => {
  test('has dates of the nation, of provinces and of districts, in years of either era', async () => {
    const { rows: good, rejected } = await rows(
      header,
      'assessment,2565,,,2565-05-31',
      'debt2,2565,จ.ปราจีนบุรี,,9 ส.ค. 2565',
      'Women-Fund,๒๕๖๕,ปราจีนบุรี,อ.นาดี,5/3/2022',
    );
    const year = 2565;
    expect(rejected).toEqual([]);
    expect(good).toEqual([
      { line: 2, place: { kind: 'assessment', year, area: { kind: 'nation' } }, due: '2022-05-31' },
      {
        line: 3,
        place: { kind: 'debt2', year, area: { kind: 'province', province: 'ปราจีนบุรี' } },
        due: '2022-08-09',
      },
      {
        line: 4,
        place: {
          ...{ kind: 'women-fund', year, part: 2 },
          area: { kind: 'district', province: 'ปราจีนบุรี', district: 'นาดี' },
        },
        due: '2022-03-05',
      },
    ]);
  });

  test('may say which letter set a date', async () => {
    const titles = `${header},เลขที่หนังสือ,ลงวันที่,ความเร่งด่วน`;
    const { rows: good, rejected } = await rows(
      titles,
      'debt1,2565,,,2565-08-09,ปจ ๐๐๑๙/๒๖๖๕๕,27 ก.ค. 2565,ด่วนที่สุด',
      'debt2,2565,,,2565-08-09,ปจ 0019/1,,',
      'round1,2565,,,2565-08-09,,27 ก.ค. 2565,',
      'round2,2565,,,2565-08-09,ปจ 0019/1,,เร็ว',
      'round2,2565,,,2565-08-09,ปจ 0019/1,7 ส.ค. 2569,',
    );
    expect(good.map(({ letter }) => letter)).toEqual([
      { number: 'ปจ 0019/26655', date: '2022-07-27', urgency: 'mostUrgent' },
      { number: 'ปจ 0019/1' },
    ]);
    expect(rejected.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['letterWithoutNumber'],
      ['unknownUrgency'],
      ['letterAhead'],
    ]);
  });

  test('may have Thai titles in any order, and no areas', async () => {
    const { rows: good } = await rows('กำหนดส่งรายงาน', 'กำหนดส่ง,ปีงบประมาณ,รายงาน', '31/7/2565,2565,round2');
    expect(good).toMatchObject([{ line: 3, due: '2022-07-31', place: { kind: 'round2' } }]);
  });

  test.each([
    ['rounds,2565,,,2565-07-31', ['unknownKind']],
    ['round2,2022,,,2565-07-31', ['unreadableYear']],
    ['round2,2565,,,สิ้นเดือน', ['unreadableDate']],
    ['round2,2565,,,', ['missingValue']],
    ['debt1,2565,,นาดี,2565-07-31', ['districtWithoutProvince']],
    ['debt1,2565,ปราจีน,,2565-07-31', ['unknownProvince']],
    ['debt1,2565,ปราจีนบุรี,ขลุง,2565-07-31', ['unknownDistrict']],
    ['round1,2565,ปราจีนบุรี,นาดี,2565-07-31', ['areaTooSmall']],
    ['debt1,2565,,,2567-07-31', ['outsidePeriod']],
    ['forum,2565,,,2565-10-31', ['noPeriod']],
    ['debt1,2565,,,2565-07-31,1', ['tooManyCells']],
    ['debts,65,,นาดี,', ['unknownKind', 'unreadableYear', 'missingValue', 'districtWithoutProvince']],
  ])('has the row %s rejected', async (cells, codes) => {
    expect(await problemsOf(cells)).toEqual(codes);
  });

  test('keeps its good rows beside the bad ones', async () => {
    const { rows: good, rejected } = await rows(header, 'x,2565,,,2565-07-31', '', 'debt1,2565,,,2565-07-31');
    expect([good.map(({ line }) => line), rejected.map(({ line }) => line)]).toEqual([[4], [2]]);
  });

  test('that is empty or lacks a column is refused', async () => {
    expect(await read('')).toMatchObject({ kind: 'refused', problem: { code: 'noRows' } });
    expect(await read('kind,year', 'debt1,2565')).toMatchObject({
      problem: { code: 'missingColumns', params: { columns: 'due/กำหนดส่ง' } },
    });
  });

  test.each(['th', 'en'] as const)('has a sentence in %s for each problem of its own', (language) => {
    expect(Object.keys(readSentences(language).deadline?.file ?? {}).sort()).toEqual(
      [...deadlineFileProblemCodes].sort(),
    );
  });
});
