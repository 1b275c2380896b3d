import type { Draft } from '../../engine/draft.ts';
import type { DraftId } from '../../engine/ids.ts';
import type { Decision } from '../decision.ts';
import type { Closed, Person } from '../person.ts';
import type { Reply } from '../reply.ts';
import type { At } from './talk.ts';

/** The draft, as it is now, is the one that the next text answers. */
export function leaveOpen(at: Pick<At, 'person'>, draft: Draft, reply: Reply): Decision {
  return { person: withOpenDraft(at.person, draft), reply };
}

export function withOpenDraft(person: Person, draft: Draft): Person {
  return {
    ...person,
    drafts: person.drafts[draft.id] === draft ? person.drafts : { ...person.drafts, [draft.id]: draft },
    open: { kind: 'draft', draft: draft.id },
    lastDraft: draft.id,
  };
}

/** How many ended drafts are remembered for honest answers to old buttons. */
const remembered = 50;

/** The person without a draft, and with what became of it. */
export function withoutDraft(person: Person, id: DraftId, closed: Closed): Person {
  const { [id]: _gone, ...drafts } = person.drafts;
  const { lastDraft, ...rest } = person;
  const next = lastDraft === id ? Object.values(drafts).at(-1)?.id : lastDraft;
  const { open } = person;
  const wasOpen =
    (open.kind === 'draft' && open.draft === id) || (open.kind === 'prompt' && open.data.draft === id);
  return {
    ...rest,
    drafts,
    ...(next ? { lastDraft: next } : {}),
    open: wasOpen ? { kind: 'nothing' } : open,
    closed: [...person.closed, closed].slice(-remembered),
  };
}
