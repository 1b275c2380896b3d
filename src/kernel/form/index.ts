import { type Move, presentSlot, slotAt } from '../../engine/advance.ts';
import type { Draft, Evidence } from '../../engine/draft.ts';
import type { StepKey } from '../../engine/ids.ts';
import { sameWords } from '../../engine/parse/clean.ts';
import { readChoiceNumber } from '../../engine/parse/number.ts';
import { readYesNo } from '../../engine/parse/yesNo.ts';
import { type Slot, toKey, walk } from '../../engine/walk.ts';
import { ask, type Turn } from '../asking.ts';
import { numberBehind } from '../commands.ts';
import type { Decision } from '../decision.ts';
import type { What } from '../event.ts';
import type { Call, Flow } from '../flow.ts';
import { isOneOf } from '../isOneOf.ts';
import { draftOf, openDraft, type Person } from '../person.ts';
import { read } from '../reads.ts';
import { type Option, said, type Text, t } from '../reply.ts';
import { aboutOf } from './about.ts';
import { askAgain } from './askAgain.ts';
import { askOn, moveDraft } from './askOn.ts';
import { cancelAnswer, confirmCancel, deleteDraft, keepDraft } from './cancel.ts';
import { closedYear, isClosed } from './closedYear.ts';
import { unlessFrozen } from './frozen.ts';
import { notesOn } from './notes.ts';
import { leaveOpen, withOpenDraft } from './openDraft.ts';
import { questionReply, wordsOffered } from './question.ts';
import { resume } from './resume.ts';
import { reviewReply } from './review.ts';
import { answerCard, answerGroups, answerShared, cardTapped, propose, suggestAll } from './several.ts';
import { isCardShown } from './severalCard.ts';
import { askedAgain, withAskedLast } from './shownLast.ts';
import { confirmSubmit, notSubmitted, submitAnswer, submitNow, submitTapped } from './submit.ts';
import { type At, specOf, suggestedValue } from './talk.ts';
import { takeThrough } from './through.ts';
import { valueText } from './value.ts';
import type { Wording, WordingLine } from './wording.ts';

/**
 * The conversation about any form in progress: answers, photos, the words of navigation, the review,
 * submitting and cancelling. What is special to a form is in its FormTalk.
 */
export const formFlow: Flow = {
  id: 'form',
  decide: (person, call, event, context) => {
    if (call.kind === 'command' && call.command === 'continue') return resume(person, context);
    const draft = draftMeant(person, call);
    if (!draft) return { person, reply: askAgain(person, [t('common:noForm')], context) };
    const at: At = { person, draft, talk: context.features.talkOf(draft), event, context };
    if (isClosed(draft, context)) return closedYear(at);
    if (call.kind === 'answer')
      return call.act === 'confirmSubmit' ? submitAnswer(at, call.data) : cancelAnswer(at, call.data);
    return call.kind === 'event' ? material(at) : moved(at, call);
  },
};

function draftMeant(person: Person, call: Call): Draft | undefined {
  if (call.kind === 'answer') return draftOf(person, call.data.draft);
  if (call.kind === 'act' && call.draft !== undefined) return draftOf(person, call.draft);
  return openDraft(person) ?? draftOf(person, person.lastDraft);
}

/** Photos, files, places and anything else that is sent while a question is open. */
function material(at: At): Turn {
  const { event } = at;
  switch (event.kind) {
    case 'text':
      return isYesToReview(at, event.text) ? unlessFrozen(at, () => submitNow(at)) : typed(at, event.text);
    case 'file': {
      const why = at.talk.refusesFiles?.(at.context);
      if (why) return askOn(at, at.draft, [why]);
      return step(
        at,
        { kind: 'evidence', evidence: evidenceIn(event), ...moreOf(at, event) },
        { besides: notesOf(at, event) },
      );
    }
    case 'location':
      return step(at, {
        kind: 'evidence',
        evidence: { kind: 'location', latitude: event.latitude, longitude: event.longitude },
      });
    default:
      return askOn(at, at.draft, []);
  }
}

