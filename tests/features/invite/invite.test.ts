import { describe, expect, test } from 'vitest';
import { scopeOfCenter } from '../../../src/kernel/area/scopeOfCenter.ts';
import type { Person } from '../../../src/kernel/person.ts';
import { districtsOf } from '../../../src/programme/area/areas.ts';
import type { PersonId } from '../../../src/programme/ids.ts';
import type { Invite } from '../../../src/programme/people/invite.ts';
import { type Conversation, conversation } from '../../support/conversation.ts';
import {
  centerNamed,
  colleague,
  inDistrict,
  inProvince,
  nation,
  type Office,
  officerOf,
  personAs,
} from '../../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const khok = centerNamed('ศจก.บ้านโคก', 'นาดี');
const rai = centerNamed('ศจก.บ้านไร่', 'กบินทร์บุรี');
const office: Office = { centers: [nong, khok, rai], cases: [] };
const talk = (person: Person, within = office): Conversation => conversation(() => within, person);
const head = personAs({ role: 'districtHead', scope: inDistrict('นาดี') });
const province = personAs({ role: 'province', scope: inProvince });
const department = personAs({ role: 'department', scope: nation });

describe('a district head', () => {
  test('invites an officer of the own district', async () => {
    const conversation = talk(head);
    const words = await conversation.command('invite');
    expect(words).toContain('1. พัฒนากร');
    expect(words).toContain('2. ประธานศูนย์จัดการกองทุนชุมชน');
    expect(words).not.toContain('3. ');
    await conversation.types('พัฒนากร');
    expect(conversation.last().intent).toEqual({ kind: 'invite', role: 'officer', scope: inDistrict('นาดี') });
  });

  test('says whose place the new officer takes, where there are officers', async () => {
    const people = ['ก', 'ข'].map((letter) => colleague(officerOf('นาดี'), `P${letter}`, `วิชัย ${letter}`));
    const conversation = talk(head, { ...office, people });
    await conversation.command('invite');
    const words = await conversation.types('พัฒนากร');
    expect(conversation.last().intent).toBeUndefined();
    expect(words).toContain('1. ไม่รับช่วงจากใคร');
    expect(words).toContain('3. วิชัย ข');
    expect(await conversation.types('ใครก็ได้')).toContain('2. วิชัย ก');
    const invite = { kind: 'invite', role: 'officer', scope: inDistrict('นาดี') };
    await conversation.types('3');
    expect(conversation.last().intent).toEqual({ ...invite, takesOverFrom: 'Pข' });

    await conversation.act('invite', 'from', 'officer/ปราจีนบุรี/นาดี -');
    expect(conversation.last().intent).toEqual(invite);
    // Somebody who does not hold the role there is nobody to take over from.
    await conversation.act('invite', 'from', 'officer/ปราจีนบุรี/นาดี Pค');
    expect(conversation.last().intent).toBeUndefined();
    await conversation.act('invite', 'from', 'officer/ปราจีนบุรี/กบินทร์บุรี Pก');
    expect(conversation.last().intent).toBeUndefined();
  });

  test('invites the chair of a center of the own district', async () => {
    const conversation = talk(head);
    await conversation.command('invite');
    const words = await conversation.taps('ประธาน');
    expect(words).toContain('ศจก.บ้านหนอง');
    expect(words).not.toContain('ไร่');
    await conversation.types('หนอง');
    expect(conversation.last().intent).toEqual({ kind: 'invite', role: 'chair', scope: scopeOfCenter(nong) });
  });

  test.each([
    ['another district', 'officer/ปราจีนบุรี/กบินทร์บุรี'],
    ['a center of another district', `chair/ปราจีนบุรี/กบินทร์บุรี/${rai.id}`],
    ['a role above the own', 'districtHead/ปราจีนบุรี/นาดี'],
    ['a district that is not one', 'officer/ปราจีนบุรี/ไม่มี'],
    ['the nation', 'officer/*'],
  ])('cannot invite to %s', async (_where, value) => {
    const conversation = talk(head);
    expect(await conversation.act('invite', 'area', value)).toContain('ต้องการออกรหัสเชิญให้ผู้ใด');
    expect(conversation.last().intent).toBeUndefined();
  });

  test('cannot invite to a center that the registry does not have', async () => {
    const conversation = talk(head);
    await conversation.act('invite', 'area', 'chair/ปราจีนบุรี/นาดี/C000000');
    expect(conversation.last().intent).toBeUndefined();
  });
});

