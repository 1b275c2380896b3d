import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInviteCode, readTypedCode } from '../../../src/features/people/typedCode.ts';
import { inviteCode } from '../../../src/programme/people/inviteCode.ts';
import { seed } from '../../seed.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

describe('an invitation code', () => {
  it('is no day and no amount, though these have eight signs as well', () => {
    const day = fc.tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom(...months),
      fc.constantFrom(22, 65, 2022, 2565),
    );
    fc.assert(
      fc.property(day, ([date, month, year]) => {
        for (const text of [
          `${date} ${month} ${year}`,
          `${month} ${date}, ${year}`,
          `${date}${month}${year}`,
        ])
          expect([text, isInviteCode(text)]).toEqual([text, false]);
      }),
      { seed },
    );
    for (const text of ['9 May 2022', '3 days ago', '25000THB', '25000 baht', '5 people', '2 meetings'])
      expect([text, isInviteCode(text)]).toEqual([text, false]);
  });

  it('is known again without a word in front wherever it can be nothing else', () => {
    const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 });
    const known = fc.sample(bytes, { seed, numRuns: 2_000 }).map(inviteCode);
    expect(known.every((code) => readTypedCode(code) === code)).toBe(true);
    // All but those of figures or letters alone, and the one in thousands that reads as an amount.
    expect(known.filter(isInviteCode).length).toBeGreaterThan(1_800);
    expect(isInviteCode('7K4M2QXA')).toBe(true);
    expect(isInviteCode('code 9MAY2022')).toBe(true);
  });
});
