import { describe, expect, test } from 'vitest';
import type { Notice } from '../../src/kernel/notice.ts';
import type { Person } from '../../src/kernel/person.ts';
import type { IsoDate, PersonId, Receipt } from '../../src/programme/ids.ts';
import { conversation } from '../support/conversation.ts';
import {
  centerNamed,
  chairOf,
  inDistrict,
  now,
  type Office,
  officerOf,
  personAs,
  pointsOf,
  submitted,
  year,
} from '../support/flowWorld.ts';

/** What somebody is told carries the button that acts on it, on a card: also where there are no quick replies. */
const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const { id: center, province, district, name: centerName } = nong;
const receipt = 'FL65-00000000-0' as Receipt;
const head = personAs({ role: 'districtHead', scope: inDistrict('นาดี') });
const office: Office = { centers: [nong], cases: [submitted(nong, { points: pointsOf(26) })] };

async function told(person: Person, notice: Notice, within = office) {
  const talk = conversation(() => within, person);
  await talk.hears(notice);
  const [message] = talk.last().reply?.messages ?? [];
  const buttons = message?.kind === 'card' ? (message.card.buttons ?? []) : [];
  return { talk, says: buttons.flatMap(({ label }) => ('key' in label ? [label.key] : [])) };
}

describe('the news of', () => {
  test.each([
    ['the chair', chairOf(nong)],
    ['the district head', head],
  ])('an assessment leads %s to its level card', async (_who, person) => {
    const { talk } = await told(person, {
      ...{ kind: 'assessmentSubmitted', center, province, district, centerName, by: 'อรทัย' },
      ...{ year, receipt, total: 26, of: 42, level: 2 },
    });
    expect(await talk.taps('ระดับ')).toContain('26/42 · ระดับ 2');
  });

  test('a report of debts leads to the households of its center', async () => {
    const { talk } = await told(head, {
      ...{ kind: 'roundSubmitted', center, province, district, centerName, by: 'อรทัย' },
      ...{ year, round: 1, receipt, households: 5, flags: 0 },
    });
    expect(await talk.taps('หนี้ครัวเรือน')).toContain('ศจก.บ้านหนอง');
  });

  test('an entry that is not correct leads to what is to be corrected', async () => {
    const reason = 'เบอร์โทรประธานเปลี่ยนแล้ว';
    const doubt = { year, as: 'districtHead', by: 'P7' as PersonId, at: now, reason } as const;
    const within = { ...office, confirmed: [], doubts: [doubt] };
    const notice = { kind: 'registryDoubted', center, year, as: 'districtHead', by: 'ธนา' } as const;
    const { talk } = await told(officerOf('นาดี'), notice, within);
    const words = await talk.taps('แก้ไข');
    expect(words).toContain(reason);
    expect(words).toContain('ต้องการแก้ไขข้อมูลใด');
    expect((await told(officerOf('กบินทร์บุรี'), notice, within)).says).toEqual([]);
  });

  test('a new date leads to all dates and to what is owed', async () => {
    const place = { kind: 'assessment', year, area: { kind: 'district', province, district } } as const;
    const { says } = await told(officerOf('นาดี'), {
      ...{ kind: 'deadlineChanged', place, due: '2022-08-15' as IsoDate, by: '' },
    });
    expect(says).toEqual(['commands:deadlines', 'commands:tasks']);
  });

  test('a seat that is taken leads to what is left', async () => {
    const [binding] = head.bindings;
    if (!binding) throw new Error('a head is bound');
    const { says } = await told(head, { kind: 'seatTaken', binding });
    expect(says).toEqual(['commands:menu']);
  });
});