describe('the province', () => {
  test.each([String(districtsOf('ปราจีนบุรี').indexOf('นาดี') + 1), 'อ.นาดี ค่ะ', 'นาดี'])(
    'invites to one of its districts with %s',
    async (typed) => {
      const staff = talk(province);
      await staff.command('invite');
      await staff.types('พัฒนาการอำเภอ');
      await staff.types(typed);
      expect(staff.last().intent).toEqual({ kind: 'invite', role: 'districtHead', scope: inDistrict('นาดี') });
    },
  );

  test('goes back to the district and the role, and no further', async () => {
    const people = [colleague(officerOf('นาดี'), 'Pก', 'วิชัย ก')];
    const staff = talk(province, { ...office, people });
    const back = () => staff.command('form', '', 'back');
    const roles = await staff.command('invite');
    const districts = await staff.types('พัฒนากร');
    expect(await staff.types('นาดี')).toContain('วิชัย ก');
    expect(await back()).toBe(districts);
    expect(await back()).toBe(roles);
    expect(await back()).toContain('คำถามนี้ย้อนกลับไม่ได้');
  });

  test('chooses a chair among all centers of the province', async () => {
    const staff = talk(province);
    await staff.command('invite');
    expect(await staff.types('3')).toContain('ศจก.บ้านไร่');
    await staff.taps('ไร่');
    expect(staff.last().intent).toEqual({ kind: 'invite', role: 'chair', scope: scopeOfCenter(rai) });
  });

  test('is told where the registry has no center yet', async () => {
    const staff = conversation(() => ({ centers: [], cases: [] }), province);
    await staff.command('invite');
    expect(await staff.types('3')).toContain('ยังไม่มีศูนย์ฯ ในทะเบียน');
  });

  test('asks again for a district that is not its own', async () => {
    const staff = talk(province);
    await staff.command('invite');
    await staff.types('1');
    expect(await staff.types('ขลุง')).toContain('ยังไม่พบรายการที่พิมพ์');
    await staff.types('นาดี');
    expect(staff.last().intent).toMatchObject({ role: 'officer' });
  });
});

describe('the department', () => {
  test('goes back up from the districts of a province to the provinces', async () => {
    const people = [colleague(officerOf('นาดี'), 'Pก', 'วิชัย ก')];
    const staff = talk(department, { ...office, people });
    const back = () => staff.command('form', '', 'back');
    await staff.command('invite');
    const provinces = await staff.types('พัฒนากร');
    const districts = await staff.types('จังหวัดปราจีนบุรี');
    expect(await staff.types('นาดี')).toContain('วิชัย ก');
    expect(await back()).toBe(districts);
    expect(await back()).toBe(provinces);
  });

  test('goes down from the nation to a center', async () => {
    const staff = talk(department);
    await staff.command('invite');
    expect(await staff.types('3')).toContain('1–12 จาก 76');
    expect(await staff.types('จังหวัดปราจีนบุรี')).toContain('ศจก.บ้านหนอง');
    await staff.types('หนอง');
    expect(staff.last().intent).toEqual({ kind: 'invite', role: 'chair', scope: scopeOfCenter(nong) });
  });

  test('turns the pages of the provinces', async () => {
    const staff = talk(department);
    await staff.command('invite');
    await staff.types('พัฒนาการจังหวัด');
    expect(await staff.taps('ดูต่อ')).toContain('13–24 จาก 76');
    await staff.types('13');
    expect(staff.last().intent).toMatchObject({ role: 'provinceHead', scope: { kind: 'province' } });
  });

  test('invites colleagues to the nation', async () => {
    const staff = talk(department);
    await staff.command('invite');
    // They hold that role themselves, so it is asked whether somebody's place is taken.
    expect(await staff.types('กรมการพัฒนาชุมชน')).toContain('1. ไม่รับช่วงจากใคร');
    await staff.types('1');
    expect(staff.last().intent).toEqual({ kind: 'invite', role: 'department', scope: nation });
  });
});

describe('what was made', () => {
  const outcome = {
    of: 'invite',
    code: '7K4M2QXA',
    role: 'chair',
    scope: scopeOfCenter(nong),
    expiresAt: new Date('2022-08-08T09:00:00+07:00'),
  } as const;

  test('is a text to forward, then the code alone in a message', async () => {
    const staff = talk(head);
    const words = await staff.isTold('invite', { ...outcome, bot: '@000trial' });
    expect(words).toContain('ในบทบาท ประธานศูนย์จัดการกองทุนชุมชน ศจก.บ้านหนอง');
    expect(words).toContain('https://line.me/R/ti/p/@000trial');
    expect(words).toContain('ใช้ได้ครั้งเดียว ถึง 8 ส.ค. 2565 09:00');
    expect(words.split('\n').at(-1)).toBe('7K4M2QXA');
    expect(staff.last().reply?.messages).toHaveLength(2);
    expect(staff.last().audits).toMatchObject([{ did: 'invited' }]);
    expect(JSON.stringify(staff.last().audits)).not.toContain('7K4M2QXA');
  });

  test('says how to add the bot also where LINE does not tell', async () => {
    expect(await talk(head).isTold('invite', outcome)).toContain('บัญชี Fundline ที่ผู้เชิญแชร์ให้');
  });
});

