import { expect, test } from 'vitest';
import { createTurn } from '../../src/app/turn.ts';
import type { DraftId, EventId } from '../../src/engine/ids.ts';
import { startDraft } from '../../src/features/assessment/subject.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
import type { InboundEvent } from '../../src/kernel/event.ts';
import type { Person } from '../../src/kernel/person.ts';
import { wordsOf } from '../support/conversation.ts';
import { createReaders } from '../support/effects.ts';
import { centerNamed, now, officerOf, year } from '../support/flowWorld.ts';
import { usualQuiet } from '../support/hours.ts';
import { storeOf } from '../support/storeOf.ts';
import { context } from '../support/turn.ts';

const nong = centerNamed('ศจก.บ้านหนอง', 'นาดี');
/** A draft that an officer has open, of a version that there is no more. */
const draft = startDraft('d1' as DraftId, nong, { year, version: 1999 }, undefined, now);
const officer: Person = {
  ...officerOf('นาดี'),
  drafts: { [draft.id]: draft },
  lastDraft: draft.id,
  open: { kind: 'draft', draft: draft.id },
};

async function says(person: Person, text: string) {
  const turn = createTurn({
    readers: createReaders(await storeOf({ centers: [nong], cases: [] }, person)),
    now: () => now,
    years: async () => ({ ...context, present: year }),
    features: context.features,
    texts: context,
    debtLimits: legalLimits,
    quiet: usualQuiet,
    servesFiles: false,
  });
  const event: InboundEvent = {
    ...{ id: `e ${text}` as EventId, who: person.id, lineUser: 'U1', at: now, receivedAt: now },
    ...{ redelivered: false, kind: 'text', text },
  };
  return turn(event, person);
}

test('a draft of a form that is not known any more is put aside with a word, and lets go of its case', async () => {
  const { person, reply, intent } = await says(officer, 'เมนู');
  expect(reply && wordsOf(reply)).toContain('แบบที่กรอกค้างไว้ยกเลิกใช้แล้ว');
  expect(intent).toEqual({ kind: 'releaseDrafts', drafts: ['d1'] });
  expect(person.drafts).toEqual({});
  expect(person.putAside).toEqual([draft]);
  expect(person.open.kind).not.toBe('draft');
  // It is said once.
  const next = await says(person, 'เมนู');
  expect(next.reply && wordsOf(next.reply)).not.toContain('แบบที่กรอกค้างไว้');
  expect(next.intent).toBeUndefined();
});

test('what wants something first leaves the word to the next reply', async () => {
  const { person, intent, reply } = await says(officer, 'ประเมิน หนอง');
  expect([intent?.kind, reply]).toEqual(['claim', undefined]);
  expect(person.drafts).toEqual({ d1: draft });
  expect(person).not.toHaveProperty('putAside');
});
