import { describe, expect, test } from 'vitest';
import type { Draft, Entry } from '../../../src/engine/draft.ts';
import type { DraftId, EventId, StepKey } from '../../../src/engine/ids.ts';
import { submitTapped } from '../../../src/kernel/form/submit.ts';
import type { At } from '../../../src/kernel/form/talk.ts';
import type { Person } from '../../../src/kernel/person.ts';
import { villageTalk } from '../../features/villageCheck/talk.ts';
import { now, officerOf, year } from '../../support/flowWorld.ts';
import { context } from '../../support/turn.ts';

const event = 'e1' as EventId;
const answer = (key: string, value: string | number): Entry => ({
  ...{ do: 'answer', key: key as StepKey, value, at: now, event },
});
const draft: Draft = {
  ...{ id: 'd1' as DraftId, form: villageTalk.form.id, version: villageTalk.form.version },
  ...{ subject: { unit: '["village"]', year: String(year) }, facts: {}, misses: 0 },
  log: [answer('funds', 3), answer('members', 40), answer('leader', 'ผู้ใหญ่บ้าน')],
  ...{ startedAt: now, touchedAt: now },
};
const asked: Person['open'] = {
  ...{ kind: 'prompt', flow: 'form', act: 'confirmSubmit', data: { draft: draft.id, misses: '0' } },
};

/** What the `ใช่` of a card that asked whether to submit does, when something is open. */
function taps(open: Person['open'], so: Draft = draft) {
  const officer = officerOf('นาดี');
  const person = { ...officer, drafts: { [so.id]: so }, lastDraft: so.id, open };
  const sent = { who: officer.id, lineUser: 'U1', at: now, receivedAt: now, redelivered: false };
  const at: At = {
    ...{ person, draft: so, talk: villageTalk, context },
    event: { ...sent, id: event, kind: 'text', text: '' },
  };
  return submitTapped(at);
}

describe('the yes of a card that asked whether to submit', () => {
  test('submits while that is asked', () => {
    expect(taps(asked).intent).toBeDefined();
  });

  test('asks the open question again once an answer is being edited', () => {
    const edited: Draft = { ...draft, focus: 'members' as StepKey };
    for (const open of [{ kind: 'draft', draft: draft.id } as const, asked]) {
      const { intent, person, reply } = taps(open, edited);
      expect(intent).toBeUndefined();
      expect(person.open).toEqual({ kind: 'draft', draft: draft.id });
      expect(JSON.stringify(reply)).toContain('common:notSubmitted');
    }
  });

  test('asks once more where it was not asked last', () => {
    for (const open of [{ kind: 'draft', draft: draft.id } as const, { kind: 'nothing' } as const]) {
      const { intent, person } = taps(open);
      expect(intent).toBeUndefined();
      expect(person.open).toMatchObject({ act: 'confirmSubmit' });
    }
  });
});
