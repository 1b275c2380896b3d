import { readOnce } from '../ask/asksOnce.ts';
import { asking, missesOf, type PromptData } from '../ask/prompt.ts';
import type { InboundEvent } from '../event.ts';
import type { Decision } from '../flow.ts';
import { withFirst } from '../form/question.ts';
import { type Person, stranger } from '../person.ts';
import { type Text, t } from '../reply.ts';

export function askErase(person: Person, notes: readonly Text[] = [], misses = 0): Decision {
  return {
    person: asking(person, 'people', 'erase', { misses: String(misses) }),
    reply: withFirst(
      {
        messages: [{ kind: 'text', text: [t('people:askErase')] }],
        options: [
          { label: t('people:eraseYes'), tap: { kind: 'act', flow: 'people', act: 'eraseYes' } },
          { label: t('common:no'), tap: { kind: 'act', flow: 'people', act: 'stay' } },
        ],
        asks: true,
      },
      notes,
    ),
  };
}

/** Nothing where the answer is no. */
export function eraseAnswer(person: Person, event: InboundEvent, data: PromptData): Decision | undefined {
  const answer = readOnce(person, event, missesOf(data));
  if (answer.kind === 'again') return askErase(person, answer.notes, answer.misses);
  return answer.kind === 'yes' ? erase(person) : undefined;
}

/**
 * Everything about the person goes, and what they hold is free for others; submitted reports stay, as the office has to
 * keep them.
 */
export function erase(person: Person): Decision {
  return {
    person: { ...stranger(person.id, person.lineUser), language: person.language },
    reply: { messages: [{ kind: 'text', text: [t('people:erased')] }] },
    intent: { kind: 'letGo' },
    audits: [{ did: 'erased', record: 'person' }],
  };
}
