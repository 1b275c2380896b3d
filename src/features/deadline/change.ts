import { areasNamed } from '../../kernel/area/named.ts';
import { areaPath } from '../../kernel/area/path.ts';
import { areaName, areaTitle } from '../../kernel/area/text.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { oneOf } from '../../kernel/ask/oneOf.ts';
import { type Answering, aboutOf, keptBy, onAnswer, pose, type Question } from '../../kernel/ask/question.ts';
import type { Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import { reportName } from '../../kernel/due.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { said, t } from '../../kernel/reply.ts';
import { parseIsoDate } from '../../programme/calendar/calendar.ts';
import type { DeadlineRule } from '../../programme/deadline/deadline.ts';
import type { DueKind } from '../../programme/deadline/kind.ts';
import { type Period, periodKey, periodsOf, startOfPeriod } from '../../programme/report/period.ts';
import { answerWhether, whetherItStands } from './confirm.ts';
import { dateText, showDates, whichKind } from './dates.ts';
import { areasToSet } from './deeds.ts';
import { takeDue, whichDue } from './due.ts';
import { meantBy, placeOf, stepBefore } from './place.ts';
import { nameText } from './text.ts';

/**
 * What is not known yet of the date that is to be changed is asked for, one after the other: its kind, the part of the
 * year, the area, the date, and whether it is to stand; there the letter that sets it may be told.
 */
export function change(
  person: Person,
  call: Answering,
  rules: readonly DeadlineRule[],
  context: Context,
): Turn {
  const [path = '', date, answer] = aboutOf(call);
  const meant = meantBy(path, person, context);
  if (meant && !maySet(person, meant.kind)) return notAllowed(person, t('deadline:whoSets'));
  const goOn = (more: string): Turn => askNext(person, more, rules, context);
  const place = meant && placeOf(meant);
  const due = parseIsoDate(date ?? '');
  if (call.act === 'kind') return onAnswer(person, call, whichKind(person, rules, context), goOn);
  if (!meant) return showDates(person, rules, context);
  const { kind, period } = meant;
  if (call.act === 'part' && !period)
    return onAnswer(person, call, whichPart(person, kind, rules, context), (part) => goOn(`${path}/${part}`));
  if (call.act === 'area' && period && !place)
    return onAnswer(person, call, whichArea(person, kind, period, rules, context), (area) =>
      goOn(`${path}/${area}`),
    );
  if (call.act === 'due' && place)
    return onAnswer(person, call, whichDue(person, place, rules, context), (chosen) =>
      takeDue(person, place, chosen, rules, context),
    );
  if (call.act === 'confirm' && place && due) {
    const asked = whetherItStands(place, due, rules, context);
    // By an old button the date is chosen anew: it may stand by now.
    return answer === 'yes' && !keptBy(person, asked)
      ? takeDue(person, place, due, rules, context)
      : answerWhether(person, call, place, due, rules, context);
  }
  return goOn(path);
}

const maySet = ({ bindings }: Person, kind: DueKind): boolean => areasToSet(bindings, kind).length > 0;

function askNext(person: Person, path: string, rules: readonly DeadlineRule[], context: Context): Decision {
  const meant = meantBy(path, person, context);
  if (!meant) return showDates(person, rules, context);
  const { kind, period } = meant;
  if (!maySet(person, kind)) return notAllowed(person, t('deadline:whoSets'));
  if (!period) return pose(person, whichPart(person, kind, rules, context));
  const place = placeOf(meant);
  return place
    ? pose(person, whichDue(person, place, rules, context))
    : pose(person, whichArea(person, kind, period, rules, context));
}

/** Which quarter or month; answered with its key. */
function whichPart(
  person: Person,
  kind: DueKind,
  rules: readonly DeadlineRule[],
  context: Context,
): Question<string> {
  const [area] = areasToSet(person.bindings, kind);
  return oneOf({
    ...{ flow: 'deadline', act: 'part', of: kind.id, wordings: context.wordings },
    heading: t(`deadline:whichPart.${kind.every === 'quarter' ? 'quarter' : 'month'}`, {
      name: reportName(kind.id),
    }),
    rows: periodsOf(kind.every, context.year).map((period) => ({
      id: periodKey(period),
      name: nameText(kind, period),
      // A month may be typed in short.
      also: t('common:date', { date: { date: startOfPeriod(kind.every, period) } }),
      ...(area ? { note: dateText({ kind: kind.id, area, ...period }, rules, context.today) } : {}),
    })),
    keep: { back: stepBefore({ kind }, person, context.year) },
  });
}

/** Of which area; answered with its path. */
function whichArea(
  person: Person,
  kind: DueKind,
  period: Period,
  rules: readonly DeadlineRule[],
  { wordings, today, year }: Context,
): Question<string> {
  return oneOf({
    ...{ flow: 'deadline', act: 'area', of: `${kind.id}/${periodKey(period)}`, wordings },
    heading: t('deadline:whichArea', { name: nameText(kind, period) }),
    rows: areasToSet(person.bindings, kind).map((area) => ({
      id: areaPath(area),
      name: area.kind === 'district' ? said(areaName(area)) : areaTitle(area),
      note: dateText({ kind: kind.id, area, ...period }, rules, today),
    })),
    // Its name with the title in front is none of the rows' names.
    alsoMeant: (text) =>
      areasNamed(
        text,
        person.bindings.map(({ scope }) => scope),
      ).map(areaPath),
    keep: { back: stepBefore({ kind, period }, person, year) },
  });
}
