import { toMenu } from '../../kernel/ask/toMenu.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/flow.ts';
import { askAgain } from '../../kernel/form/askAgain.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Block, type Text, t } from '../../kernel/reply.ts';
import { draftRow } from '../menu/index.ts';
import { firstTask } from '../tasks/index.ts';

/** A greeting, thanks or "what can you do": a kind word, and the open question again or what is to be done first. */
export const courtesy = (person: Person, word: Text, context: Context): Turn =>
  person.open.kind === 'nothing'
    ? ask({ duties: read('dutiesOf', person) }, ({ duties }) =>
        withWork(person, word, [...draftRow(person, context), ...firstTask(duties, context)]),
      )
    : { person, reply: askAgain(person, [word], context) };

function withWork(person: Person, heading: Text, rows: readonly Block[]): Decision {
  if (rows.length > 0) {
    return {
      person,
      reply: { messages: [{ kind: 'card', card: { heading, blocks: rows } }], options: [toMenu] },
    };
  }
  const rest = person.bindings.length === 0 ? t('menu:noRole') : t('tasks:none');
  return { person, reply: { messages: [{ kind: 'text', text: [heading, rest] }], options: [toMenu] } };
}
