import { readOnce } from '../ask/asksOnce.ts';
import { missesOf, type PromptData } from '../ask/prompt.ts';
import { toMenu } from '../ask/toMenu.ts';
import type { Decision } from '../decision.ts';
import { type Option, type Text, t } from '../reply.ts';
import { aboutOf } from './about.ts';
import { askOn } from './askOn.ts';
import { withoutDraft } from './openDraft.ts';
import { withFirst } from './question.ts';
import type { At } from './talk.ts';

/** Cancelling asks once; the draft is kept unless its deletion is chosen on this card. */
export function confirmCancel(
  { person, draft, talk, context }: At,
  notes: readonly Text[] = [],
  misses = 0,
): Decision {
  const option = (act: string, label: Option['label']): Option => ({
    label,
    tap: { kind: 'act', flow: 'form', act, draft: draft.id },
  });
  return {
    person: {
      ...person,
      lastDraft: draft.id,
      open: {
        kind: 'prompt',
        flow: 'form',
        act: 'confirmCancel',
        data: { draft: draft.id, misses: String(misses) },
      },
    },
    reply: withFirst(
      {
        messages: [{ kind: 'text', text: [t('common:cancelAsk', { about: aboutOf(talk, draft, context) })] }],
        options: [
          option('keepDraft', t('common:keepDraft')),
          option('deleteDraft', t('common:deleteDraft')),
          { label: t('commands:continue'), tap: { kind: 'say' } },
        ],
        asks: true,
      },
      notes,
    ),
  };
}

/** The answer to "stop for now?": yes keeps the draft, no goes on with it. */
export function cancelAnswer(at: At, data: PromptData): Decision {
  const answer = readOnce(at.person, at.event, missesOf(data), t('common:cancelChoices'));
  if (answer.kind === 'again') return confirmCancel(at, answer.notes, answer.misses);
  if (answer.kind === 'yes') return keepDraft(at);
  return askOn(at, at.draft, []);
}

export function keepDraft({ person }: At): Decision {
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [{ kind: 'text', text: [t('common:draftKept')] }],
      options: [{ label: t('commands:continue'), tap: { kind: 'say' } }],
    },
  };
}

export function deleteDraft({ person, draft, talk, context }: At): Decision {
  const intent = talk.release?.(draft);
  return {
    person: withoutDraft(person, draft.id, { draft: draft.id, what: 'deleted' }),
    reply: {
      messages: [
        { kind: 'text', text: [t('common:draftDeleted', { about: aboutOf(talk, draft, context) })] },
      ],
      options: [toMenu],
    },
    ...(intent ? { intent } : {}),
    audits: [{ did: 'deletedDraft', record: draft.id }],
  };
}
