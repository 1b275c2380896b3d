import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, presentSlot } from '../../../src/engine/advance.ts';
import type { Draft } from '../../../src/engine/draft.ts';
import type { DraftId, EventId } from '../../../src/engine/ids.ts';
import { centerAssessment2565 } from '../../../src/features/assessment/forms/centerAssessment2565.ts';
import { startDraft } from '../../../src/features/assessment/subject.ts';
import { createAssessmentTalk } from '../../../src/features/assessment/talk.ts';
import type { Decision } from '../../../src/kernel/decision.ts';
import type { InboundEvent } from '../../../src/kernel/event.ts';
import { formFlow } from '../../../src/kernel/form/index.ts';
import { specOf, valuesIn } from '../../../src/kernel/form/talk.ts';
import { type Person, stranger } from '../../../src/kernel/person.ts';
import { optionsIn } from '../../../src/kernel/reply.ts';
import { centerNamed, now, year } from '../../support/flowWorld.ts';
import { context } from '../../support/turn.ts';
import { personId } from '../../transcripts/world.ts';

/** Several points in one message: what is clear is kept together, what is not touches nothing. */

const talk = createAssessmentTalk(centerAssessment2565);
const spec = specOf(talk, context);
const about = { year, version: 2565 };
const begun = startDraft('d1' as DraftId, centerNamed('ศจก.บ้านหนอง', 'นาดี'), about, undefined, now);
const first = presentSlot(spec, begun);
if (!first) throw new Error('the form has no question');
const atPoints = advance(
  spec,
  begun,
  { kind: 'end', key: first.key },
  { at: now, event: 'e0' as EventId, today: context.today },
).draft;

let events = 0;
function said(person: Person, what: { text: string } | { command: string; rest?: string }): Person {
  events += 1;
  const event = {
    ...{ id: `e${events}` as EventId, who: person.id, lineUser: person.lineUser, at: now, receivedAt: now },
    ...{ redelivered: false, kind: 'text', text: 'text' in what ? what.text : what.command },
  } as InboundEvent;
  const call =
    'text' in what
      ? ({ kind: 'event', event } as const)
      : ({ kind: 'command', command: what.command, rest: what.rest ?? '' } as const);
  const { person: after, reply } = formFlow.decide(person, call, event, context) as Decision;
  const options = reply ? optionsIn(reply) : [];
  return { ...after, shown: { options, by: event.id, asks: true } };
}

const someone = stranger(personId('อรทัย'), 'U1');
const withDraft = (draft: Draft): Person => ({
  ...someone,
  drafts: { [draft.id]: draft },
  open: { kind: 'draft', draft: draft.id },
  lastDraft: draft.id,
});
const draftIn = ({ drafts }: Person): Draft => {
  const draft = drafts['d1' as DraftId];
  if (!draft) throw new Error('the draft is gone');
  return draft;
};
const pointsIn = (person: Person) => valuesIn(talk, draftIn(person));

const place = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('1', '2', '3', '๒', 'สาม') },
  { weight: 1, arbitrary: fc.constantFrom('x', '7', '2.5', 'abc', '?', '0') },
);
const meant: Readonly<Record<string, string>> = { '1': '1', '2': '2', '3': '3', '๒': '2', สาม: '3' };

test('a bad place touches no good one, nothing stands before it is confirmed, and one step back takes all off', () => {
  const lines = fc
    .tuple(
      fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 4 }),
      fc.array(place, { minLength: 2, maxLength: 10 }),
    )
    .filter(([, line]) => line.filter((one) => meant[one] !== undefined).length > line.length / 2 + 1);
  fc.assert(
    fc.property(lines, ([answered, line]) => {
      const before = answered.reduce((person, text) => said(person, { text }), withDraft(atPoints));
      const shown = said(before, { text: line.join(' ') });
      expect(pointsIn(shown)).toEqual(pointsIn(before));
      const kept = said(shown, { text: 'ยืนยัน' });
      const expected = line.flatMap((word, at): readonly [string, string][] => {
        const value = meant[word];
        return value === undefined ? [] : [[`i${answered.length + at + 1}`, value]];
      });
      expect(pointsIn(kept)).toEqual({ ...pointsIn(before), ...Object.fromEntries(expected) });
      expect(draftIn(said(kept, { command: 'back' })).log).toEqual(draftIn(before).log);
      expect(draftIn(said(shown, { command: 'back' })).log).toEqual(draftIn(before).log);
      expect(draftIn(said(shown, { text: 'ไม่ใช่' })).log).toEqual(draftIn(before).log);
    }),
  );
});

test.each([
  '1. 2\n2. 3\n3. 1',
  '1.2\r\n2.3\r\n3.1',
  'ข้อ ๑ ได้ ๒\nข้อ ๒ ได้ ๓\nข้อ ๓ ได้ ๑',
  'item 1: 2\nitem 2: 3\nitem 3: 1',
  '2\n3\n1',
  '2/3/1',
])('points told a line each or joined are kept on one yes: %j', (text) => {
  const shown = said(withDraft(atPoints), { text });
  expect(pointsIn(shown)).toEqual(pointsIn(withDraft(atPoints)));
  expect(pointsIn(said(shown, { text: 'ยืนยัน' }))).toMatchObject({ i1: '2', i2: '3', i3: '1' });
});

test.each(['2/2', '1 2\n2 3', '1-2\n2-3', '1:2 1:3', '9/8/65'])(
  'nothing is kept of what is not clear: %j',
  (text) => {
    const after = said(said(withDraft(atPoints), { text }), { text: 'ยืนยัน' });
    expect(draftIn(after).log).toEqual(atPoints.log);
  },
);

test('every indicator says what is to be done at each point below the full ones, in both languages', () => {
  for (let n = 1; n <= 14; n += 1)
    for (const points of [1, 2])
      expect(context.wordings({ key: `forms:center-assessment.2565.i${n}.aims.${points}` })).toHaveLength(2);
});

describe('one step back', () => {
  const presentIn = (person: Person) => presentSlot(spec, draftIn(person))?.key;
  const answered = (count: number) =>
    Array.from({ length: count }, () => '2').reduce(
      (person, text) => said(person, { text }),
      withDraft(atPoints),
    );
  const edit = (person: Person, n: number) => said(person, { command: 'edit', rest: String(n) });

  test.each([
    ['after a card at a question that was edited', 5, 3, '1 x 3'],
    ['after a card whose first place was unclear, there', 5, 3, 'x 3 1'],
    ['after a card of one point, at the next question', 2, undefined, '7:3'],
    ['after a card of one point at a question that was edited', 5, 3, '7:3'],
  ])('%s restores what was before', (_, count, at, line) => {
    const before = at === undefined ? answered(count) : edit(answered(count), at);
    const kept = said(said(before, { text: line }), { text: 'ยืนยัน' });
    expect(draftIn(kept).log.length).toBeGreaterThan(draftIn(before).log.length);
    const { focus, log } = draftIn(said(kept, { command: 'back' }));
    expect({ focus, log }).toEqual({ focus: draftIn(before).focus, log: draftIn(before).log });
    expect(presentIn(said(kept, { command: 'back' }))).toBe(presentIn(before));
  });

  test('leaves an edit, and from the next question goes to the one before', () => {
    const before = answered(5);
    expect(draftIn(said(edit(before, 3), { command: 'back' })).log).toEqual(draftIn(before).log);
    const back = said(edit(before, 6), { command: 'back' });
    expect(draftIn(back).log).toEqual(draftIn(before).log.slice(0, -1));
    expect(presentIn(back)).toBe('i5');
  });
});
