import { presentSlot } from '../../engine/advance.ts';
import type { Draft } from '../../engine/draft.ts';
import { walk } from '../../engine/walk.ts';
import { readOnce } from '../ask/asksOnce.ts';
import { missesOf, type PromptData } from '../ask/prompt.ts';
import type { Decision } from '../decision.ts';
import { type Text, t } from '../reply.ts';
import { aboutOf } from './about.ts';
import { askOn } from './askOn.ts';
import { leaveOpen, withOpenDraft } from './openDraft.ts';
import { withFirst } from './question.ts';
import { reviewReply } from './review.ts';
import { type At, specOf } from './talk.ts';

/** Asks once before a report leaves; what is missing is shown instead. */
export function confirmSubmit(at: At, notes: readonly Text[] = [], misses = 0): Decision {
  const { talk, draft, person, context } = at;
  if (walk(talk.form, draft, talk.derived).open)
    return leaveOpen(at, draft, reviewReply(talk, draft, at.context));
  return {
    person: {
      ...person,
      lastDraft: draft.id,
      open: {
        kind: 'prompt',
        flow: 'form',
        act: 'confirmSubmit',
        data: { draft: draft.id, misses: String(misses) },
      },
    },
    reply: withFirst(
      {
        messages: [
          { kind: 'text', text: [t('common:confirmSubmit', { about: aboutOf(talk, draft, context) })] },
        ],
        options: [
          { label: t('common:yes'), tap: { kind: 'act', flow: 'form', act: 'submitYes', draft: draft.id } },
          { label: t('common:no'), tap: { kind: 'act', flow: 'form', act: 'submitNo', draft: draft.id } },
        ],
        asks: true,
      },
      notes,
    ),
  };
}

/** The answer to "submit?": any yes word submits. */
export function submitAnswer(at: At, data: PromptData): Decision {
  const answer = readOnce(at.person, at.event, missesOf(data));
  if (answer.kind === 'again') return confirmSubmit(at, answer.notes, answer.misses);
  return answer.kind === 'yes' ? submitNow(at) : notSubmitted(at);
}

/** A no shows the review again. */
export function notSubmitted(at: At): Decision {
  return leaveOpen(
    at,
    at.draft,
    withFirst(reviewReply(at.talk, at.draft, at.context), [t('common:notSubmitted')]),
  );
}

/** The button that says yes, which may be of an earlier card: what is open again, or was not asked last, is asked. */
export function submitTapped(at: At, then?: 'onwards'): Decision {
  const { person, draft, talk, context } = at;
  if (presentSlot(specOf(talk, context), draft)) return askOn(at, draft, [t('common:notSubmitted')]);
  const { open } = person;
  const isAsked = open.kind === 'prompt' && open.act === 'confirmSubmit' && open.data.draft === draft.id;
  return talk.keeps || isAsked ? submitNow(at, then) : confirmSubmit(at);
}

/** The shared case decides; its outcome says receipt or refusal, and `onwards` what comes next besides. */
export function submitNow(at: At, then?: 'onwards'): Decision {
  const { person, talk } = at;
  const { onwards: _before, ...rest } = at.draft;
  const draft: Draft = then ? { ...rest, onwards: true } : rest;
  if (walk(talk.form, draft, talk.derived).open)
    return leaveOpen(at, draft, reviewReply(talk, draft, at.context));
  return {
    person: { ...withOpenDraft(person, draft), submitting: draft.id },
    intent: talk.submit(draft),
  };
}
