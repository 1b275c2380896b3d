import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/flows/person.ts';
import { conversation } from '../support/conversation.ts';
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
} from '../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const khok = centerNamed('ศจก.บ้านโคก', 'นาดี');
const thung = centerNamed('ศจก.บ้านทุ่ง', 'นาดี');
const rai = centerNamed('ศจก.บ้านไร่', 'กบินทร์บุรี');
const office = {
  centers: [nong, khok, thung, rai],
  cases: [submitted(nong, { points: pointsOf(26) }), heldBy(khok, 'P1' as PersonId, 'วิชัย')],
};
const talk = (person: Person) => conversation(() => office, person);

describe('an officer', () => {
  test('owes the centers of the own district that are not submitted, each with a button that starts it', () => {
    const officer = talk(officerOf('นาดี'));
    const words = officer.command('tasks');
    expect(words).toContain('งานค้าง: ประเมินอีก 2 ศูนย์');
    expect(words).toContain('1. ศจก.บ้านทุ่ง · ยังไม่เริ่ม');
    expect(words).toContain('2. ศจก.บ้านโคก · วิชัย ทำอยู่ 6 จาก 14 ข้อ');
    expect(words).not.toContain('หนอง');
    expect(words).not.toContain('ไร่');
    const [message] = officer.last().reply?.messages ?? [];
    expect(message?.kind === 'card' ? message.card.blocks : []).toContainEqual(
      expect.objectContaining({
        option: expect.objectContaining({
          tap: { kind: 'act', flow: 'assess', act: 'choose', value: thung.id },
        }),
      }),
    );
  });

  test('starts one by its number too: the open question is that of the assessment', () => {
    const officer = talk(officerOf('นาดี'));
    officer.command('tasks');
    expect(officer.last().person.open).toMatchObject({
      flow: 'assess',
      act: 'choose',
      data: { ids: `${thung.id} ${khok.id}` },
    });
  });

  test('owes nothing when everything is submitted', () => {
    const all = { centers: [nong], cases: office.cases };
    expect(conversation(() => all, officerOf('นาดี')).command('tasks')).toBe('ตอนนี้ไม่มีงานที่รอคุณอยู่');
  });

  test('who is district head elsewhere owes only the own district', () => {
    const both = personAs(
      { role: 'officer', scope: inDistrict('นาดี') },
      { role: 'districtHead', scope: inDistrict('กบินทร์บุรี') },
    );
    expect(talk(both).command('tasks')).not.toContain('ไร่');
  });
});

test('nothing waits for a chair', () => {
  expect(talk(chairOf(nong)).command('tasks')).toBe('ตอนนี้ไม่มีงานที่รอคุณอยู่');
});

test('a district head sees by name which centers are not done', () => {
  const words = talk(personAs({ role: 'districtHead', scope: inDistrict('นาดี') })).command('tasks');
  expect(words).toContain('ตอนนี้ไม่มีงานที่รอคุณอยู่');
  expect(words).toContain('อำเภอนาดี จังหวัดปราจีนบุรี ประเมินแล้ว 1/3 ศูนย์');
  expect(words).toContain('ยังไม่ครบ: ศจก.บ้านโคก, ศจก.บ้านทุ่ง');
});

test('the province sees by name which districts are not done', () => {
  const words = talk(personAs({ role: 'province', scope: inProvince })).command('tasks');
  expect(words).toContain('ประเมินแล้ว 1/4 ศูนย์');
  expect(words).toContain('ยังไม่ครบ: กบินทร์บุรี, นาดี');
});
