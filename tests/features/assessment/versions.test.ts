import { expect, test } from 'vitest';
import { decided } from '../../../src/app/decided.ts';
import { openFeatures } from '../../../src/app/effects.ts';
import type { DraftId, EventId, StepKey } from '../../../src/engine/ids.ts';
import { assessmentDuty } from '../../../src/features/assessment/duty.ts';
import { assessmentForm, indicatorStep } from '../../../src/features/assessment/forms/assessmentForm.ts';
import { levelFlow } from '../../../src/features/assessment/level/index.ts';
import { type PointsGiven, scoreOf } from '../../../src/features/assessment/rules/assessment.ts';
import {
  type AssessmentCase,
  newAssessmentCase,
} from '../../../src/features/assessment/rules/assessmentCase.ts';
import { contributionsOfCase } from '../../../src/features/assessment/standing.ts';
import { startDraft } from '../../../src/features/assessment/subject.ts';
import { createAssessmentTalk } from '../../../src/features/assessment/talk.ts';
import { legalLimits } from '../../../src/features/household/rules/contract.ts';
import { features } from '../../../src/features/index.ts';
import { summaryFlow } from '../../../src/features/summary/index.ts';
import type { InboundEvent } from '../../../src/kernel/event.ts';
import type { Feature } from '../../../src/kernel/feature.ts';
import { joinFeatures } from '../../../src/kernel/features.ts';
import type { Call, Context, Flow } from '../../../src/kernel/flow.ts';
import type { Card } from '../../../src/kernel/reply.ts';
import type { ProgrammeYear } from '../../../src/kernel/store.ts';
import type { Duty } from '../../../src/programme/duty/duty.ts';
import type { FiscalYear, IntentId } from '../../../src/programme/ids.ts';
import { hashOf } from '../../../src/programme/report/hash.ts';
import { createTexts } from '../../../src/text/texts.ts';
import { nobodySends } from '../../support/announcing.ts';
import {
  centerNamed,
  inDistrict,
  now,
  officerOf,
  personAs,
  pointsOf,
  submitted,
  today,
  year,
} from '../../support/flowWorld.ts';
import { officeStore } from '../../support/officeStore.ts';
import { context as usual } from '../../support/turn.ts';

/** A year with an assessment of four indicators in two aspects, and thresholds of its own. */
const next = (year + 1) as FiscalYear;
const scoring = {
  aspects: [
    { id: 'administration', numbers: [1, 2] },
    { id: 'outcomes', numbers: [3, 4] },
  ],
  levelFrom: { 2: 6, 3: 11 },
};
const form = assessmentForm(next, 'an assessment that only tests have', scoring, {});
const versions: readonly Feature[] = features.map((one) =>
  one.id === 'assess' ? { ...one, forms: [...(one.forms ?? []), createAssessmentTalk(form)] } : one,
);
const texts = createTexts();
const joined = joinFeatures(versions, texts);
const center = centerNamed('ศจก.บ้านหนอง', 'นาดี');
const officer = officerOf('นาดี');
const head = personAs({ role: 'districtHead', scope: inDistrict('นาดี') });

const usualPoints = { 1: 3, 2: 3, 3: 2, 4: 2 } as const;
const score = scoreWith(usualPoints);

function scoreWith(points: PointsGiven) {
  const found = scoreOf(form.scoring, points);
  if (!found) throw new Error('all indicators have points');
  return found;
}

/** The same center in the year after, with the other form. */
function submittedNext(points: PointsGiven = usualPoints): AssessmentCase {
  const before = submitted(center, { points: pointsOf(26) });
  const fresh = newAssessmentCase(center, next, next);
  const content = { ...points26(before), points, ...scoreWith(points) };
  const hash = hashOf(fresh.form, content);
  return { ...fresh, rev: 1, revisions: before.revisions.map((one) => ({ ...one, content, hash })) };
}
const points26 = ({ revisions }: AssessmentCase) => {
  const [first] = revisions;
  if (!first) throw new Error('it was submitted');
  return first.content;
};

const years: readonly ProgrammeYear[] = [
  { year, openedAt: now, forms: { 'center-assessment': 2565 } },
  { year: next, openedAt: now, forms: { 'center-assessment': next } },
];

function officeWith(...cases: readonly AssessmentCase[]) {
  const { store, ...kept } = officeStore(new Map([[officer.id, officer]]), () => years);
  kept.centers.put({ center, confirmations: [], rev: 1, outcomes: {} });
  for (const each of cases) kept.cases.put(each);
  const counted = Promise.all(
    cases.map((each) => store.standings.contribute(each.period.year, contributionsOfCase(each))),
  );
  const opened = openFeatures(versions, {
    ...nobodySends(() => now),
    ...{
      store,
      profile: async () => undefined,
      botId: async () => undefined,
      entropy: () => new Uint8Array(32),
      debtLimits: legalLimits,
    },
    dues: joined.dues,
  });
  const context: Context = { ...usual, ...{ features: joined, year: next, today } };
  const asks = async (flow: Flow, call: Call, person = officer) => {
    const event: InboundEvent = {
      ...{ id: 'e1' as EventId, who: person.id, lineUser: 'U1', at: now, receivedAt: now },
      ...(call.kind === 'event' ? call.event : { redelivered: false, kind: 'text' as const, text: '' }),
    };
    await counted;
    const turn = flow.decide(person, call, event, context);
    return decided(turn, opened.readers, { person, year: next });
  };
  const claims = (of: FiscalYear) =>
    opened.perform({
      ...{ id: `claim ${of}` as IntentId, by: officer, at: now },
      intent: { kind: 'claim', center: center.id, year: of, takeOver: false },
    });
  return { asks, claims };
}

