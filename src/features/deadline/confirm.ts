import { readOnce } from '../../kernel/ask/asksOnce.ts';
import { asking, missesOf, settled } from '../../kernel/ask/prompt.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Call, Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Option, type Text, t } from '../../kernel/reply.ts';
import type { DeadlinePlace, DeadlineRule, DeadlineWarning } from '../../programme/deadline/deadline.ts';
import { dueFor } from '../../programme/deadline/dueFor.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { showDates } from './dates.ts';
import { overridesText } from './overrides.ts';
import { placePath } from './place.ts';
import { audienceText, placeParams, warningText } from './text.ts';

/** Asks once, with what is to be thought of first and who will hear of it. */
export function confirm(
  person: Person,
  place: DeadlinePlace,
  due: IsoDate,
  warnings: readonly DeadlineWarning[],
  rules: readonly DeadlineRule[],
  context: Context,
): Decision {
  const others = overridesText(rules, place);
  const text: readonly Text[] = [
    ...warnings.map(warningText),
    ...(others ? [t(`deadline:others.${place.area.kind === 'nation' ? 'stay' : 'follow'}`, { others })] : []),
    t('deadline:willTell', { who: audienceText(place, context) }),
    questionText(place, due, rules, context),
  ];
  const accepted = warnings.length > 0 ? 'yes' : '';
  return question(person, { of: placePath(place), due, accepted }, text);
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

type Asked = { readonly of: string; readonly due: string; readonly accepted: string };

function question(person: Person, asked: Asked, text: readonly Text[], misses = 0): Decision {
  const value = `${asked.of} ${asked.due}`;
  const button = (label: Text, act: string): Option => ({
    label,
    tap: { kind: 'act', flow: 'deadline', act, value },
  });
  return {
    person: asking(person, 'deadline', 'confirm', {
      ...asked,
      back: `due ${asked.of}`,
      misses: String(misses),
    }),
    reply: {
      messages: [{ kind: 'text', text }],
      options: [button(t('common:confirm'), 'set'), button(t('common:no'), 'leave')],
      asks: true,
    },
  };
}

/** The answer: any yes word sets the date, a no leaves it. */
export function readConfirm(
  person: Person,
  call: Extract<Call, { kind: 'answer' }>,
  place: DeadlinePlace,
  due: IsoDate,
  context: Context,
): Turn {
  const answer = readOnce(person, call.event, missesOf(call.data));
  if (answer.kind === 'yes') return set(person, place, due);
  return ask({ rules: read('dueDates') }, ({ rules }) => {
    if (answer.kind === 'no') return leave(person, rules, context);
    const { of = '', accepted = '' } = call.data;
    const text = [...answer.notes, questionText(place, due, rules, context)];
    return question(person, { of, due, accepted }, text, answer.misses);
  });
}

/** The dates of the area decide; only what was asked with warnings is accepted in spite of them. */
export function set(person: Person, place: DeadlinePlace, due: IsoDate): Decision {
  const { open } = person;
  const accepted = open.kind === 'prompt' && open.data.accepted === 'yes';
  return { person: settled(person), intent: { kind: 'setDeadline', place, due, accepted } };
}

/** Whether this is what the open question asks: an old button does nothing by itself. */
export function isAsked({ open }: Person, place: DeadlinePlace, due: IsoDate): boolean {
  if (open.kind !== 'prompt' || open.flow !== 'deadline' || open.act !== 'confirm') return false;
  return open.data.of === placePath(place) && open.data.due === due;
}

export const leave = (person: Person, rules: readonly DeadlineRule[], context: Context): Decision =>
  showDates(person, rules, context, [t('deadline:left')]);
