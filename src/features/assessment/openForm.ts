import type { Draft } from '../../engine/draft.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/flow.ts';
import { aboutOf } from '../../kernel/form/about.ts';
import { withOpenDraft } from '../../kernel/form/openDraft.ts';
import { questionReply } from '../../kernel/form/question.ts';
import type { Person } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';

/** Goes on with a draft of the assessment: its next question, after a word of what it is about. */
export function openForm(
  person: Person,
  draft: Draft,
  note: Note,
  context: Context,
  notes: readonly Text[] = [],
): Decision {
  const talk = context.features.talkOf(draft);
  const about = aboutOf(talk, draft, context);
  return {
    person: withOpenDraft(person, draft),
    reply: questionReply(talk, draft, [t(note, { about }), ...notes], context),
  };
}

type Note =
  | 'common:resumed'
  | 'assessment:begun'
  | 'assessment:tookOver'
  | 'assessment:toAmend'
  | 'assessment:revising';
