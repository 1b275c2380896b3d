import { describe, expect, test } from 'vitest';
import { scopeOfCenter } from '../../../src/kernel/area/scopeOfCenter.ts';
import type { Person } from '../../../src/kernel/person.ts';
import { districtsOf } from '../../../src/programme/area/areas.ts';
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
    expect(await conversation.act('invite', 'area', value)).toContain('ออกรหัสเชิญให้ใคร');
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

test('the code comes alone in a message, after what it is for and how long it lasts', async () => {
  const staff = talk(head);
  const words = await staff.isTold('invite', {
    of: 'invite',
    code: '7K4M2QXA',
    role: 'chair',
    scope: scopeOfCenter(nong),
  });
  expect(words).toContain('ศจก.บ้านหนอง');
  expect(words).toContain('ใช้ได้ครั้งเดียว ภายใน 7 วัน');
  expect(words.split('\n').at(-1)).toBe('7K4M2QXA');
  expect(staff.last().audits).toMatchObject([{ did: 'invited' }]);
  expect(JSON.stringify(staff.last().audits)).not.toContain('7K4M2QXA');
});

test('an officer invites nobody', async () => {
  expect(await talk(officerOf('นาดี')).command('invite')).toContain('พัฒนาการอำเภอ เจ้าหน้าที่จังหวัด และกรมฯ');
});