type Sent = Extract<What, { kind: 'file' }>;

const evidenceIn = (sent: Sent): Evidence =>
  sent.media === 'photo'
    ? { kind: 'photo', file: sent.file }
    : { kind: 'file', file: sent.file, name: sent.name };

const sentWith = (sent: Sent) => (sent.media === 'photo' ? (sent.more ?? []) : []);

/** Photos that were sent together, but where only one goes with all that is filled in. */
function moreOf({ talk }: At, sent: Sent): { readonly more?: readonly Evidence[] } {
  const more = sentWith(sent);
  if (talk.attachment || more.length === 0) return {};
  return { more: more.map((file) => ({ kind: 'photo', file })) };
}

/** What is said of photos of a set that are not kept. */
function notesOf({ talk }: At, sent: Sent): readonly Text[] {
  const unusable = sent.media === 'photo' ? (sent.unusable ?? 0) : 0;
  return [
    ...(talk.attachment && sentWith(sent).length > 0 ? [t('common:onePhotoOnly')] : []),
    ...(unusable > 0 ? [t('common:photosUnusable', { count: unusable })] : []),
  ];
}

/** A typed answer; a card of the form's own may read it in its own way. */
function typed(asked: At, text: string): Turn {
  const slot = presentSlot(specOf(asked.talk, asked.context), asked.draft);
  const again = slot && askedAgain(asked, slot, text);
  if (again) return again;
  const at: At = { ...asked, draft: withAskedLast(asked) };
  const chosen = slot && at.draft.asked?.key === slot.key ? offeredAt(at, slot, text) : undefined;
  if (chosen) return step(at, chosen);
  const several = slot && at.talk.several?.(at, slot, text);
  if (isCardShown(at.draft)) return answerCard(at, text, several);
  if (several) return answerGroups(at, several) ?? propose(at, several);
  if (!slot) return atReview(at, text);
  if (at.talk.explain?.(slot).length && isOneOf(text, t('common:officialWording'), at.context.wordings))
    return officialWording(at, slot.key);
  const special = at.talk.typed?.(at, slot, text);
  return special ?? step(at, offeredAt(at, slot, text) ?? wordedAt(at, slot, text) ?? { kind: 'text', text });
}

/** A text with nothing open may answer questions all the same, several at once. */
function atReview(at: At, text: string): Decision {
  const through = takeThrough(at, at.talk.atReview?.(at, text) ?? []);
  if (!through) return step(at, { kind: 'text', text });
  const { draft, notes, last } = through;
  return step(
    { ...at, draft: { ...draft, focus: last.key } },
    { kind: 'text', text: last.text },
    { first: notes },
  );
}

/** The button of offered words whose number was typed. */
function offeredAt({ draft, talk }: At, slot: Slot, text: string): Move | undefined {
  const offered = wordsOffered(talk, draft, slot);
  const { reading } = readChoiceNumber(text);
  const value = reading.kind === 'read' ? offered[reading.value - 1] : undefined;
  return value === undefined ? undefined : { kind: 'value', key: slot.key, value };
}

/** An answer that has words of its own, by these words in any language. */
function wordedAt({ draft, talk, context }: At, slot: Slot, text: string): Move | undefined {
  const offer = talk
    .offers?.(draft, slot)
    .find(({ label }) => context.wordings(label).some((word) => sameWords(text, word)));
  return offer && { kind: 'value', key: slot.key, value: offer.value };
}

