import { expect, test } from 'vitest';
import { usualPlan } from '../../../src/programme/deadline/reminderPlan.ts';
import type { FiscalYear, IsoDate } from '../../../src/programme/ids.ts';
import type { JobName } from '../../../src/programme/job/job.ts';
import { dues } from '../../support/dues.ts';
import {
  centerNamed,
  colleague,
  inDistrict,
  officerOf,
  personAs,
  pointsOf,
  submitted,
  year,
} from '../../support/flowWorld.ts';
import { storeOf } from '../../support/storeOf.ts';
import { tells } from '../../support/tells.ts';

const last = (year - 1) as FiscalYear;
const center = centerNamed('ศจก.บ้านหนอง', 'นาดี', { householdTarget: 0 });
const officer = officerOf('นาดี');
const head = colleague(personAs({ role: 'districtHead', scope: inDistrict('นาดี') }), 'P2');

/** The newest year is done; the assessments of the one before were due on 9 August. */
async function toldOf(job: JobName, on: string, closedAt?: Date) {
  const openedAt = new Date('2020-10-01T00:00:00Z');
  const store = await storeOf(
    {
      centers: [center],
      cases: [submitted(center, { points: pointsOf(26) })],
      people: [officer],
      rules: [
        {
          ...{ kind: 'assessment', year: last, area: { kind: 'nation' }, due: '2022-08-09' as IsoDate },
          ...{ plan: usualPlan, setAt: openedAt },
        },
      ],
      years: [
        { year: last, openedAt, forms: {}, ...(closedAt && { closedAt }) },
        { year, openedAt, forms: {} },
      ],
    },
    head,
  );
  const at = new Date(`${on}T08:30:00+07:00`);
  const found = (await tells[job]?.({ store, dues, year: async () => year }, { at })) ?? [];
  return found.map(({ person, about }) => [person, about?.map(({ kind, count }) => [kind, count])]);
}

test('a date of an older open year is reminded of and summed up; of one that is closed, neither', async () => {
  expect(await toldOf('reminders', '2022-08-10')).toEqual([[officer.id, [['assessment', 1]]]]);
  expect(await toldOf('closing-summary', '2022-08-10')).toEqual([[head.id, undefined]]);
  const closed = new Date('2022-08-01T00:00:00Z');
  expect(await toldOf('reminders', '2022-08-10', closed)).toEqual([]);
  expect(await toldOf('closing-summary', '2022-08-10', closed)).toEqual([]);
});
