import { expect, test } from 'vitest';
import type { DraftId } from '../../../src/engine/ids.ts';
import type { Notice } from '../../../src/kernel/notice.ts';
import type { Person } from '../../../src/kernel/person.ts';
import { nameText } from '../../../src/kernel/roleText.ts';
import type { FiscalYear, Receipt } from '../../../src/programme/ids.ts';
import { createTexts } from '../../../src/text/texts.ts';
import { conversation } from '../../support/conversation.ts';
import {
  centerNamed,
  chairOf,
  heldBy,
  inDistrict,
  inProvince,
  officerOf,
  personAs,
  pointsOf,
  submitted,
  year,
} from '../../support/flowWorld.ts';

/** LINE does not tell every name; whoever has none is called by what they do. */
const { render } = createTexts();
const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const { id: center, province, district, name: centerName } = nong;

async function tells(person: Person, notice: Notice): Promise<string> {
  return await conversation(() => ({ centers: [nong], cases: [] }), person).hears(notice);
}

test('a report of a nameless officer names the officer of the district', async () => {
  const receipt = 'FL65-00000000-0' as Receipt;
  const notice: Notice = {
    ...{ kind: 'assessmentSubmitted', center, province, district, centerName, by: '' },
    ...{ year: year as FiscalYear, receipt, total: 26, of: 42, level: 2 },
  };
  expect(await tells(chairOf(nong), notice)).toContain('พัฒนากร อ.นาดี ส่งผลประเมิน ศจก.บ้านหนอง');
});

test('the receipt of a nameless officer says the same to the officer and to others', async () => {
  const report = submitted(nong, { points: pointsOf(26) });
  const nameless = { ...report, revisions: report.revisions.map((one) => ({ ...one, byName: '' })) };
  const office = { centers: [nong], cases: [nameless] };
  for (const person of [officerOf('นาดี'), personAs({ role: 'province', scope: inProvince })]) {
    const words = await conversation(() => office, person).sendsReceipt(report.revisions[0]?.receipt ?? '');
    expect(words).toContain('ผู้ส่ง: พัฒนากร อ.นาดี');
  }
});

test('a center that a nameless colleague holds is offered with the menu beside it', async () => {
  const other = personAs().id.replace('AA', 'CC') as Person['id'];
  const office = { centers: [nong], cases: [heldBy(nong, other, '')] };
  const officer = conversation(() => office, officerOf('นาดี'));
  expect(await officer.command('assess')).toContain('พัฒนากร อ.นาดี กำลังประเมินอยู่');
  expect(officer.last().reply?.options).toMatchObject([
    { label: { key: 'assessment:takeOver' } },
    { label: { key: 'commands:menu' } },
  ]);
});

test('an alert of holidays names the Buddhist year', async () => {
  const admin = personAs({ role: 'admin', scope: { kind: 'nation' } });
  expect(await tells(admin, { kind: 'alert', alert: 'holidaysUnknown', about: '2023' })).toContain(
    'พ.ศ. 2566',
  );
});

test('whoever takes over without a name is the officer or the successor', async () => {
  const takenOver: Notice = { kind: 'draftTakenOver', draft: 'd1' as DraftId, centerName, by: '' };
  expect(await tells(officerOf('นาดี'), takenOver)).toContain('พัฒนากร รับช่วงแบบประเมิน');
  const binding = { role: 'officer', scope: inDistrict('นาดี'), since: new Date(0) } as const;
  const area: Notice = { kind: 'areaTakenOver', intent: 'e1', binding, by: '' } as Notice;
  expect(await tells(officerOf('นาดี'), area)).toContain('ผู้รับช่วงงาน รับหน้าที่');
  expect(render(nameText(''), 'th')).toBe('สำนักงานพัฒนาชุมชน');
});
