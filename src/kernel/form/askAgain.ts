import type { Context } from '../flow.ts';
import { openDraft, type Person } from '../person.ts';
import { type Reply, type Text, t } from '../reply.ts';
import { questionReply, withFirst } from './question.ts';

/** The open question once more, with notes said first; the way to the menu where none is open. */
export function askAgain(person: Person, notes: readonly Text[], context: Context): Reply {
  const draft = openDraft(person);
  if (draft) return questionReply(context.features.talkOf(draft), draft, notes, context);
  const { question } = person.shown;
  if (person.open.kind === 'prompt' && question) {
    return withFirst({ messages: [question.message], options: question.options, asks: true }, notes);
  }
  return {
    messages: [{ kind: 'text', text: notes }],
    options: [{ label: t('commands:menu'), tap: { kind: 'say' } }],
  };
}
