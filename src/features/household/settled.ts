import type { Draft } from '../../engine/draft.ts';
import type { Decision } from '../../kernel/decision.ts';
import { withoutDraft } from '../../kernel/form/openDraft.ts';
import { withFirst } from '../../kernel/form/question.ts';
import { reviewReply } from '../../kernel/form/review.ts';
import { openDraft, type Person } from '../../kernel/person.ts';
import type { Text } from '../../kernel/reply.ts';
import type { AtCenter } from './atCenter.ts';
import { showCenter } from './show.ts';

/** A decision, and whether what was wanted was done. */
export type Settled = Decision & { readonly done: boolean };

/** What the form says is refused: its review again, with why. */
export function refusedForm(
  { person, debts, context }: AtCenter,
  draft: Draft | undefined,
  why: Text,
): Decision {
  if (!draft) return showCenter(person, debts, { notes: [why] });
  return { person, reply: withFirst(reviewReply(context.features.talkOf(draft), draft, context), [why]) };
}

/** The person without the form that was kept. */
export function kept(person: Person): Person {
  const draft = openDraft(person);
  const isOurs = draft?.form.startsWith('household-') ?? false;
  return draft && isOurs ? withoutDraft(person, draft.id, { draft: draft.id, what: 'saved' }) : person;
}
