import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftId, StepKey } from '../../src/engine/ids.ts';
import { actPickerData, readTap, tapData } from '../../src/line/postback.ts';
import { seed } from '../seed.ts';

const id = fc.string({ minLength: 1, maxLength: 30 });
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ minLength: 240, maxLength: 400, size: 'max' }),
);
const answer = fc.record({
  kind: fc.constant('answer' as const),
  draft: id.map((text) => text as DraftId),
  step: id.map((text) => text as StepKey),
  value,
});
const act = fc.record(
  {
    kind: fc.constant('act' as const),
    flow: fc.constantFrom('level' as const, 'form' as const, 'stray' as const),
    act: fc.string(),
    value,
    draft: id.map((text) => text as DraftId),
  },
  { requiredKeys: ['kind', 'flow', 'act'] },
);

describe('the data of a button', () => {
  test('are read as they were written, or are not written where LINE has no room for them', () => {
    let [fitted, refused] = [0, 0];
    fc.assert(
      fc.property(fc.oneof(answer, act), (tap) => {
        const data = tapData(tap);
        if (data === undefined) {
          refused += 1;
          expect(JSON.stringify(tap).length).toBeGreaterThan(200);
          return;
        }
        fitted += 1;
        expect(data.length).toBeLessThanOrEqual(300);
        expect(readTap(data, undefined)).toEqual(tap);
      }),
      { seed, numRuns: 2000 },
    );
    expect(fitted).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(10);
  });

  test('cost a usual button little of its room', () => {
    const tap = {
      kind: 'answer',
      draft: '01GA0000000000000000000001',
      step: 'debts.2.method',
      value: 'restructured',
    };
    expect(tapData(tap as Parameters<typeof tapData>[0])?.length).toBeLessThan(80);
  });

  test('that anybody could send are never taken for something else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.json(), (data, params) => {
        const tap = readTap(data, JSON.parse(params));
        if (tap?.kind === 'act') expect(tap.flow).toMatch(/^[a-z]+$/);
      }),
      { seed, numRuns: 2000 },
    );
  });
});

test('a calendar of an act brings the date behind its value', () => {
  const data = actPickerData({ flow: 'registry', act: 'value', value: 'C4K7Q2M founded' }) ?? '';
  const value = 'C4K7Q2M founded 2009-01-15';
  expect(readTap(data, { date: '2009-01-15' })).toEqual({
    kind: 'act',
    flow: 'registry',
    act: 'value',
    value,
  });
  expect(readTap(data, { date: 'soon' })).toBeUndefined();
  expect(readTap(data, undefined)).toBeUndefined();
});
