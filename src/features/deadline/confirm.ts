import { z } from 'zod';
import { unreadable } from '../../engine/parse/reading.ts';
import { type PromptData, withoutPrompt } from '../../kernel/ask/prompt.ts';
import { type Answering, keptBy, onAnswer, pose, type Question } from '../../kernel/ask/question.ts';
import { yesNo } from '../../kernel/ask/yesNo.ts';
import type { Turn } from '../../kernel/asking.ts';
import type { Context } from '../../kernel/flow.ts';
import { toIsoDate } from '../../kernel/form/value.ts';
import { letterText } from '../../kernel/letterText.ts';
import type { Person } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';
import type { DeadlinePlace, DeadlineRule, DeadlineWarning } from '../../programme/deadline/deadline.ts';
import { warningsOf } from '../../programme/deadline/decideDeadline.ts';
import { dueFor, nextDue } from '../../programme/deadline/dueFor.ts';
import { dueKindOf } from '../../programme/deadline/kind.ts';
import { type Letter, urgencies } from '../../programme/deadline/letter.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { showDates } from './dates.ts';
import { readLetter } from './letter.ts';
import { overridesText } from './overrides.ts';
import { placePath } from './place.ts';
import { audienceText, placeParams, warningText } from './text.ts';

/** Asks once, with what is to be thought of first and who will hear of it; what was accepted by a yes is kept. */
export function whetherItStands(
  place: DeadlinePlace,
  due: IsoDate,
  rules: readonly DeadlineRule[],
  context: Context,
  {
    letter,
    warnings = warningsAbout(place, due, rules, context),
  }: { readonly letter?: Letter | undefined; readonly warnings?: readonly DeadlineWarning[] } = {},
): Question<boolean> {
  const others = overridesText(rules, place);
  const path = placePath(place);
  return yesNo({
    ...{ flow: 'deadline', act: 'confirm', of: `${path} ${due}` },
    keep: {
      ...{ back: `due ${path}`, accepted: warnings.length > 0 ? 'yes' : '' },
      ...(letter && { letter: JSON.stringify(letter) }),
    },
    lead: [
      ...warnings.map(warningText),
      ...(others
        ? [t(`deadline:others.${place.area.kind === 'nation' ? 'stay' : 'follow'}`, { others })]
        : []),
      letter ? t('deadline:byLetter', { letter: letterText(letter) }) : t('deadline:askLetter'),
      t('deadline:willTell', { who: audienceText(place, context) }),
    ],
    text: questionText(place, due, rules, context),
    ...{ yes: t('common:confirm'), no: t('common:no') },
  });
}

function warningsAbout(
  place: DeadlinePlace,
  due: IsoDate,
  rules: readonly DeadlineRule[],
  { now, features: { dues } }: Context,
): readonly DeadlineWarning[] {
  const { kind, area, ...period } = place;
  const next = nextDue(rules, dueKindOf(dues, kind), period, area);
  return warningsOf({ due, at: now, ...(next && { next }) });
}

function questionText(
  place: DeadlinePlace,
  due: IsoDate,
  rules: readonly DeadlineRule[],
  context: Context,
): Text {
  const { kind, area, ...period } = place;
  const before = dueFor(rules, kind, period, area);
  const params = { ...placeParams(place, context), due: { date: due } };
  return before && before !== due
    ? t('deadline:confirm', { ...params, before: { date: before } })
    : t('deadline:confirmFirst', params);
}

const kept = z.object({
  number: z.string(),
  date: z.string().transform(toIsoDate).optional(),
  urgency: z.enum(urgencies).optional(),
});

/** The letter that an open question keeps. */
function letterKept(data: PromptData | undefined): Letter | undefined {
  if (data?.letter === undefined) return undefined;
  const { number, date, urgency } = kept.parse(JSON.parse(data.letter));
  return { number, ...(date && { date }), ...(urgency && { urgency }) };
}

/** The letter that sets the date, typed before the date is confirmed. */
const letterIn = (call: Answering, due: IsoDate, { today, wordings }: Context) =>
  call.kind === 'answer' && call.event.kind === 'text'
    ? readLetter(call.event.text, { today, due }, wordings)
    : unreadable;

/** A yes has the dates of the area decide; only what was asked with warnings is accepted in spite of them. */
export function answerWhether(
  person: Person,
  call: Answering,
  place: DeadlinePlace,
  due: IsoDate,
  rules: readonly DeadlineRule[],
  context: Context,
): Turn {
  const told = letterIn(call, due, context);
  if (told.kind === 'read')
    return pose(person, whetherItStands(place, due, rules, context, { letter: told.value }));
  const letter = letterKept(keptBy(person, whetherItStands(place, due, rules, context)));
  const asked = whetherItStands(place, due, rules, context, { letter });
  if (told.kind === 'wrongDate')
    return pose(person, asked, {
      notes: [t(`deadline:letterDate.${told.why}`, { date: { date: told.date } })],
    });
  // What has to be thought of by now may not have been said when it was asked.
  const accepted = (keptBy(person, asked) ?? asked.keep)?.accepted ?? '';
  return onAnswer(person, call, { ...asked, keep: { ...asked.keep, accepted } }, (yes) =>
    yes
      ? {
          person: withoutPrompt(person),
          intent: {
            ...{ kind: 'setDeadline', place, due, accepted: accepted === 'yes' },
            ...(letter && { letter }),
          },
        }
      : showDates(person, rules, context, [t('deadline:left')]),
  );
}
