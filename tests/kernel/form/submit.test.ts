import { expect, test } from 'vitest';
import { createTurn } from '../../../src/app/turn.ts';
import type { EventId } from '../../../src/engine/ids.ts';
import { startDraft } from '../../../src/features/assessment/subject.ts';
import { submitNow } from '../../../src/kernel/form/submit.ts';
import type { At, FormTalk } from '../../../src/kernel/form/talk.ts';
import { centerNamed, now, officerOf, year } from '../../support/flowWorld.ts';
import { context } from '../../support/turn.ts';

const officer = officerOf('นาดี');
const center = centerNamed('ศจก.บ้านทุ่ง', 'นาดี');
const draft = startDraft('d1' as never, center, { year, version: 2565 }, undefined, now);
const event = {
  ...{ id: 'e1' as EventId, who: officer.id, lineUser: 'U1', at: now, receivedAt: now, redelivered: false },
  ...{ kind: 'text' as const, text: 'ใช่' },
};
/** A form in which nothing is left to answer. */
const answered = {
  form: { id: 'done', version: 1, source: '', steps: [] },
  derived: {},
  submit: () => ({ kind: 'letGo' }),
} as unknown as FormTalk;

test('a draft is marked while it is being submitted, and with the next event no more', async () => {
  const at: At = {
    person: { ...officer, drafts: { [draft.id]: draft } },
    draft,
    talk: answered,
    event,
    context,
  };
  const { person } = submitNow(at);
  expect(person.submitting).toBe('d1');

  const { features, debtLimits, quiet, servesFiles, render, wordings } = context;
  const turn = createTurn({
    ...{ readers: {}, features, debtLimits, quiet, servesFiles, texts: { render, wordings } },
    ...{ now: () => now, years: async () => ({ ...context, present: year }) },
  });
  const next = await turn({ ...event, id: 'e2' as EventId, kind: 'other', media: 'sticker' }, person);
  expect(next.person).not.toHaveProperty('submitting');
});
