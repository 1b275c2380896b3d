import type { Draft } from '../../engine/draft.ts';
import type { Decision } from '../decision.ts';
import type { Context } from '../flow.ts';
import { openDraft, type Person } from '../person.ts';
import { t } from '../reply.ts';
import { withFirst } from './question.ts';
import { readOnlyReview } from './review.ts';
import type { At } from './talk.ts';

/** Whether a draft can only be read, as its year takes no reports any more. */
export function isClosed(draft: Draft, { isOpen, features }: Pick<Context, 'isOpen' | 'features'>): boolean {
  const talk = features.talkOf(draft);
  return !talk.outlastsYear && !isOpen(talk.year(draft));
}

/** The drafts of a closed year can be read only, so none of their questions stays open. */
export function closedYear({ person, draft, talk }: Pick<At, 'person' | 'draft' | 'talk'>): Decision {
  const note = t('common:yearClosed', { year: talk.year(draft) });
  return { person: without(person, draft.id), reply: withFirst(readOnlyReview(talk, draft), [note]) };
}

function without(person: Person, draft: string): Person {
  const { open } = person;
  const isOpen = openDraft(person)?.id === draft || (open.kind === 'prompt' && open.data.draft === draft);
  return isOpen ? { ...person, open: { kind: 'nothing' } } : person;
}
