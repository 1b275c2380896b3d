import { describe, expect, test } from 'vitest';
import type { DraftId, EventId, StepKey } from '../../../src/engine/ids.ts';
import { assessmentDuty } from '../../../src/features/assessment/duty.ts';
import { assessFlow } from '../../../src/features/assessment/index.ts';
import { startDraft } from '../../../src/features/assessment/subject.ts';
import { scopeOfCenter } from '../../../src/kernel/area/scopeOfCenter.ts';
import type { Decision } from '../../../src/kernel/decision.ts';
import type { InboundEvent } from '../../../src/kernel/event.ts';
import type { Call } from '../../../src/kernel/flow.ts';
import type { Outcome } from '../../../src/kernel/intent.ts';
import type { Person } from '../../../src/kernel/person.ts';
import type { Duty } from '../../../src/programme/duty/duty.ts';
import type { FiscalYear, PersonId, Receipt } from '../../../src/programme/ids.ts';
import type { CaseOutcome } from '../../../src/programme/report/outcome.ts';
import { createTexts } from '../../../src/text/texts.ts';
import { wordsOf } from '../../support/conversation.ts';
import { centerNamed, heldBy, now, type Office, officerOf, year } from '../../support/flowWorld.ts';
import { context, decidedIn } from '../../support/turn.ts';

/** What the assessment says where two officers meet; the rest of it is in the transcripts. */
const texts = createTexts();
const center = centerNamed('ศจก.บ้านโคก', 'กบินทร์บุรี');
const receipt = 'FL65-00000000-0' as Receipt;
const submitted = { kind: 'submitted', receipt, revision: 1, kept: [] } as const;
const score = { total: 26, of: 42, level: 2, percent: 61.9 } as const;
const officer = officerOf('กบินทร์บุรี');
const draft = startDraft('d1' as DraftId, center, { year, version: 2565 }, undefined, now);
const filling: Person = {
  ...officer,
  drafts: { [draft.id]: draft },
  lastDraft: draft.id,
  open: { kind: 'draft', draft: draft.id },
};

type Meeting = {
  readonly who?: Person;
  readonly office?: Office;
  readonly open?: (of: FiscalYear) => boolean;
};

async function decide(
  call: Call,
  event: InboundEvent,
  { who = filling, office = { centers: [center], cases: [] }, open: isOpen = () => true }: Meeting,
): Promise<Decision> {
  const turn = assessFlow.decide(who, call, event, { ...context, isOpen });
  return decidedIn(office, turn, who);
}

const head = { who: officer.id, lineUser: 'U1', at: now, receivedAt: now, redelivered: false };
const words = ({ reply }: Decision): string => (reply ? wordsOf(reply) : '');

async function isTold(result: CaseOutcome, of: 'claim' | 'submit', meeting: Meeting = {}) {
  const told = { center: center.id, year, result };
  const outcome: Outcome = of === 'claim' ? { of, ...told, version: 2565 } : { of, ...told, score };
  const event: InboundEvent = { ...head, id: 'e1:outcome' as EventId, kind: 'outcome', outcome };
  return decide({ kind: 'event', event }, event, meeting);
}

async function taps(act: string, meeting: Meeting) {
  const call: Call = { kind: 'act', act, value: center.id };
  return decide(call, { ...head, id: 'e1' as EventId, kind: 'text', text: '' }, meeting);
}

