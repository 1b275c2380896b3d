import { clean } from '../../engine/parse/clean.ts';
import { hasLetters } from '../../engine/readAnswer.ts';
import { asking, helpAfter, missesOf, type PromptData } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import { withFirst } from '../../kernel/form/question.ts';
import type { Person } from '../../kernel/person.ts';
import { said, type Text, t } from '../../kernel/reply.ts';

/** Names longer than this do not fit on a form's signature line. */
const longestName = 120;

export function askName(person: Person, notes: readonly Text[] = [], misses = 0): Decision {
  return {
    person: asking(person, 'people', 'name', { free: 'yes', misses: String(misses) }),
    reply: withFirst({ messages: [{ kind: 'text', text: [t('people:askName')] }], asks: true }, notes),
  };
}

export function renameAnswer(person: Person, event: InboundEvent, data: PromptData): Decision {
  const name = event.kind === 'text' ? clean(event.text) : '';
  const problem = problemOf(name);
  if (problem) {
    const misses = missesOf(data) + 1;
    return askName(person, [problem, ...helpAfter(misses)], misses);
  }
  const renamed: Person = { ...person, name, open: { kind: 'nothing' } };
  return {
    person: renamed,
    reply: {
      messages: [{ kind: 'text', text: [t('people:renamed', { name: said(name) })] }],
      options: [toMenu],
    },
  };
}

function problemOf(name: string): Text | undefined {
  if (name === '') return t('problems:unreadable.text');
  if (name.length > longestName) return t('problems:tooLong', { length: name.length, max: longestName });
  return hasLetters(name) ? undefined : t('problems:noLetters');
}
