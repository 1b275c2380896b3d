import { candidatesOf } from '../../engine/parse/candidates.ts';
import { readDate } from '../../engine/parse/date.ts';
import { asking, helpAfter, missesOf } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Call, Context } from '../../kernel/flow.ts';
import { toIsoDate } from '../../kernel/form/value.ts';
import type { Person } from '../../kernel/person.ts';
import { type Option, type Text, t } from '../../kernel/reply.ts';
import type { DeadlinePlace, DeadlineRule } from '../../programme/deadline/deadline.ts';
import { boundsOf, problemWithDue, warningsOf } from '../../programme/deadline/decideDeadline.ts';
import { dueFor, holdsThroughout, nextDue } from '../../programme/deadline/dueFor.ts';
import { type DueKind, dueKindOf } from '../../programme/deadline/kind.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { endOfPeriod } from '../../programme/report/period.ts';
import { confirm } from './confirm.ts';
import { showDates } from './dates.ts';
import { placePath, stepBefore } from './place.ts';
import { dueText, placeParams, problemText } from './text.ts';

const kindOf = ({ kind }: DeadlinePlace, { features: { dues } }: Context): DueKind => dueKindOf(dues, kind);

type Asked = {
  readonly notes?: readonly Text[];
  readonly readings?: readonly IsoDate[];
  readonly misses?: number;
};

/** Asks for the new date, saying the present one. */
export function askDue(
  person: Person,
  place: DeadlinePlace,
  rules: readonly DeadlineRule[],
  context: Context,
  asked: Asked = {},
): Decision {
  const { notes = [], readings = [], misses = 0 } = asked;
  const { kind: id, area, ...period } = place;
  const kind = kindOf(place, context);
  const before = dueFor(rules, id, period, area);
  const present = dueText(before, context.today);
  const path = placePath(place);
  const back = stepBefore({ kind, period, area }, person, context.year);
  const { from: min, to: max } = boundsOf(kind, period);
  const picker: Option = {
    ...{ label: t('common:pickDate'), pick: 'date', flow: 'deadline', act: 'due', value: path },
    ...{ min, max, initial: before ?? max },
  };
  const taps = readings.map(
    (date): Option => ({
      label: t('common:date', { date: { date } }),
      tap: { kind: 'act', flow: 'deadline', act: 'due', value: `${path} ${date}` },
    }),
  );
  const question = [
    t('deadline:askDue', placeParams(place, context)),
    t('deadline:present', { present }),
    t('deadline:example'),
  ];
  return {
    person: asking(person, 'deadline', 'due', { of: path, back, misses: String(misses) }),
    reply: {
      messages: [{ kind: 'text', text: [...notes, ...question] }],
      options: [...taps, picker],
      asks: true,
    },
  };
}

/** A date that was typed; without its year the ones are meant that it can be. */
export function readDue(
  person: Person,
  call: Extract<Call, { kind: 'answer' }>,
  place: DeadlinePlace,
  rules: readonly DeadlineRule[],
  context: Context,
): Decision {
  const all = call.event.kind === 'text' ? datesIn(call.event.text, place, context) : [];
  const possible = all.filter((due) => !problemWithDue(kindOf(place, context), place, due));
  const [due = all[0], ...others] = possible;
  if (due && others.length === 0) return takeDue(person, place, due, rules, context, missesOf(call.data));
  if (due) return askDue(person, place, rules, context, { notes: [t('common:unsure')], readings: possible });
  return missed(person, place, t('problems:unreadable.date'), rules, context, missesOf(call.data));
}

/** The days that a text can mean, seen from today and from the end of what is reported. */
function datesIn(text: string, place: DeadlinePlace, context: Context): readonly IsoDate[] {
  const { today } = context;
  const now = readDate(text, today);
  const then =
    now.kind === 'ambiguous'
      ? candidatesOf(readDate(text, endOfPeriod(kindOf(place, context).every, place)))
      : [];
  return [...new Set([...candidatesOf(now), ...then])].map(toIsoDate);
}

/** Asks whether this date is to stand. */
export function takeDue(
  person: Person,
  place: DeadlinePlace,
  due: IsoDate,
  rules: readonly DeadlineRule[],
  context: Context,
  before = 0,
): Decision {
  const kind = kindOf(place, context);
  const problem = problemWithDue(kind, place, due);
  if (problem) return missed(person, place, problemText(problem), rules, context, before);
  const { area, ...period } = place;
  if (dueFor(rules, kind.id, period, area) === due && holdsThroughout(rules, kind.id, period, area))
    return showDates(person, rules, context, [
      t('deadline:unchanged', { ...placeParams(place, context), due: { date: due } }),
    ]);
  const next = nextDue(rules, kind, period, area);
  const warnings = warningsOf({ due, at: context.now, ...(next && { next }) });
  return confirm(person, place, due, warnings, rules, context);
}

function missed(
  person: Person,
  place: DeadlinePlace,
  problem: Text,
  rules: readonly DeadlineRule[],
  context: Context,
  before: number,
): Decision {
  const misses = before + 1;
  return askDue(person, place, rules, context, { notes: [problem, ...helpAfter(misses)], misses });
}
