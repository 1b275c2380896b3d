import { describe, expect, test } from 'vitest';
import { centerAssessment2565 } from '../../../../src/features/assessment/forms/centerAssessment2565.ts';
import { readWording } from '../../../../src/features/form/wording/readWording.ts';
import { takeWording } from '../../../../src/features/form/wording/takeWording.ts';
import { officeStore } from '../../../support/officeStore.ts';

const read = (...lines: readonly string[]) =>
  readWording({ bytes: Buffer.from(lines.join('\n')), name: 'wording.csv' }, [centerAssessment2565]);
const header = 'form,item,answer,text';
const id = 'center-assessment@2565';

describe('a file of official wording', () => {
  test('gives the texts of items and of their answers, under Thai titles too', async () => {
    expect(
      await read('แบบ,ข้อ,คะแนน,ข้อความ', 'center-assessment,ข้อ ๓,,การประชุม', `${id},3,๑ คะแนน,1-2 ครั้ง`),
    ).toEqual({
      kind: 'read',
      wordings: [{ id, items: { 3: [{ text: 'การประชุม' }, { answer: '1', text: '1-2 ครั้ง' }] } }],
      rejected: [],
      remarks: [],
    });
  });

  test('tells of a title with a slip, and of one of no column', async () => {
    expect(await read('form,item,texd,note', `${id},1,ก,ข`)).toMatchObject({
      wordings: [{ items: { 1: [{ text: 'ก' }] } }],
      remarks: [{ code: 'headingTakenAs' }, { code: 'ignoredColumn' }],
    });
  });

  test('tells of each row that cannot be taken, and takes the others', async () => {
    const reading = await read(
      header,
      'assessment,1,,ก',
      `${id},15,,ก`,
      `${id},1,4,ก`,
      `${id},1,1,`,
      `${id},1,1,${'ก'.repeat(1001)}`,
      `${id},1,1,ก,ข`,
      `${id},1,2,#REF!`,
      `${id},1,1,ก`,
    );
    expect(reading).toMatchObject({
      wordings: [{ items: { 1: [{ answer: '1', text: 'ก' }] } }],
      rejected: [
        { line: 2, problem: 'unknownForm' },
        { line: 3, problem: 'unknownItem' },
        { line: 4, problem: 'unknownAnswer' },
        { line: 5, problem: 'missingText' },
        { line: 6, problem: 'textTooLong' },
        { line: 7, problem: 'tooManyCells' },
        { line: 8, problem: 'errorCell' },
      ],
    });
  });

  test('without its columns is refused', async () => {
    expect(await read('form,item', `${id},1`)).toMatchObject({ problem: { code: 'missingColumns' } });
  });

  test('without a row below its header gives nothing to take over', async () => {
    expect(await read('')).toEqual({ kind: 'empty' });
    expect(await read(header)).toEqual({ kind: 'empty' });
  });

  test('replaces the items that it gives and leaves the others; once more it changes nothing', async () => {
    const { wordings } = officeStore(new Map());
    expect(await takeWording(wordings, { id, items: { 1: [{ text: 'ก' }], 2: [{ text: 'ข' }] } })).toBe(true);
    expect(await takeWording(wordings, { id, items: { 2: [{ text: 'ค' }] } })).toBe(true);
    expect(await takeWording(wordings, { id, items: { 2: [{ text: 'ค' }] } })).toBe(false);
    expect((await wordings.read(id))?.items).toEqual({ 1: [{ text: 'ก' }], 2: [{ text: 'ค' }] });
  });
});
