import { describe, expect, test } from 'vitest';
import { nextAfterReport } from '../../../src/kernel/duty/next.ts';
import { readDuties } from '../../../src/kernel/duty/readDuties.ts';
import { dutiesOf } from '../../../src/programme/duty/ofPerson.ts';
import { dues } from '../../support/dues.ts';
import {
  centerNamed,
  inProvince,
  officerOf,
  pointsOf,
  submitted,
  today,
  year,
} from '../../support/flowWorld.ts';
import { storeOf } from '../../support/storeOf.ts';
import { context } from '../../support/turn.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี', { householdTarget: 0 });
const rai = centerNamed('ศจก.บ้านไร่', 'นาดี', { householdTarget: 0 });
const officer = officerOf('นาดี');

/** What the receipt of an assessment of the first center leads to. */
async function after(assessed: readonly (typeof nong)[]) {
  const cases = assessed.map((center) => submitted(center, { points: pointsOf(26) }));
  const store = await storeOf({ centers: [nong, rai], cases, confirmed: [] }, officer);
  const duties = dutiesOf(officer, await readDuties({ store, dues }, [inProvince], { year, today }));
  return nextAfterReport(duties, { kind: 'assessment', year, of: nong.id }, context).map(({ label }) =>
    context.render(label, 'th'),
  );
}

describe('a receipt leads on', () => {
  test('to the next center that owes the same report', async () => {
    expect(await after([nong])).toEqual(['ถัดไป ศจก.บ้านไร่']);
  });

  test('never to the report that it is of', async () => {
    expect(await after([rai])).not.toContain('ถัดไป ศจก.บ้านหนอง');
  });

  test('to what else is owed where the reports are all there', async () => {
    expect(await after([nong, rai])).toEqual([expect.stringMatching(/^ยืนยันทะเบียน ศจก\./)]);
  });
});
