import { describe, expect, test } from 'vitest';
import { advance, type Move, presentSlot } from '../../../src/engine/advance.ts';
import type { Draft } from '../../../src/engine/draft.ts';
import type { DraftId, EventId } from '../../../src/engine/ids.ts';
import { centerAssessment2565 } from '../../../src/features/assessment/forms/centerAssessment2565.ts';
import { startDraft } from '../../../src/features/assessment/subject.ts';
import { createAssessmentTalk } from '../../../src/features/assessment/talk.ts';
import { specOf } from '../../../src/kernel/form/talk.ts';
import type { IsoDate } from '../../../src/programme/ids.ts';
import { centerNamed, now, year } from '../../support/flowWorld.ts';
import { context } from '../../support/turn.ts';

const talk = createAssessmentTalk(centerAssessment2565);
const spec = specOf(talk, context);
const begun = startDraft(
  'd1' as DraftId,
  centerNamed('ศจก.บ้านหนอง', 'นาดี'),
  { year, version: 2565 },
  undefined,
  now,
);

const moved = (draft: Draft, move: Move, today: string) =>
  advance(spec, draft, move, { at: now, event: 'e1' as EventId, today });
const typed = (draft: Draft, text: string, today: string) => moved(draft, { kind: 'text', text }, today);

/** An assessment with 2 points for the indicators below the one given, 3 for the others; its plan's first line up to its date. */
function atPlanDate(today: string, belowFull: readonly number[] = [1, 2]): Draft {
  const points = Array.from({ length: 14 }, (_, place) => (belowFull.includes(place + 1) ? '2' : '3'));
  let draft = moved(begun, { kind: 'end', key: presentSlot(spec, begun)?.key ?? ('' as never) }, today).draft;
  for (const text of points) draft = typed(draft, text, today).draft;
  for (let skipped = 0; skipped < 3; skipped += 1) draft = moved(draft, { kind: 'skip' }, today).draft;
  for (const text of ['จัดประชุม', 'ประธาน']) draft = typed(draft, text, today).draft;
  return draft;
}

const suggestedFor = (draft: Draft, today: string) => {
  const slot = presentSlot(spec, draft);
  return slot && talk.suggestion?.(draft, slot, today as IsoDate);
};

describe('by when a line of the plan is done', () => {
  const today = '2022-08-01';
  const draft = atPlanDate(today);

  test('is never in the past, nor beyond what anybody plans', () => {
    expect(typed(draft, '31 ก.ค. 65', today).happened).toMatchObject({ problem: { code: 'inPast' } });
    expect(typed(draft, '30 ก.ย. 2665', today).happened).toMatchObject({ problem: { code: 'tooLate' } });
    expect(typed(draft, 'วันนี้', today).happened).toMatchObject({ kind: 'answered', value: today });
  });

  test('is the coming day where no year is said, also over the turn of the year', () => {
    expect(typed(draft, '30 กันยายน', today).happened).toMatchObject({ value: '2022-09-30' });
    expect(typed(draft, '31 มี.ค.', today).happened).toMatchObject({ value: '2023-03-31' });
  });

  test.each([
    ['within the year', '2022-08-01', '2022-09-30'],
    ['on its last day', '2022-09-30', '2023-09-30'],
    ['after its end, while it is still open', '2022-12-01', '2023-09-30'],
  ])('is suggested ahead of today %s', (_when, on, suggested) => {
    const late = atPlanDate(on);
    expect(suggestedFor(late, on)).toEqual({ kind: 'value', value: suggested });
    expect(typed(late, suggested, on).happened).toMatchObject({ kind: 'answered' });
  });

  test('is suggested as in the line before, unless that day has passed meanwhile', () => {
    const next = [typed(draft, '5 ส.ค. 65', today).draft]
      .map((line) => typed(line, 'ทบทวนคำสั่ง', today).draft)
      .map((line) => typed(line, 'เลขานุการ', today).draft)
      .at(0);
    if (!next) throw new Error('no second line');
    expect(suggestedFor(next, '2022-08-05')).toEqual({ kind: 'value', value: '2022-08-05' });
    expect(suggestedFor(next, '2022-08-06')).toEqual({ kind: 'value', value: '2022-09-30' });
  });
});
