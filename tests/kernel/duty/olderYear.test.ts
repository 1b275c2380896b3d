import { expect, test } from 'vitest';
import { lateBlocks } from '../../../src/kernel/duty/lateList.ts';
import { readDuties } from '../../../src/kernel/duty/readDuties.ts';
import { readAudience, readLate } from '../../../src/kernel/duty/readLate.ts';
import { usualPlan } from '../../../src/programme/deadline/reminderPlan.ts';
import { callsAt } from '../../../src/programme/duty/calls.ts';
import type { FiscalYear, IsoDate, PersonId } from '../../../src/programme/ids.ts';
import { wordsOf } from '../../support/conversation.ts';
import { dues } from '../../support/dues.ts';
import {
  centerNamed,
  certified,
  inProvince,
  officerOf,
  pointsOf,
  submitted,
  today,
  year,
} from '../../support/flowWorld.ts';
import { storeOf } from '../../support/storeOf.ts';

const last = (year - 1) as FiscalYear;
const center = centerNamed('ศจก.บ้านหนอง', 'นาดี', { householdTarget: 0 });
const officer = officerOf('นาดี');

/** The newest year is done; of the one before the assessment was due yesterday. */
async function partsWith(closedAt?: Date) {
  const openedAt = new Date('2020-10-01T00:00:00Z');
  const store = await storeOf(
    {
      centers: [center],
      cases: [certified(submitted(center, { points: pointsOf(26) }))],
      rules: [
        {
          ...{ kind: 'assessment', year: last, area: { kind: 'nation' }, due: '2022-07-31' as IsoDate },
          ...{ plan: usualPlan, setAt: openedAt },
        },
      ],
      years: [
        { year: last, openedAt, forms: {}, ...(closedAt && { closedAt }) },
        { year, openedAt, forms: {} },
      ],
    },
    officer,
  );
  return { store, dues };
}

const nobody = 'P9' as PersonId;

test('what is owed of an older year is reminded of and found late, until that year is closed', async () => {
  const parts = await partsWith();
  const duties = await readDuties(parts, [inProvince], { year, today });
  const key = `${center.id}:assessment:${last}`;
  expect(duties.map((duty) => duty.key)).toContain(key);
  const calls = callsAt(duties, new Date('2022-08-01T08:30:00+07:00'));
  expect(calls.map(({ duty, offset }) => [duty.key, offset])).toEqual([[key, 1]]);
  const late = await readLate(parts, [inProvince], nobody, { year, today });
  expect(late.map(({ late }) => late.map((duty) => duty.key))).toEqual([[key]]);

  const closed = await partsWith(new Date('2022-07-31T10:00:00Z'));
  expect(await readDuties(closed, [inProvince], { year, today })).toEqual([]);
  expect(await readLate(closed, [inProvince], nobody, { year, today })).toEqual([]);
});

test('an announcement to the late reaches who is late with an older year, until that year is closed', async () => {
  const audience = { roles: ['officer'], areas: [inProvince], late: true } as const;
  const { to } = await readAudience(await partsWith(), audience, nobody, { year, today });
  expect(to.map(({ id }) => id)).toEqual([officer.id]);
  const closed = await partsWith(new Date('2022-07-31T10:00:00Z'));
  expect((await readAudience(closed, audience, nobody, { year, today })).to).toEqual([]);
});

test('a list of what is late says the year that is not the newest', async () => {
  const duties = await readDuties(await partsWith(), [inProvince], { year, today });
  const blocks = lateBlocks(
    duties.filter(({ deadline }) => deadline),
    { today, year },
  );
  const card = { heading: { said: '' }, blocks };
  expect(wordsOf({ messages: [{ kind: 'card', card }] })).toContain('ผลประเมิน (ปีงบประมาณ 2564)');
});
