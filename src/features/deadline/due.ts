import { candidatesOf } from '../../engine/parse/candidates.ts';
import { noSuchDay, readDate, readDateTowards } from '../../engine/parse/date.ts';
import { ambiguous, type Reading, read } from '../../engine/parse/reading.ts';
import { pose, type Question } from '../../kernel/ask/question.ts';
import { typedValue } from '../../kernel/ask/typedValue.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/flow.ts';
import { noSuchDayText } from '../../kernel/form/notes.ts';
import { toIsoDate } from '../../kernel/form/value.ts';
import type { Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import { parseIsoDate } from '../../programme/calendar/calendar.ts';
import type { DeadlinePlace, DeadlineRule } from '../../programme/deadline/deadline.ts';
import { boundsOf, problemWithDue } from '../../programme/deadline/decideDeadline.ts';
import { dueFor, holdsThroughout } from '../../programme/deadline/dueFor.ts';
import { dueKindOf } from '../../programme/deadline/kind.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { endOfPeriod } from '../../programme/report/period.ts';
import { whetherItStands } from './confirm.ts';
import { showDates } from './dates.ts';
import { placePath, stepBefore } from './place.ts';
import { dueText, placeParams, problemText } from './text.ts';

/** The new date, with the present one. */
export function whichDue(
  person: Person,
  place: DeadlinePlace,
  rules: readonly DeadlineRule[],
  context: Context,
): Question<IsoDate> {
  const { kind: id, area, ...period } = place;
  const kind = dueKindOf(context.features.dues, id);
  const before = dueFor(rules, id, period, area);
  const { from: min, to: max } = boundsOf(kind, period);
  const problemWith = (due: IsoDate) => problemWithDue(kind, place, due);
  const nearest = context.today < min ? min : context.today > max ? max : context.today;
  const example = { date: before !== undefined && !problemWith(before) ? before : nearest };
  return typedValue({
    ...{ flow: 'deadline', act: 'due', of: placePath(place) },
    keep: { back: stepBefore({ kind, period, area }, person, context.year) },
    text: [
      t('deadline:askDue', placeParams(place, context)),
      t('deadline:present', { present: dueText(before, context.today) }),
      t('common:dateExample', { example }),
    ],
    values: {
      read: (text) =>
        comingIn(text, context.today, (due) => !problemWith(due)) ??
        sureOf(datesIn(text, context.today, endOfPeriod(kind.every, period)), (due) => !problemWith(due)),
      unreadable: t('problems:unreadable.date', { example }),
      whyUnreadable: (text) => {
        const month = noSuchDay(text, context.today);
        return month && noSuchDayText(month);
      },
      problem: (due) => {
        const problem = problemWith(due);
        return problem && problemText(problem);
      },
      say: (date) => t('common:date', { date: { date } }),
      carriedBy: parseIsoDate,
      picker: { min, max, initial: before ?? max },
    },
  });
}

/** Without its year a day is the coming one, where that may be. */
function comingIn(
  text: string,
  today: IsoDate,
  mayBe: (day: IsoDate) => boolean,
): Reading<IsoDate> | undefined {
  const reading = readDateTowards(text, today, 'future');
  const day = reading.kind === 'read' ? toIsoDate(reading.value) : undefined;
  return day && mayBe(day) ? read(day) : undefined;
}

/** The days that a text can mean, seen from today and, without its year, from the end of what is reported. */
function datesIn(text: string, today: IsoDate, end: IsoDate): readonly IsoDate[] {
  const now = readDate(text, today);
  const then = now.kind === 'ambiguous' ? candidatesOf(readDate(text, end)) : [];
  return [...new Set([...candidatesOf(now), ...then])].map(toIsoDate);
}

/** Of several days the only one that may be is meant. */
function sureOf(days: readonly IsoDate[], mayBe: (day: IsoDate) => boolean): Reading<IsoDate> {
  const possible = days.filter(mayBe);
  const [only, ...others] = possible;
  return only && others.length === 0 ? read(only) : ambiguous(...days);
}

/** Goes on with the date: whether it is to stand. */
export function takeDue(
  person: Person,
  place: DeadlinePlace,
  due: IsoDate,
  rules: readonly DeadlineRule[],
  context: Context,
): Decision {
  const { kind, area, ...period } = place;
  if (dueFor(rules, kind, period, area) === due && holdsThroughout(rules, kind, period, area))
    return showDates(person, rules, context, [
      t('deadline:unchanged', { ...placeParams(place, context), due: { date: due } }),
    ]);
  return pose(person, whetherItStands(place, due, rules, context));
}
