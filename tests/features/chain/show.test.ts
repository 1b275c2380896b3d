import { expect, test } from 'vitest';
import { showReport, showRevision } from '../../../src/features/chain/show.ts';
import { roundKinds } from '../../../src/features/household/cases.ts';
import type { Context } from '../../../src/kernel/flow.ts';
import type { Person } from '../../../src/kernel/person.ts';
import { may } from '../../../src/programme/people/actor.ts';
import { scopeOfUnit } from '../../../src/programme/report/unit.ts';
import { nothingAround } from '../../support/around.ts';
import { wordsOf } from '../../support/conversation.ts';
import { centerNamed, inProvince, nation, personAs, pointsOf, submitted } from '../../support/flowWorld.ts';
import { context } from '../../support/turn.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const line = { aim: 'ประชุมทุกเดือน', who: 'เลขานุการ', by: '2022-09-30' };
const record = submitted(nong, { points: pointsOf(33), plan: [line] });
const filed = { record, name: nong.name, around: nothingAround, center: nong };
const department = personAs({ role: 'department', scope: nation });
const staff = personAs({ role: 'province', scope: inProvince });

/** Of this kind of report only the province reads what it says; others see its figures. */
function guarded(): Context {
  const kind = context.features.reports.get(record.kind);
  if (!kind) throw new Error('there is such a kind');
  const readBy = [{ id: 'readIt', roles: ['province'] } as const];
  const reports = new Map([[record.kind, { ...kind, readBy }]]);
  return { ...context, features: { ...context.features, reports } };
}

test.each([
  ['the newest', (person: Person) => showReport(person, filed, guarded())],
  ['one by its number', (person: Person) => showRevision(person, filed, 1, guarded())],
])('who sees figures alone reads nothing else of a revision: %s', (_which, show) => {
  const words = (person: Person) => {
    const { reply } = show(person);
    if (!reply) throw new Error('something is shown');
    return wordsOf(reply, 'th');
  };
  expect(words(department)).toContain('33/42');
  expect(words(department)).not.toContain('ประชุมทุกเดือน');
  expect(words(staff)).toContain('ประชุมทุกเดือน');
});

test('the department reads no round of debts, which names households', () => {
  const { seenBy, readBy } = roundKinds[1];
  const where = scopeOfUnit(record.unit);
  expect(seenBy.some((deed) => may(department.bindings, deed, where))).toBe(true);
  expect(readBy.some((deed) => may(department.bindings, deed, where))).toBe(false);
});

test('who signs sees the evidence that was told beside the indicators, and where something was sent', () => {
  const [revision] = record.revisions;
  if (!revision) throw new Error('it was submitted');
  const content = {
    ...revision.content,
    answers: { i10Groups: 'กลุ่มทอผ้า, กลุ่มเลี้ยงไก่', i10Principal: 500_000, i13Trainings: 'บัญชีครัวเรือน 8 ครัวเรือน' },
    evidence: {
      i3: [
        { kind: 'photo' as const, file: 'F1' },
        { kind: 'photo' as const, file: 'F2' },
      ],
    },
  };
  const told = { ...filed, record: { ...record, revisions: [{ ...revision, content }] } };
  const { reply } = showReport(staff, told, context);
  const words = reply ? wordsOf(reply, 'th') : '';
  expect(words).toContain('ข้อ 10 กลุ่มอาชีพ: กลุ่มทอผ้า, กลุ่มเลี้ยงไก่');
  expect(words).toContain('ข้อ 10 เงินต้นที่คืน: 5,000 บาท');
  expect(words).toContain('ข้อ 13 การฝึกอบรม: บัญชีครัวเรือน 8 ครัวเรือน');
  expect(words).toContain('รูป ไฟล์ หรือตำแหน่งที่ส่งไว้: ข้อ 3 (2)');
});
