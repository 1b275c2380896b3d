import { type Advance, advance, type Move } from '../../engine/advance.ts';
import type { Answered, Draft, Proposed } from '../../engine/draft.ts';
import type { StepKey } from '../../engine/ids.ts';
import { readYesNo } from '../../engine/parse/yesNo.ts';
import { walk } from '../../engine/walk.ts';
import type { Decision } from '../decision.ts';
import { type Text, t } from '../reply.ts';
import { notesOn } from './notes.ts';
import { leaveOpen, withOpenDraft } from './openDraft.ts';
import { questionReply } from './question.ts';
import { endsWithCard } from './severalCard.ts';
import { submitNow } from './submit.ts';
import { type At, type Given, type Several, specOf, suggestedValue } from './talk.ts';

/**
 * Shows several answers back on one card. One that could not be taken alone, or that would be asked about, is no part
 * of it: its question stays open and is asked behind the card.
 */
export function propose(at: At, { places, shared = [] }: Several): Decision {
  const { draft, event, context } = at;
  let after = draft;
  const taken: Answered[] = [];
  const left: string[] = [];
  const remarks: Text[] = [];
  for (const place of places) {
    const next = 'key' in place ? takenInto(at, after, place) : undefined;
    if (next && 'key' in place) {
      after = next.draft;
      remarks.push(...next.remarks);
      taken.push({ key: place.key, value: place.value });
    } else left.push(place.words);
  }
  if (taken.length === 0 && shared.length === 0) {
    const missed = { ...draft, misses: draft.misses + 1 };
    return leaveOpen(at, missed, questionReply(at.talk, missed, [noneOf(left)], context));
  }
  const { asked: _asked, ...rest } = draft;
  const proposed: Proposed = { event: event.id, answers: taken, unclear: left, shared };
  const next: Draft = { ...rest, proposed, misses: 0, touchedAt: event.at };
  return leaveOpen(at, next, questionReply(at.talk, next, remarks, context));
}

type Taken = { readonly draft: Draft; readonly remarks: readonly Text[] };

/** The draft with one more answer, and what is said of it; absent where it is refused or asked about. */
function takenInto({ talk, event, context }: At, before: Draft, { key, value }: Answered): Taken | undefined {
  const turn = { at: event.at, event: event.id, today: context.today };
  const move: Move = { kind: 'value', key, value };
  const { draft: after, happened } = advance(specOf(talk, context), before, move, turn);
  if (happened.kind !== 'answered') return undefined;
  const judged = { before, after, context, ...happened };
  return talk.judge?.(judged) ? undefined : { draft: after, remarks: talk.remark?.(judged) ?? [] };
}

const noneOf = (left: readonly string[]): Text =>
  t('common:severalNone', { words: left.map((words) => t('common:quoted', { words })) });

/** Every open question that has a suggestion, answered with it; what is the same for many is asked once. */
export function suggestAll(at: At): Decision {
  const { talk, draft } = at;
  const places: Given[] = [];
  const shared = new Map<string, StepKey[]>();
  for (const { key, value, once } of suggestible(at)) {
    if (once === undefined) places.push({ key, value, words: String(value) });
    else shared.set(once, [...(shared.get(once) ?? []), key]);
  }
  return places.length + shared.size === 0
    ? leaveOpen(at, draft, questionReply(talk, draft, [t('common:notAsked')], at.context))
    : propose(at, { places, shared: [...shared.values()] });
}

function suggestible({ talk, draft, context, person }: At) {
  return walk(talk.form, draft, talk.derived).slots.flatMap((slot) => {
    const suggestion = slot.entry ? undefined : talk.suggestion?.(draft, slot, context.today);
    if (!suggestion) return [];
    const value = suggestedValue(suggestion, context, person.language);
    return [{ key: slot.key, value, once: slot.step.once }];
  });
}

/** What a text says while a card waits: yes keeps it, no drops it, several answers again take its place. */
export function answerCard(at: At, text: string, again: Several | undefined): Decision {
  const { talk, context } = at;
  const answer = readYesNo(text);
  if (answer.kind === 'read') return answer.value ? keepCard(at) : dropCard(at);
  if (again) return propose({ ...at, draft: withoutCard(at.draft) }, again);
  const missed = { ...at.draft, misses: at.draft.misses + 1 };
  return leaveOpen(at, missed, questionReply(talk, missed, [t('common:severalChoices')], context));
}

/** A button of a card that waits no more is told so. */
export const cardTapped = (at: At, event: string, isYes: boolean): Decision => {
  if (at.draft.proposed?.event !== event)
    return leaveOpen(at, at.draft, questionReply(at.talk, at.draft, [t('common:severalGone')], at.context));
  return isYes ? keepCard(at) : dropCard(at);
};

const withoutCard = ({ proposed: _proposed, ...draft }: Draft): Draft => draft;

function dropCard(at: At): Decision {
  const draft = withoutCard(at.draft);
  return leaveOpen(at, draft, questionReply(at.talk, draft, [t('common:severalDropped')], at.context));
}

/** All answers of the card stand at once, by one event, so that one step back takes all of them off. */
function keepCard(at: At): Decision {
  const { talk, draft, context } = at;
  const { answers = [] } = draft.proposed ?? {};
  const before = withoutCard(draft);
  const after = answers.reduce((kept, answer) => takenInto(at, kept, answer)?.draft ?? kept, before);
  const count = after.log.length - before.log.length;
  if (endsWithCard(talk, after))
    return submitNow({ ...at, person: withOpenDraft(at.person, after), draft: after });
  const card = talk.milestone?.(before, after);
  return leaveOpen(
    at,
    after,
    questionReply(talk, after, [t('common:severalKept', { count })], context, {
      ...(card && { first: card }),
    }),
  );
}

/** One answer for all questions of a group; the next group is asked, or the card is shown. */
export function answerShared(at: At, move: Move): Decision | undefined {
  const { talk, draft, event, context } = at;
  const { proposed } = draft;
  const [group, ...rest] = proposed?.shared ?? [];
  if (!proposed || !group) return undefined;
  if (move.kind !== 'text' && !('key' in move && move.key === group[0])) return undefined;
  const turn = { at: event.at, event: event.id, today: context.today };
  const moved: Advance = advance(specOf(talk, context), draft, move, turn);
  const { happened } = moved;
  if (happened.kind !== 'answered')
    return leaveOpen(
      at,
      moved.draft,
      questionReply(talk, moved.draft, notesOn(talk, draft, happened), context),
    );
  const answers = [...proposed.answers, ...group.map((key) => ({ key, value: happened.value }))];
  const { asked: _asked, ...open } = draft;
  const next: Draft = {
    ...open,
    proposed: { ...proposed, answers, shared: rest },
    misses: 0,
    touchedAt: event.at,
  };
  return leaveOpen(at, next, questionReply(talk, next, notesOn(talk, next, happened), context));
}