describe('a seat of one person', () => {
  const chair = colleague(personAs({ role: 'chair', scope: scopeOfCenter(nong) }), 'Pป', 'สมหญิง');
  const held = { ...office, people: [chair] };
  const asked = async () => {
    const staff = talk(head, held);
    await staff.command('invite');
    await staff.types('ประธานศูนย์จัดการกองทุนชุมชน');
    return { staff, words: await staff.types('หนอง') };
  };

  test('that is taken is said to be whose, and asked about once', async () => {
    const { staff, words } = await asked();
    expect(words).toContain('ศจก.บ้านหนอง อ.นาดี จ.ปราจีนบุรี คือ สมหญิง');
    expect(staff.last().intent).toBeUndefined();
    await staff.taps('ออกรหัส');
    expect(staff.last().intent).toEqual({ kind: 'invite', role: 'chair', scope: scopeOfCenter(nong) });
  });

  test('is left as it is with no', async () => {
    const { staff } = await asked();
    expect(await staff.types('ไม่')).toContain('ไม่ได้ออกรหัสเชิญ');
    expect(staff.last().intent).toBeUndefined();
  });

  test('that is free is not asked about', async () => {
    const staff = talk(head, held);
    await staff.command('invite');
    await staff.types('ประธานศูนย์จัดการกองทุนชุมชน');
    await staff.types('โคก');
    expect(staff.last().intent).toMatchObject({ kind: 'invite', role: 'chair' });
  });
});

describe('the codes that are open', () => {
  const code = (name: string, more: Partial<Invite> = {}): Invite => ({
    ...{ code: name, role: 'officer', scope: inDistrict('นาดี'), rev: 1, outcomes: {} },
    ...{ expiresAt: new Date('2022-08-05T09:00:00+07:00'), ...more },
  });
  const codes = [
    code('AAAA1111'),
    code('BBBB2222', { scope: inDistrict('กบินทร์บุรี') }),
    code('CCCC3333', { usedBy: 'P7' as PersonId }),
    code('DDDD4444', { withdrawnBy: 'P7' as PersonId }),
    code('EEEE5555', { expiresAt: new Date('2022-07-31T09:00:00+07:00') }),
    code('FFFF6666', { role: 'districtHead' }),
    code('GGGG7777', { scope: inDistrict('กบินทร์บุรี'), issuedBy: head.id }),
  ];

  test('are those that one may make, and those that one made', async () => {
    const staff = talk(head, { ...office, invites: codes });
    expect(await staff.command('invite')).toContain('3. รหัสที่ยังไม่ได้ใช้ · 2 รหัส');
    const words = await staff.types('3');
    expect(words).toContain('AAAA1111');
    expect(words).toContain('GGGG7777');
    for (const other of ['BBBB', 'CCCC', 'DDDD', 'EEEE', 'FFFF']) expect(words).not.toContain(other);
  });

  test('are withdrawn one by one, after asking once', async () => {
    const staff = talk(head, { ...office, invites: codes });
    await staff.command('invite');
    await staff.types('3');
    expect(await staff.types('1')).toContain('ต้องการเพิกถอนหรือไม่');
    await staff.taps('เพิกถอนรหัส');
    expect(staff.last().intent).toEqual({ kind: 'withdrawInvite', code: 'AAAA1111' });
    await staff.act('invite', 'withdraw', 'BBBB2222 yes');
    expect(staff.last().intent).toBeUndefined();
  });

  test.each([
    ['withdrawn', 'รหัสนี้ใช้ไม่ได้อีก'],
    ['used', 'มีผู้ใช้รหัสเชิญสำหรับ พัฒนากร'],
    ['expired', 'หมดอายุแล้ว'],
  ] as const)('are said to be %s', async (kind, words) => {
    const result = { kind };
    const told = { of: 'withdrawInvite', role: 'officer', scope: inDistrict('นาดี'), result } as const;
    expect(await talk(head).isTold('invite', told)).toContain(words);
  });
});

test('an officer invites nobody', async () => {
  expect(await talk(officerOf('นาดี')).command('invite')).toContain('พัฒนาการอำเภอ เจ้าหน้าที่จังหวัด และกรมฯ');
});