function moved(at: At, call: Extract<Call, { kind: 'command' | 'act' }>): Turn {
  const name = call.kind === 'command' ? call.command : call.act;
  switch (name) {
    case 'back':
    case 'skip':
      // What is not open is asked before anything of it is taken back or passed over.
      return isOpen(at) ? step(at, { kind: name }) : resumed(at);
    case 'end':
      return step(at, { kind: 'end', key: keyIn(call) });
    case 'review':
      return leaveOpen(at, at.draft, reviewReply(at.talk, at.draft, at.context));
    case 'reviewPage':
      return leaveOpen(at, at.draft, reviewReply(at.talk, at.draft, at.context, pageIn(call)));
    case 'cancel':
      return confirmCancel(at);
    case 'keepDraft':
      return keepDraft(at);
    case 'deleteDraft':
      return deleteDraft(at);
    case 'submit':
      return unlessFrozen(at, () => confirmSubmit(at));
    case 'submitYes':
      return submitTapped(at);
    case 'submitOnwards':
      return submitTapped(at, 'onwards');
    case 'submitNo':
      return notSubmitted(at);
    case 'resume':
      return resumed(at);
    case 'answer':
      return call.kind === 'act'
        ? answerTap(at, call)
        : leaveOpen(at, at.draft, reviewReply(at.talk, at.draft, at.context));
    case 'suggest':
      return suggested(at, keyIn(call));
    case 'suggestAll':
      return suggestAll(at);
    case 'keepSeveral':
      return cardTapped(at, keyIn(call), 'keep');
    case 'keepOnwards':
      return cardTapped(at, keyIn(call), 'keepOnwards');
    case 'keepAndEnd':
      return cardTapped(at, keyIn(call), 'keepAndEnd');
    case 'keepWhole':
      return cardTapped(at, keyIn(call), 'keepWhole');
    case 'dropSeveral':
      return cardTapped(at, keyIn(call), 'drop');
    case 'explain':
      return explained(at, keyIn(call));
    case 'wording':
      return officialWording(at, keyIn(call));
    case 'moreWords':
      return askOn(at, at.draft, [], { page: pageIn(call) });
    case 'edit':
      return edited(at, call);
    default:
      return at.talk.act?.(at, name) ?? askOn(at, at.draft, []);
  }
}

/** The review of a form that is kept asks once, so any yes word keeps it while it is the last thing shown. */
function isYesToReview({ person, draft, talk, context }: At, text: string): boolean {
  if (!talk.keeps || !person.shown.asks || presentSlot(specOf(talk, context), draft)) return false;
  const answer = readYesNo(text);
  return answer.kind === 'read' && answer.value;
}

const isOpen = ({ person, draft }: At): boolean => openDraft(person)?.id === draft.id;

const resumed = ({ person, draft, context }: At): Turn => resume({ ...person, lastDraft: draft.id }, context);

/** The question that a button was under. */
const keyIn = (call: Extract<Call, { kind: 'command' | 'act' }>): StepKey =>
  toKey((call.kind === 'act' ? call.value : undefined) ?? '');

const pageIn = (call: Extract<Call, { kind: 'command' | 'act' }>): number =>
  call.kind === 'act' ? Number(call.value ?? 0) : 0;

function answerTap(at: At, call: Extract<Call, { kind: 'act' }>): Decision {
  const separator = call.value?.indexOf('=') ?? -1;
  const key = toKey((call.value ?? '').slice(0, separator));
  const value = (call.value ?? '').slice(separator + 1);
  const slot = slotAt(specOf(at.talk, at.context), at.draft, key);
  const offer = slot && at.talk.offers?.(at.draft, slot).find(({ id }) => id === value);
  return step(at, offer ? { kind: 'value', key, value: offer.value } : { kind: 'tap', key, value });
}

function edited(at: At, call: Extract<Call, { kind: 'command' | 'act' }>): Decision {
  if (call.kind === 'act') return step(at, { kind: 'editKey', key: keyIn(call) });
  const number = numberBehind(call.rest);
  if (number !== undefined) return step(at, { kind: 'edit', number });
  return leaveOpen(at, at.draft, reviewReply(at.talk, at.draft, at.context));
}

