import { readOnce } from '../../kernel/ask/asksOnce.ts';
import { asking, missesOf, type PromptData } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import { withFirst } from '../../kernel/form/question.ts';
import type { Person } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';

/** Unbinding this LINE account asks once; drafts stay and come back with a new code. */
export function askSignOut(person: Person, notes: readonly Text[] = [], misses = 0): Decision {
  return {
    person: asking(person, 'people', 'signOut', { misses: String(misses) }),
    reply: withFirst(
      {
        messages: [{ kind: 'text', text: [t('people:askSignOut')] }],
        options: [
          { label: t('common:yes'), tap: { kind: 'act', flow: 'people', act: 'signOutYes' } },
          { label: t('common:no'), tap: { kind: 'act', flow: 'people', act: 'stay' } },
        ],
        asks: true,
      },
      notes,
    ),
  };
}

/** Nothing where the answer is no. */
export function signOutAnswer(person: Person, event: InboundEvent, data: PromptData): Decision | undefined {
  const answer = readOnce(person, event, missesOf(data));
  if (answer.kind === 'again') return askSignOut(person, answer.notes, answer.misses);
  return answer.kind === 'yes' ? signOut(person) : undefined;
}

export function signOut(person: Person): Decision {
  return {
    person: { ...asking(person, 'people', 'code'), bindings: [] },
    reply: { messages: [{ kind: 'text', text: [t('people:signedOut')] }], options: [toMenu] },
    audits: [{ did: 'signedOut', record: 'person' }],
  };
}
