import { describe, expect, test } from 'vitest';
import type { DraftId } from '../../../src/engine/ids.ts';
import { generalPart } from '../../../src/features/assessment/general.ts';
import { startDraft } from '../../../src/features/assessment/subject.ts';
import type { FiscalYear } from '../../../src/programme/ids.ts';
import { centerNamed } from '../../support/flowWorld.ts';

const center = {
  ...centerNamed('ศจก.บ้านหนอง', 'นาดี'),
  chair: { name: 'นายสมาน ใจดี', phone: '0812345678' },
  committeeSize: 9,
  divisions: ['ฝ่ายเงินกู้', 'ฝ่ายตรวจสอบ'],
};
const of = { year: 2565 as FiscalYear, version: 2565 };
const draft = startDraft('D1' as DraftId, center, of, undefined, new Date('2022-08-01T02:00:00Z'));

describe('part 1 of a report', () => {
  test('is the entry as the officer found it', () => {
    const { name, province, district, subdistrict, moo, village, chair, committeeSize, divisions } = center;
    const { memberFunds, founded } = center;
    expect(generalPart(draft, {})).toEqual({
      ...{ name, province, district, subdistrict, moo, village, chair, committeeSize, divisions },
      ...{ memberFunds, ...(founded && { founded }) },
    });
  });

  test('has the latest correction of each field', () => {
    const corrected = generalPart(draft, {
      'corrections.1.chairName': 'นางมาลี มีสุข',
      'corrections.2.divisions': 'ฝ่ายทะเบียน, ฝ่ายบัญชี',
      'corrections.3.chairName': 'นางมาลี มีสุขมาก',
    });
    expect(corrected.chair).toEqual({ name: 'นางมาลี มีสุขมาก', phone: '0812345678' });
    expect(corrected.divisions).toEqual(['ฝ่ายทะเบียน', 'ฝ่ายบัญชี']);
    expect(corrected.committeeSize).toBe(9);
  });

  test('of a draft of before lacks the name of the village', () => {
    const { village: _, ...facts } = draft.facts;
    expect(generalPart({ facts }, {})).not.toHaveProperty('village');
  });
});
