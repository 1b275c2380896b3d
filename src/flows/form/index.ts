import { advance, type Move, presentSlot } from '../../engine/advance.ts';
import type { Draft } from '../../engine/draft.ts';
import type { DraftId, StepKey } from '../../engine/ids.ts';
import type { InboundEvent } from '../event.ts';
import type { Call, Context, Decision, Flow } from '../flow.ts';
import { talkOf } from '../forms/index.ts';
import type { Person } from '../person.ts';
import { t } from '../reply.ts';
import { cancelAnswer, confirmCancel, deleteDraft, keepDraft } from './cancel.ts';
import { notesOn } from './notes.ts';
import { asking } from './openDraft.ts';
import { ask, withFirst } from './question.ts';
import { resume } from './resume.ts';
import { reviewReply } from './review.ts';
import { confirmSubmit, submitAnswer, submitNow } from './submit.ts';
import { type At, specOf } from './talk.ts';

/**
 * The conversation about any form in progress: answers, photos, the words of navigation, the review,
 * submitting and cancelling. What is special to a form is in its FormTalk.
 */
export const formFlow: Flow = {
  id: 'form',
  decide: (person, call, event, context) => {
    if (call.kind === 'command' && call.command === 'continue') return resume(person, context);
    if (call.kind === 'answer') return promptAnswer(person, call, event, context);
    const draft = draftOf(person, call);
    if (!draft) return { person, reply: { messages: [{ kind: 'text', text: [t('common:noForm')] }] } };
    const at: At = { person, draft, talk: talkOf(draft), event, context };
    if (!context.isOpen(at.talk.year(draft))) return closed(at);
    return call.kind === 'event' ? material(at) : moved(at, call);
  },
};

function draftOf(person: Person, call: Call): Draft | undefined {
  const id: DraftId | undefined = call.kind === 'act' ? call.draft : undefined;
  const open = person.open.kind === 'draft' ? person.open.draft : undefined;
  const wanted = id ?? open ?? person.lastDraft;
  return wanted === undefined ? undefined : person.drafts[wanted];
}

/** The drafts of a closed year can be read only. */
function closed({ person, draft, talk }: At): Decision {
  const note = t('common:yearClosed', { year: talk.year(draft) });
  return { person, reply: withFirst(reviewReply(talk, draft), [note]) };
}

function promptAnswer(
  person: Person,
  call: Extract<Call, { kind: 'answer' }>,
  event: InboundEvent,
  context: Context,
): Decision {
  const draft = person.drafts[(call.data.draft ?? '') as DraftId];
  if (!draft) return { person, reply: { messages: [{ kind: 'text', text: [t('common:noForm')] }] } };
  const at: At = { person, draft, talk: talkOf(draft), event, context };
  if (call.act === 'confirmSubmit') return submitAnswer(at);
  return cancelAnswer(at);
}

/** Photos, files, places and anything else that is sent while a question is open. */
function material(at: At): Decision {
  const { event } = at;
  switch (event.kind) {
    case 'text':
      return step(at, { kind: 'text', text: event.text });
    case 'file':
      return step(at, { kind: 'evidence', evidence: { kind: event.media, file: event.file } });
    case 'location':
      return step(at, {
        kind: 'evidence',
        evidence: { kind: 'location', latitude: event.latitude, longitude: event.longitude },
      });
    default:
      return asking(at, at.draft, ask(at.talk, at.draft, [], at.context));
  }
}

function moved(at: At, call: Extract<Call, { kind: 'command' | 'act' }>): Decision {
  const name = call.kind === 'command' ? call.command : call.act;
  switch (name) {
    case 'back':
      return step(at, { kind: 'back' });
    case 'skip':
      return step(at, { kind: 'skip' });
    case 'end':
      return step(at, { kind: 'end' });
    case 'review':
      return asking(at, at.draft, reviewReply(at.talk, at.draft));
    case 'cancel':
      return confirmCancel(at);
    case 'keepDraft':
      return keepDraft(at);
    case 'deleteDraft':
      return deleteDraft(at);
    case 'submit':
      return confirmSubmit(at);
    case 'submitYes':
      return submitNow(at);
    case 'resume':
      return resume({ ...at.person, lastDraft: at.draft.id }, at.context);
    case 'answer':
      return call.kind === 'act' ? answerTap(at, call) : asking(at, at.draft, reviewReply(at.talk, at.draft));
    case 'text':
      return call.kind === 'act' ? step(at, { kind: 'text', text: call.value ?? '' }) : material(at);
    case 'suggest':
      return suggested(at);
    case 'explain':
      return explained(at);
    case 'edit':
      return edited(at, call);
    default:
      return at.talk.act?.(at, name) ?? asking(at, at.draft, ask(at.talk, at.draft, [], at.context));
  }
}

function answerTap(at: At, call: Extract<Call, { kind: 'act' }>): Decision {
  const separator = call.value?.indexOf('=') ?? -1;
  const key = (call.value ?? '').slice(0, separator) as StepKey;
  return step(at, { kind: 'tap', key, value: (call.value ?? '').slice(separator + 1) });
}

function edited(at: At, call: Extract<Call, { kind: 'command' | 'act' }>): Decision {
  if (call.kind === 'act') return step(at, { kind: 'editKey', key: (call.value ?? '') as StepKey });
  const number = Number(/^\D*(\d{1,3})$/.exec(call.rest)?.[1] ?? Number.NaN);
  if (!Number.isNaN(number)) return step(at, { kind: 'edit', number });
  return asking(at, at.draft, reviewReply(at.talk, at.draft));
}

function suggested(at: At): Decision {
  const slot = presentSlot(specOf(at.talk, at.context), at.draft);
  const suggestion = slot ? at.talk.suggestion?.(at.draft, slot, at.context.today) : undefined;
  if (!suggestion) return asking(at, at.draft, ask(at.talk, at.draft, [], at.context));
  const value =
    suggestion.kind === 'value' ? suggestion.value : at.context.render(suggestion.text, at.person.language);
  return step(at, { kind: 'value', value });
}

function explained(at: At): Decision {
  const slot = presentSlot(specOf(at.talk, at.context), at.draft);
  const text = slot ? at.talk.explain?.(slot) : undefined;
  return asking(at, at.draft, ask(at.talk, at.draft, text ? [text] : [], at.context));
}

/** Moves the draft and asks on. */
function step(at: At, move: Move): Decision {
  const { talk, draft, event, context } = at;
  const turn = { at: event.at, event: event.id, today: context.today };
  const { draft: next, happened } = advance(specOf(talk, context), draft, move, turn);
  const card = talk.milestone?.(draft, next, happened);
  return asking(at, next, ask(talk, next, notesOn(talk, happened), context, card));
}