describe('an officer who submits', () => {
  test('what a colleague took over a moment ago learns who has it, and may take it back', async () => {
    const decision = await isTold({ kind: 'heldByOther', name: 'วิชัย' }, 'submit');
    expect(words(decision)).toBe('วิชัย รับช่วงแบบประเมินนี้ไปทำต่อพร้อมคำตอบแล้ว จึงยังไม่ได้ส่ง\n\nแตะหรือพิมพ์: รับช่วงต่อ');
    expect(decision.reply?.options?.map(({ label }) => texts.render(label, 'th'))).toEqual(['รับช่วงต่อ']);
    expect(decision.person.open).toEqual({ kind: 'nothing' });
  });

  test('what a colleague has just submitted learns its receipt, and the draft is locked', async () => {
    const decision = await isTold({ kind: 'alreadySubmitted', receipt }, 'submit');
    expect(words(decision)).toContain(`ศจก.บ้านโคก มีผู้ส่งผลประเมินแล้ว เลขที่รับ ${receipt}`);
    expect(decision.person.drafts).toEqual({});
    expect(decision.person.closed).toEqual([{ draft: 'd1', what: 'locked', center: center.id, receipt }]);
  });

  test('gets the receipt also when the role ended meanwhile', async () => {
    const decision = await isTold(submitted, 'submit', { who: { ...filling, bindings: [] } });
    expect(words(decision)).toContain(`เลขที่รับ ${receipt}`);
    expect(decision.reply?.receipt).toBe(true);
    expect(decision.person.closed).toMatchObject([{ what: 'submitted', receipt }]);
  });

  test("last year's report leaves this year's draft of the center alone", async () => {
    const before = {
      ...startDraft('d0' as DraftId, center, { year: 2564 as FiscalYear, version: 2565 }, undefined, now),
    };
    const both = { ...filling, drafts: { ...filling.drafts, [before.id]: before } };
    const outcome: Outcome = {
      ...{ of: 'submit', center: center.id, year: 2564 as FiscalYear },
      result: submitted,
      score,
    };
    const event: InboundEvent = { ...head, id: 'e1:outcome' as EventId, kind: 'outcome', outcome };
    const { person } = await decide({ kind: 'event', event }, event, { who: both });
    expect(Object.keys(person.drafts)).toEqual(['d1']);
  });
});

describe('an officer who begins', () => {
  test('what a colleague began a moment ago is offered to take it over', async () => {
    const decision = await isTold({ kind: 'heldByOther', name: 'วิชัย' }, 'claim', { who: officer });
    expect(words(decision)).toMatch(/^ศจก.บ้านโคก: วิชัย กำลังประเมินอยู่ ต้องการรับช่วงต่อหรือไม่\n/);
  });

  test('by taking over goes on with the answers of the colleague', async () => {
    const entry = {
      do: 'answer',
      key: 'i1' as StepKey,
      value: '3',
      at: now,
      event: 'e0' as EventId,
    } as const;
    const end = { do: 'end', key: 'corrections.1' as StepKey, at: now, event: 'e0' as EventId } as const;
    const from = { person: 'P2' as PersonId, name: 'วิชัย', draft: 'd9' };
    const outcome: Outcome = {
      ...{ of: 'claim', center: center.id, year },
      result: { kind: 'claimed', draft: 'd2', from },
      version: 2565,
      answers: { facts: { name: 'ศจก.บ้านโคก' }, log: [end, entry] },
    };
    const event: InboundEvent = { ...head, id: 'e1:outcome' as EventId, kind: 'outcome', outcome };
    const decision = await decide({ kind: 'event', event }, event, { who: officer });
    expect(words(decision)).toMatch(/รับช่วงแบบประเมิน[\s\S]*ข้อ 2\/14/);
    expect(decision.person.drafts).toMatchObject({ d2: { log: [end, entry] } });
    expect(decision.audits).toMatchObject([{ did: 'tookOver', record: center.id }]);
  });

  test('nothing in a year that is closed', async () => {
    for (const act of ['choose', 'takeOver']) {
      const decision = await taps(act, { who: officer, open: () => false });
      expect(words(decision)).toContain('ปีงบประมาณ 2565 ปิดรับรายงานแล้ว');
      expect(decision.intent).toBeUndefined();
    }
  });

  test('nothing outside the own district, which does not exist', async () => {
    const decision = await taps('takeOver', { who: officerOf('นาดี') });
    expect(decision.intent).toBeUndefined();
    expect(words(decision)).toBe('ปุ่มนี้เป็นของงานนอกพื้นที่ของคุณ จึงไม่ได้ดำเนินการ');
    expect(decision.audits).toEqual([{ did: 'refusedTap', record: 'center' }]);
  });

  test('a case whose draft was erased begins it anew under the same id', async () => {
    const office: Office = { centers: [center], cases: [heldBy(center, officer.id, 'อรทัย')] };
    expect((await taps('choose', { who: officer, office })).intent).toEqual({
      ...{ kind: 'claim', center: center.id, year, takeOver: false },
    });
    const decision = await isTold({ kind: 'claimed', draft: 'd7' }, 'claim', { who: officer });
    expect(Object.keys(decision.person.drafts)).toEqual(['d7']);
  });
});

