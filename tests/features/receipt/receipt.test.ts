import { expect, test } from 'vitest';
import type { DraftId } from '../../../src/engine/ids.ts';
import type { Person } from '../../../src/kernel/person.ts';
import type { Receipt } from '../../../src/programme/ids.ts';
import { conversation } from '../../support/conversation.ts';
import {
  centerNamed,
  chairOf,
  inProvince,
  nation,
  officerOf,
  personAs,
  pointsOf,
  submitted,
} from '../../support/flowWorld.ts';
import { context } from '../../support/turn.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const rai = centerNamed('ศจก.บ้านไร่', 'กบินทร์บุรี');
const report = submitted(nong, { points: pointsOf(26) });
const office = { centers: [nong, rai], cases: [report, submitted(rai, { points: pointsOf(40) })] };
const talk = (person: Person) => conversation(() => office, person);
const number = report.revisions[0]?.receipt ?? '';
const unknown = await talk(officerOf('นาดี')).sendsReceipt('FL65-00000000-0');

test.each([
  ['the officer', officerOf('นาดี')],
  ['the center’s chair', chairOf(nong)],
  ['the province', personAs({ role: 'province', scope: inProvince })],
  ['the department', personAs({ role: 'department', scope: nation })],
])('a receipt shows %s what was received, when, and who holds it now', async (_who, person) => {
  const words = await talk(person).sendsReceipt(number);
  expect(words).toContain(`เลขที่รับ ${number}`);
  expect(words).toContain('ศูนย์ฯ: ศจก.บ้านหนอง');
  expect(words).toContain('ผล: 26/42 · ระดับ 2');
  expect(words).toContain('รับเมื่อ: 20 ก.ค. 2565');
  expect(words).toContain('ผู้ส่ง: วิชัย');
  expect(words).toContain('ตอนนี้อยู่ที่: รอประธานศูนย์จัดการกองทุนชุมชนรับทราบ ตั้งแต่ 20 ก.ค. 2565');
  // Acknowledging and returning by message come with a later release.
});

test.each(['%s', '%sครับ', '%s ค่ะ', 'เลขที่รับ %s นะคะ', 'receipt %s please'])(
  'a receipt is read as it is typed in “%s”, and with a wrong check symbol told so',
  (typed) => {
    const { recognise } = context.features;
    expect(recognise(typed.replace('%s', number), true, officerOf('นาดี'))?.call).toMatchObject({
      act: 'show',
      value: number,
    });
    const wrong = number.slice(0, -1) + (number.endsWith('A') ? 'B' : 'A');
    expect(recognise(typed.replace('%s', wrong), true, officerOf('นาดี'))?.call).toMatchObject({
      act: 'wrongCheck',
    });
  },
);

test('a receipt in a sentence is shown, but not where the sentence may be an answer', () => {
  const { recognise } = context.features;
  const sentence = `ขอดู ${number} หน่อยครับ`;
  expect(recognise(sentence, false, officerOf('นาดี'))?.call).toMatchObject({ act: 'show', value: number });
  expect(recognise(sentence, true, officerOf('นาดี'))).toBeUndefined();
});

test('a receipt shows no telephone number and no names but the sender’s', async () => {
  const words = await talk(officerOf('นาดี')).sendsReceipt(number);
  expect(words).not.toContain('081');
  expect(words).not.toContain('สมหญิง');
});

test.each([
  ['another district', officerOf('กบินทร์บุรี')],
  ['another center', chairOf(rai)],
  ['an administrator', personAs({ role: 'admin', scope: nation })],
  ['nobody in particular', personAs()],
])('to %s a receipt reads like one that does not exist', async (_who, person) => {
  const conversation = talk(person);
  expect(await conversation.sendsReceipt(number)).toBe(unknown);
  expect(conversation.last().audits).toBeUndefined();
});

test('who sent it hears that its work has moved, once a colleague has the area', async () => {
  const sent = { draft: 'd1' as DraftId, what: 'submitted' as const, receipt: number as Receipt };
  const former = { ...officerOf('กบินทร์บุรี'), closed: [sent] };
  expect(await talk(former).sendsReceipt(number)).toContain('ย้ายไปอยู่กับผู้รับผิดชอบคนใหม่แล้ว');
  expect(await talk(former).sendsReceipt(number)).not.toContain('หนอง');
});