const cardOf = async (turn: ReturnType<ReturnType<typeof officeWith>['asks']>): Promise<Card> => {
  const message = (await turn).reply?.messages.find(({ kind }) => kind === 'card');
  if (message?.kind !== 'card') throw new Error('no card');
  return message.card;
};
const factsOf = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'fact' ? [texts.render(block.value, 'th')] : []));

const both = [submitted(center, { points: pointsOf(26) }), submittedNext()];

test('a level is the one of its own form, with its own indicators, aspects and thresholds', async () => {
  expect(score).toMatchObject({ total: 10, of: 12, level: 2, percent: 83.3 });
  const card = await cardOf(
    officeWith(...both).asks(levelFlow, { kind: 'act', act: 'show', value: center.id }),
  );
  expect(texts.render(card.heading, 'th')).toBe('10/12 · ระดับ 2 · ศจก.บ้านหนอง');
  const bars = card.blocks.flatMap((block) => (block.kind === 'bar' ? [[block.value, block.of]] : []));
  expect(bars).toEqual([
    [6, 6],
    [4, 6],
  ]);
  // Its words are looked for among its own texts.
  expect(JSON.stringify(card)).toContain(`forms:center-assessment.${next}.levels.2`);
  expect(JSON.stringify(card)).not.toContain('forms:center-assessment.2565');
});

test('the history shows both years side by side, each out of its own points', async () => {
  const card = await cardOf(
    officeWith(...both).asks(levelFlow, { kind: 'act', act: 'history', value: center.id }),
  );
  expect(factsOf(card)).toEqual(['10/12 · ระดับ 2 · 83.3 %', '26/42 · ระดับ 2 · 61.9 %']);
});

test('what changed is not told by indicator between two forms', async () => {
  const changes = { kind: 'act', act: 'changes', value: `${next} ${center.id}` } as const;
  const card = await cardOf(officeWith(...both).asks(levelFlow, changes));
  expect(texts.render(card.heading, 'th')).toBe('10/12 · ระดับ 2 · ศจก.บ้านหนอง');
  expect(JSON.stringify(card.blocks)).toContain('level:otherForm');
  expect(JSON.stringify(card.blocks)).not.toContain('level:change"');
});

test('a summary counts each year by the levels of its own form, and leads to the cards of that year', async () => {
  // 11 points of 12 are the highest level of the one form, and would be the lowest of the other.
  const office = officeWith(
    submitted(center, { points: pointsOf(26) }),
    submittedNext({ ...usualPoints, 3: 3 }),
  );
  const summaryOf = (rest: string) =>
    office.asks(summaryFlow, { kind: 'command', command: 'summary', rest }, head);
  const levels = async (rest: string) => factsOf(await cardOf(summaryOf(rest))).slice(2, 5);
  expect(await levels('')).toEqual(['0', '0', '1']);
  expect(await levels(String(year))).toEqual(['0', '1', '0']);

  const { blocks } = await cardOf(summaryOf(String(year)));
  const [tap] = blocks.flatMap((block) =>
    block.kind === 'row' && block.option && 'tap' in block.option ? [block.option.tap] : [],
  );
  if (tap?.kind !== 'act') throw new Error('no center in the summary');
  const card = await cardOf(office.asks(levelFlow, tap, head));
  expect(texts.render(card.heading, 'th')).toBe('26/42 · ระดับ 2 · ศจก.บ้านหนอง');
});

test('what is begun is told out of the indicators of its own form', () => {
  const owed = (of: FiscalYear) => ({ year: of, state: { answered: 3 } }) as unknown as Duty;
  const versionOf = (_form: string, of: FiscalYear) => of;
  const known = { features: joined, versionOf };
  const missing = (of: FiscalYear) => texts.render(assessmentDuty.missing(owed(of), known), 'th');
  expect([missing(year), missing(next)]).toEqual(['ตอบแล้ว 3/14 ข้อ', 'ตอบแล้ว 3/4 ข้อ']);
});

test('a draft starts with the version that its year has pinned', async () => {
  const office = officeWith();
  const versionsOf = async (of: FiscalYear) => (await office.claims(of)).outcome;
  expect(await versionsOf(next)).toMatchObject({ of: 'claim', version: next });
  expect(await versionsOf(year)).toMatchObject({ of: 'claim', version: 2565 });
});

test('the talk of the other version asks its indicators, scores and plans by them', () => {
  const talk = createAssessmentTalk(form);
  const begun = startDraft('d1' as DraftId, center, { year: next, version: next }, undefined, now);
  const log = [
    { do: 'end', key: 'corrections.1' as StepKey, at: now, event: 'e' as EventId } as const,
    ...Object.entries(usualPoints).map(([n, value]) => ({
      ...{ do: 'answer' as const, key: indicatorStep(Number(n)) as StepKey, value: String(value) },
      ...{ at: now, event: 'e' as EventId },
    })),
  ];
  const draft = { ...begun, log };
  expect(talk.form.numbered).toBe(4);
  expect(talk.summary?.(draft)).toContainEqual({
    kind: 'text',
    text: { key: 'assessment:score', params: { total: 10, of: 12, level: 2, percent: '83.3' } },
    tone: 'strong',
  });
  expect(talk.submit(draft)).toMatchObject({
    report: { total: 10, level: 2, percent: 83.3, points: usualPoints },
  });
});