function suggested(at: At, key: StepKey): Decision {
  const slot = slotAt(specOf(at.talk, at.context), at.draft, key);
  const suggestion = slot ? at.talk.suggestion?.(at.draft, slot, at.context.today) : undefined;
  if (!suggestion) return askOn(at, at.draft, [t('common:notAsked')]);
  const value = suggestedValue(suggestion, at.context);
  return step(at, { kind: 'value', key, value });
}

/** What a question weighs; where the official wording was loaded, with the button that shows it. */
function explained(at: At, key: StepKey): Turn {
  const { talk, draft, context } = at;
  const slot = slotAt(specOf(talk, context), draft, key);
  const notes = (slot && talk.explain?.(slot)) ?? [];
  const reply = questionReply(talk, draft, notes, context);
  return ask({ wording: read('wordingOf', talk.form) }, ({ wording }) => {
    if (!slot || linesIn(wording, slot).length === 0) return leaveOpen(at, draft, reply);
    const official: Option = {
      label: t('common:officialWording'),
      tap: { kind: 'act', flow: 'form', act: 'wording', value: key, draft: draft.id },
    };
    return leaveOpen(at, draft, { ...reply, options: [official, ...(reply.options ?? [])] });
  });
}

/** What the paper form itself says at a question. */
function officialWording(at: At, key: StepKey): Turn {
  const { talk, draft, context } = at;
  const slot = slotAt(specOf(talk, context), draft, key);
  return ask({ wording: read('wordingOf', talk.form) }, ({ wording }) => {
    const lines = slot ? linesIn(wording, slot) : [];
    const notes = lines.map(({ answer, text }) =>
      slot && answer !== undefined
        ? t('common:officialAnswer', { answer: valueText(talk.form, slot.step, answer), text: said(text) })
        : said(text),
    );
    const heading = t('common:officialHeading', { n: slot?.step.number ?? 0 });
    return askOn(at, draft, notes.length > 0 ? [heading, ...notes] : [t('common:officialNotLoaded')]);
  });
}

const linesIn = (wording: Wording | undefined, { step }: Slot): readonly WordingLine[] =>
  (step.number === undefined ? undefined : wording?.items[step.number]) ?? [];

/** What is said before and behind that which came of a move. */
type SaidOfMove = { readonly first?: readonly Text[]; readonly besides?: readonly Text[] };

/** Moves the draft and asks on; a draft that was not open is named, since its questions do not name it. */
function step(at: At, move: Move, { first = [], besides = [] }: SaidOfMove = {}): Decision {
  const shared = answerShared(at, move);
  if (shared) return shared;
  const { talk, draft, context } = at;
  const { draft: next, happened } = moveDraft(at, draft, move);
  const answer =
    happened.kind === 'answered' ? { before: draft, after: next, context, ...happened } : undefined;
  const judged = answer && talk.judge?.(answer);
  const moved = happened.kind === 'answered' || happened.kind === 'skipped';
  if (moved && isReadyToPreview(at, judged?.draft ?? next)) return preview(at, judged?.draft ?? next);
  if (judged) return askOn(at, judged.draft, [...first, ...judged.notes]);
  const card = talk.milestone?.(draft, next);
  const remarks = (answer && talk.remark?.(answer)) ?? [];
  const which = isOpen(at) ? [] : [t('common:resumed', { about: aboutOf(talk, draft, context) })];
  const dropped = draft.proposed && !next.proposed ? [t('common:severalDropped')] : [];
  const notes = [...which, ...dropped, ...first, ...notesOn(talk, next, happened), ...remarks, ...besides];
  return askOn(at, next, notes, {
    ...(card && { first: card }),
    isReviewed: walk(talk.form, draft, talk.derived).open === undefined,
  });
}

const isReadyToPreview = ({ talk, context }: At, draft: Draft): boolean =>
  talk.previews !== undefined && presentSlot(specOf(talk, context), draft) === undefined;

/** The preview follows the last answer; what it says is not known here. */
const preview = (at: At, draft: Draft): Decision => ({
  person: withOpenDraft(at.person, draft),
  intent: at.talk.submit(draft),
});
