import type { Draft } from '../../engine/draft.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/flow.ts';
import { withOpenDraft } from '../../kernel/form/openDraft.ts';
import { questionReply } from '../../kernel/form/question.ts';
import type { Person } from '../../kernel/person.ts';
import type { Text } from '../../kernel/reply.ts';

/** Goes on with a draft of the assessment: its next question, after a word of what it is about. */
export const openForm = (person: Person, draft: Draft, note: Text, context: Context): Decision => ({
  person: withOpenDraft(person, draft),
  reply: questionReply(context.features.talkOf(draft), draft, [note], context),
});
