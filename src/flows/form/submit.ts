import { readYesNo } from '../../engine/parse/yesNo.ts';
import { walk } from '../../engine/walk.ts';
import type { Decision } from '../flow.ts';
import { t } from '../reply.ts';
import { asking } from './openDraft.ts';
import { withFirst } from './question.ts';
import { reviewReply } from './review.ts';
import type { At } from './talk.ts';

/** Asks once before a report leaves; what is missing is shown instead. */
export function confirmSubmit(at: At): Decision {
  const { talk, draft, person } = at;
  if (walk(talk.form, draft, talk.derived).open) return asking(at, draft, reviewReply(talk, draft));
  return {
    person: {
      ...person,
      lastDraft: draft.id,
      open: { kind: 'prompt', flow: 'form', act: 'confirmSubmit', data: { draft: draft.id } },
    },
    reply: {
      messages: [{ kind: 'text', text: [t('common:confirmSubmit', { about: talk.about(draft) })] }],
      options: [
        { label: t('common:yes'), tap: { kind: 'act', flow: 'form', act: 'submitYes', draft: draft.id } },
        { label: t('common:no'), tap: { kind: 'act', flow: 'form', act: 'review', draft: draft.id } },
      ],
      asks: true,
    },
  };
}

/** The answer to "submit?": any yes word submits, anything else shows the review again. */
export function submitAnswer(at: At): Decision {
  const { event, talk, draft } = at;
  const answer = event.kind === 'text' ? readYesNo(event.text) : undefined;
  if (answer?.kind === 'read' && answer.value) return submitNow(at);
  return asking(at, draft, withFirst(reviewReply(talk, draft), [t('common:notSubmitted')]));
}

/** The shared case decides; its outcome says receipt or refusal. */
export function submitNow(at: At): Decision {
  const { person, draft, talk, context } = at;
  if (!context.isOpen(talk.year(draft)) || walk(talk.form, draft, talk.derived).open) {
    return asking(at, draft, reviewReply(talk, draft));
  }
  return { person: { ...person, open: { kind: 'draft', draft: draft.id } }, intent: talk.submit(draft) };
}
