import { keptFrom, type Move } from '../../engine/advance.ts';
import { type Answered, type Draft, type Proposed, withoutCard } from '../../engine/draft.ts';
import type { StepKey } from '../../engine/ids.ts';
import { readYesNo } from '../../engine/parse/yesNo.ts';
import { walk } from '../../engine/walk.ts';
import type { Decision } from '../decision.ts';
import { type Text, t } from '../reply.ts';
import { askOn, moveDraft } from './askOn.ts';
import { notesOn } from './notes.ts';
import { withOpenDraft } from './openDraft.ts';
import { withoutOvertaken } from './overtaken.ts';
import { endsWithCard, quoted } from './severalCard.ts';
import { isCardShownLast } from './shownLast.ts';
import { submitNow } from './submit.ts';
import { type At, type Given, openSuggestions, type Several, specOf, suggestedValue } from './talk.ts';

/**
 * Shows several answers back on one card. One that could not be taken alone, or that would be asked about, is no part
 * of it: its question stays open and is asked behind the card.
 */
export function propose(at: At, { places, shared = [], remarks: besides = [] }: Several): Decision {
  const { draft, event } = at;
  let after = draft;
  const taken: Answered[] = [];
  const left: string[] = [];
  const remarks: Text[] = [...besides];
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
    return askOn(at, missed, [
      ...(left.length > 0 ? [t('common:severalNone', { words: quoted(left) })] : []),
      ...remarks,
    ]);
  }
  const { asked: _asked, ...rest } = draft;
  const proposed: Proposed = { event: event.id, answers: taken, unclear: left, shared };
  const next: Draft = { ...rest, proposed, misses: 0, touchedAt: event.at };
  return askOn(at, next, remarks);
}

type Taken = { readonly draft: Draft; readonly remarks: readonly Text[] };

/** The draft with one more answer, and what is said of it; absent where it is refused or asked about. */
function takenInto(at: At, before: Draft, { key, value }: Answered): Taken | undefined {
  const { talk, context } = at;
  const { draft: after, happened } = moveDraft(at, before, { kind: 'value', key, value });
  if (happened.kind === 'skipped') return { draft: after, remarks: [] };
  if (happened.kind !== 'answered') return undefined;
  const judged = { before, after, context, ...happened };
  return talk.judge?.(judged) ? undefined : { draft: after, remarks: talk.remark?.(judged) ?? [] };
}

/** Every open question that has a suggestion, answered with it; what is the same for many is asked once. */
export function suggestAll(at: At): Decision {
  const { talk, draft, context } = at;
  const places: Given[] = [];
  const shared = new Map<string, StepKey[]>();
  for (const { slot, suggestion } of openSuggestions(talk, draft, context.today)) {
    const { key } = slot;
    const { once } = slot.step;
    const value = suggestedValue(suggestion, context);
    if (once === undefined) places.push({ key, value, words: String(value) });
    else shared.set(once, [...(shared.get(once) ?? []), key]);
  }
  return places.length + shared.size === 0
    ? askOn(at, draft, [t('common:notAsked')])
    : propose(at, { places, shared: [...shared.values()] });
}

/**
 * What a text says while a card waits: yes keeps it, no drops it, several answers again take its place. A yes or no to
 * something that was shown since is no answer to the card: it is shown again.
 */
export function answerCard(at: At, text: string, again: Several | undefined): Decision {
  const answer = readYesNo(text);
  if (answer.kind === 'read' && !isCardShownLast(at)) return askOn(at, at.draft, []);
  if (answer.kind === 'read') return answer.value ? keepCard(at) : dropCard(at);
  if (again) return propose({ ...at, draft: withoutCard(at.draft) }, again);
  const missed = { ...at.draft, misses: at.draft.misses + 1 };
  return askOn(at, missed, [t('common:severalChoices')]);
}

/** How a card is kept: alone, with what comes next behind it, with its list at its end, or so and the whole form with it. */
type HowKept = 'keep' | 'keepOnwards' | 'keepAndEnd' | 'keepWhole';

