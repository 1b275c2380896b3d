import { advance, slotAt } from '../../engine/advance.ts';
import { type Draft, type Proposed, withoutCard } from '../../engine/draft.ts';
import { problemWith } from '../../engine/readAnswer.ts';
import type { Context } from '../flow.ts';
import { type Text, t } from '../reply.ts';
import { type FormTalk, specOf } from './talk.ts';

/** A draft as it can go on, with what is said of it first. */
type Renewed = { readonly draft: Draft; readonly notes: readonly Text[] };

/** A draft without what waits to be confirmed and is refused by now, such as a planned day that is over. */
export function withoutOvertaken(talk: FormTalk, draft: Draft, context: Context): Renewed {
  const renewed = withoutOldDays(talk, withoutOldAnswers(talk, draft, context), context);
  return { draft: renewed, notes: renewed === draft ? [] : [t('common:overtaken')] };
}

/** The card that waits with the answers that can still be taken; without one the draft has none. */
function withoutOldAnswers(talk: FormTalk, draft: Draft, context: Context): Draft {
  const { proposed } = draft;
  if (!proposed) return draft;
  const answers = stillTaken(talk, draft, proposed, context);
  if (answers.length === proposed.answers.length) return draft;
  const isEmpty = answers.length + proposed.shared.length === 0;
  return isEmpty ? withoutCard(draft) : { ...draft, proposed: { ...proposed, answers } };
}

function stillTaken(
  talk: FormTalk,
  draft: Draft,
  { answers, event }: Proposed,
  context: Context,
): Proposed['answers'] {
  const spec = specOf(talk, context);
  const turn = { at: draft.touchedAt, event, today: context.today };
  let filled = withoutCard(draft);
  return answers.filter(({ key, value }) => {
    const { draft: next, happened } = advance(spec, filled, { kind: 'value', key, value }, turn);
    const isTaken = happened.kind === 'answered' || happened.kind === 'skipped';
    if (isTaken) filled = next;
    return isTaken;
  });
}

/** Readings that are asked about are asked anew where one of them is refused by now. */
function withoutOldDays(talk: FormTalk, draft: Draft, context: Context): Draft {
  const { asked, ...rest } = draft;
  const spec = specOf(talk, context);
  const slot = asked && slotAt(spec, draft, asked.key);
  const isOld =
    slot?.step.kind === 'date' &&
    asked?.candidates.some((day) =>
      problemWith(slot.step, day, context.today, spec.bounds?.(draft, slot, context.today)),
    );
  return isOld ? rest : draft;
}
