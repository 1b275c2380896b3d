import { toMenu } from '../ask/toMenu.ts';
import type { Context } from '../flow.ts';
import { openDraft, type Person } from '../person.ts';
import type { Reply, Text } from '../reply.ts';
import { questionReply, withFirst } from './question.ts';
import { goOn } from './waiting.ts';

/** The open question once more, with notes said first; where none is open, the way to the draft that waits and to the menu. */
export function askAgain(person: Person, notes: readonly Text[], context: Context): Reply {
  const draft = openDraft(person);
  if (draft) return questionReply(context.features.talkOf(draft), draft, notes, context);
  const { question } = person.shown;
  if (person.open.kind === 'prompt' && question) {
    return withFirst({ messages: [question.message], options: question.options, asks: true }, notes);
  }
  return {
    messages: [{ kind: 'text', text: notes }],
    options: [...goOn(person), toMenu],
  };
}