/** A button of a card that waits no more is told so. */
export const cardTapped = (at: At, event: string, tapped: HowKept | 'drop'): Decision => {
  if (at.draft.proposed?.event !== event) return askOn(at, at.draft, [t('common:severalGone')]);
  return tapped === 'drop' ? dropCard(at) : keepCard(at, tapped);
};

function dropCard(at: At): Decision {
  const draft = withoutCard(at.draft);
  return askOn(at, draft, [t('common:severalDropped')]);
}

/** All answers of the card stand at once, by one event, so that one step back takes all of them off. */
function keepCard(at: At, how: HowKept = 'keep'): Decision {
  const andEnd = how === 'keepAndEnd' || how === 'keepWhole';
  const { talk, draft } = at;
  const renewed = withoutOvertaken(talk, draft, at.context);
  if (renewed.draft !== draft) return askOn(at, renewed.draft, renewed.notes);
  const { answers = [] } = draft.proposed ?? {};
  const before = withoutCard(draft);
  const all = answers.reduce((so, answer) => takenInto(at, so, answer)?.draft ?? so, before);
  const kept = keptFrom(specOf(talk, at.context), before, all);
  const count = kept.log.length - before.log.length;
  const { open } = walk(talk.form, kept, talk.derived);
  const after = andEnd && open ? moveDraft(at, kept, { kind: 'end', key: open.key }).draft : kept;
  // A card that did not show the whole is followed by the review.
  if (how !== 'keepAndEnd' && endsWithCard(talk, after))
    return submitNow(
      { ...at, person: withOpenDraft(at.person, after), draft: after },
      how === 'keepOnwards' ? 'onwards' : undefined,
    );
  const card = talk.milestone?.(before, after);
  return askOn(at, after, [t('common:severalKept', { count })], { ...(card && { first: card }) });
}

/** Several answers to groups that are asked for one after the other, such as who and until when; each as if it were typed alone. */
export function answerGroups(at: At, { places }: Several): Decision | undefined {
  if ((at.draft.proposed?.shared.length ?? 0) === 0) return undefined;
  let { draft } = at;
  const notes: Text[] = [];
  for (const place of places) {
    const [group] = draft.proposed?.shared ?? [];
    if ('key' in place && group?.includes(place.key)) {
      const next = groupAnswered({ ...at, draft }, { kind: 'value', key: place.key, value: place.value });
      draft = next.draft;
      notes.push(...next.notes);
    } else notes.push(t('common:severalUnclear', { words: quoted([place.words]) }));
  }
  return askOn(at, draft, notes);
}

/** One answer for all questions of a group; the next group is asked, or the card is shown. */
export function answerShared(at: At, move: Move): Decision | undefined {
  const [group] = at.draft.proposed?.shared ?? [];
  if (!group) return undefined;
  if (move.kind !== 'text' && !('key' in move && move.key === group[0])) return undefined;
  const { draft: next, notes } = groupAnswered(at, move);
  return askOn(at, next, notes);
}

/** The draft with one answer for all questions of the group that is asked for; a move that is none leaves it open. */
function groupAnswered(at: At, move: Move): { readonly draft: Draft; readonly notes: readonly Text[] } {
  const { talk, draft, event } = at;
  const { proposed } = draft;
  const [group, ...rest] = proposed?.shared ?? [];
  const { draft: moved, happened } = moveDraft(at, draft, move);
  if (!proposed || !group || happened.kind !== 'answered')
    return { draft: moved, notes: notesOn(talk, draft, happened) };
  const answers = [...proposed.answers, ...group.map((key) => ({ key, value: happened.value }))];
  const { asked: _asked, ...open } = draft;
  const next: Draft = {
    ...open,
    proposed: { ...proposed, answers, shared: rest, done: [...(proposed.done ?? []), group] },
    misses: 0,
    touchedAt: event.at,
  };
  return { draft: next, notes: notesOn(talk, next, happened) };
}
