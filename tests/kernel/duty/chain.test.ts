import { expect, test } from 'vitest';
import type { AssessmentCase } from '../../../src/features/assessment/rules/assessmentCase.ts';
import { readDuties } from '../../../src/kernel/duty/readDuties.ts';
import { waitsFor } from '../../../src/programme/duty/ofPerson.ts';
import type { FiscalYear, IsoDate } from '../../../src/programme/ids.ts';
import { makeReceipt } from '../../../src/programme/report/receipt.ts';
import { dues } from '../../support/dues.ts';
import {
  centerNamed,
  chairOf,
  colleague,
  inDistrict,
  inProvince,
  now,
  officerOf,
  personAs,
  pointsOf,
  submitted,
  today,
  year,
} from '../../support/flowWorld.ts';
import { storeOf } from '../../support/storeOf.ts';

const last = (year - 1) as FiscalYear;
const center = centerNamed('ศจก.บ้านหนอง', 'นาดี', { householdTarget: 0 });
const officer = officerOf('นาดี');
const chair = colleague(chairOf(center), 'P-chair');
const head = colleague(personAs({ role: 'districtHead', scope: inDistrict('นาดี') }), 'P-head');
const provinceHead = colleague(personAs({ role: 'provinceHead', scope: inProvince }), 'P-provinceHead');
const people = { officer, chair, head, provinceHead };

/** An assessment that these have signed, on a Monday, 1 August. */
function signedBy(of: FiscalYear, ...signers: readonly (keyof typeof people)[]): AssessmentCase {
  const report = submitted(center, { points: pointsOf(26), year: of });
  const steps = { chair: 'chair', head: 'district', provinceHead: 'province', officer: 'submit' } as const;
  return {
    ...report,
    revisions: report.revisions.map((revision) => ({
      ...revision,
      since: now,
      signatures: signers.map((who, no) => ({
        ...{ step: steps[who], name: who, position: who, at: now, hash: revision.hash, revision: 1 },
        receipt: makeReceipt(of, Buffer.from(`${of} ${who}`), no),
        capacity: { role: 'chair', scope: inProvince },
        person: people[who].id,
      })),
    })),
  };
}

/** Whom what waits for, in two open years. */
async function waiting(...cases: readonly AssessmentCase[]) {
  const openedAt = new Date('2020-10-01T00:00:00Z');
  const years = [last, year].map((of) => ({ year: of, openedAt, forms: {} }));
  const store = await storeOf(
    { centers: [center], cases, years, people: [chair, head, provinceHead] },
    officer,
  );
  const duties = await readDuties({ store, dues }, [inProvince], { year, today });
  return duties
    .filter(({ step }) => step.chain)
    .map((duty) => ({
      key: duty.key,
      due: duty.deadline?.due,
      who: Object.entries(people).flatMap(([name, person]) => (waitsFor(person, duty) ? [name] : [])),
    }));
}

const due = '2022-08-04' as IsoDate;

test('each year’s assessment waits for its own next signer and for nobody else', async () => {
  expect(await waiting(signedBy(last, 'chair'), signedBy(year))).toEqual([
    { key: `${center.id}:assessment:${last}`, due, who: ['head'] },
    { key: `${center.id}:assessment:${year}`, due, who: ['chair'] },
  ]);
});

test('what the district head certified is the province’s, in the round of its year', async () => {
  expect(await waiting(signedBy(last, 'chair', 'head'), signedBy(year, 'chair'))).toEqual([
    { key: `ปราจีนบุรี:round1:${last}`, due, who: ['provinceHead'] },
    { key: `${center.id}:assessment:${year}`, due, who: ['head'] },
  ]);
});

test('what waits for the only holder of a seat, who signed another step of it, is the level above’s to delegate', async () => {
  const report = signedBy(year, 'chair');
  const byHead = { ...report, revisions: report.revisions.map((one) => ({ ...one, by: head.id })) };
  expect(await waiting(byHead)).toEqual([
    { key: `${center.id}:assessment:${year}`, due, who: ['provinceHead'] },
  ]);
});
