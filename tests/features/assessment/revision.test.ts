import { expect, test } from 'vitest';
import { conversation } from '../../support/conversation.ts';
import { centerNamed, certified, officerOf, pointsOf, submitted } from '../../support/flowWorld.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const khok = centerNamed('ศจก.บ้านโคก', 'นาดี');
const thung = centerNamed('ศจก.บ้านทุ่ง', 'นาดี');
const office = {
  centers: [nong, khok, thung],
  cases: [
    ...[nong, khok].map((one) => certified(submitted(one, { points: pointsOf(30) }))),
    submitted(thung, { points: pointsOf(30) }),
  ],
};

test('a new revision is made of a report that is locked; of several it is asked which', async () => {
  const officer = conversation(() => office, officerOf('นาดี'));
  const asked = await officer.command('assess', '', 'newRevision');
  expect(asked).toContain('เลือกศูนย์ฯ ที่จะทำฉบับแก้ไข');
  expect(asked).not.toContain('ศจก.บ้านทุ่ง');
  await officer.types('2');
  expect(officer.last().intent).toMatchObject({ kind: 'claim', center: nong.id, revises: true });
});