test('a name typed in part shows only the centers that it could mean', async () => {
  const two = [centerNamed('ศจก.บ้านหนองบัว', 'กบินทร์บุรี'), centerNamed('ศจก.บ้านหนองแวง', 'กบินทร์บุรี')];
  const office: Office = { centers: [center, ...two], cases: [] };
  const event: InboundEvent = { ...head, id: 'e1' as EventId, kind: 'text', text: 'หนอง' };
  const listed = await decide({ kind: 'command', command: 'assess', rest: '' }, event, {
    who: officer,
    office,
  });
  const { open } = listed.person;
  if (open.kind !== 'prompt') throw new Error('a list asks');
  const answer: Call = { kind: 'answer', act: open.act, data: open.data, event };
  const narrowed = words(await decide(answer, event, { who: listed.person, office }));
  expect(narrowed).toContain('หนองบัว');
  expect(narrowed).toContain('หนองแวง');
  expect(narrowed).not.toContain('บ้านโคก');
  expect(narrowed).not.toContain('ยังไม่พบรายการ');
});

describe('a year before the newest that is still open', () => {
  const last = (year - 1) as FiscalYear;
  const begins = (call: Call, isOpen: (of: FiscalYear) => boolean = () => true) =>
    decide(
      call,
      { ...head, id: 'e1' as EventId, kind: 'text', text: '' },
      { who: officer, open: isOpen, office: { centers: [center], cases: [] } },
    );

  test.each<Call>([
    { kind: 'act', act: 'choose', value: `${last} ${center.id}` },
    { kind: 'command', command: 'assess', rest: `บ้านโคก ${last}` },
    { kind: 'act', act: 'takeOver', value: `${last} ${center.id}` },
  ])('is the one in which its assessment is begun: %j', async (call) => {
    expect((await begins(call)).intent).toMatchObject({ kind: 'claim', center: center.id, year: last });
    expect((await begins(call, (of) => of === year)).intent).toBeUndefined();
  });

  test('leads there from what is owed of it, and keeps to it when a center is chosen from its list', async () => {
    const about = scopeOfCenter(center);
    const unit = about;
    const start = assessmentDuty.start({ unit, year: last, about } as unknown as Duty);
    expect(start).toEqual({ kind: 'act', flow: 'assess', act: 'choose', value: `${last} ${center.id}` });

    const other = centerNamed('ศจก.บ้านไร่', 'กบินทร์บุรี');
    const office = { centers: [center, other], cases: [] };
    const event = { ...head, id: 'e1' as EventId, kind: 'text', text: '2' } as const;
    const listed = await decide({ kind: 'command', command: 'assess', rest: `${last}` }, event, {
      who: officer,
      office,
    });
    expect(words(listed)).toContain(`ปีงบประมาณ ${last}`);
    const { open } = listed.person;
    if (open.kind !== 'prompt') throw new Error('the list is open');
    const chosen = await decide({ kind: 'answer', act: open.act, data: open.data, event }, event, {
      who: listed.person,
      office,
    });
    expect(chosen.intent).toMatchObject({ kind: 'claim', year: last });
  });
});
