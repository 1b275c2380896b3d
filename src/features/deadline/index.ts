import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import { parseIsoDate } from '../../programme/calendar/calendar.ts';
import type { DeadlineRule } from '../../programme/deadline/deadline.ts';
import { capacities } from '../../programme/people/actor.ts';
import { change, placeOf, readChange } from './change.ts';
import { isAsked, leave, readConfirm, set } from './confirm.ts';
import { showDates } from './dates.ts';
import { seeDeadlines, setDeadlines } from './deeds.ts';
import { askDue, readDue, takeDue } from './due.ts';
import { deadlineNoticed } from './notices.ts';
import { outcomeOf } from './outcome.ts';
import { createDeadlineWork } from './perform.ts';
import { deadlineReaders } from './reads.ts';

/** `กำหนดส่ง`: what is due when this year; a province and the department may change it. */
export const deadlineFlow: Flow = {
  id: 'deadline',
  decide: (person, call, event, context) => {
    if (event.kind === 'outcome' && event.outcome.of === 'setDeadline')
      return outcomeOf(person, event.outcome, context);
    if (capacities(person.bindings, seeDeadlines).length === 0)
      return notAllowed(person, t('deadline:whoSees'));
    if (call.kind === 'act') return tapped(person, call, context);
    if (call.kind === 'answer') return typed(person, call, context);
    return withDates((rules) => showDates(person, rules, context));
  },
};

/** Goes on with the due dates of the year. */
const withDates = (goOn: (rules: readonly DeadlineRule[]) => Turn): Turn =>
  ask({ rules: read('dueDates') }, ({ rules }) => goOn(rules));

/** A button's value is the path of a date, and behind it a day or a page. */
function tapped(person: Person, call: Extract<Call, { kind: 'act' }>, context: Context): Turn {
  const [path, more = ''] = call.value?.split(' ') ?? [];
  const place = placeOf(person, path, context);
  const due = parseIsoDate(more);
  if (call.act === 'set' && place && due && isAsked(person, place, due)) return set(person, place, due);
  return withDates((rules) => {
    if (call.act === 'areas') return change(person, path, rules, context, { page: Number(more) });
    if (call.act === 'leave') return leave(person, rules, context);
    return place && due ? takeDue(person, place, due, rules, context) : change(person, path, rules, context);
  });
}

function typed(person: Person, call: Extract<Call, { kind: 'answer' }>, context: Context): Turn {
  const { of, due: shown = '' } = call.data;
  const place = placeOf(person, of, context);
  const due = parseIsoDate(shown);
  if (call.act === 'confirm' && place && due) return readConfirm(person, call, place, due, context);
  return withDates((rules) => {
    if (call.act !== 'due' && call.act !== 'confirm') return readChange(person, call, rules, context);
    if (!place) return change(person, of, rules, context);
    return call.act === 'due'
      ? readDue(person, call, place, rules, context)
      : askDue(person, place, rules, context);
  });
}

export const deadline: Feature = {
  id: 'deadline',
  flow: deadlineFlow,
  deeds: [seeDeadlines, setDeadlines],
  commands: { deadlines: {} },
  menu: [{ command: 'deadlines', place: 60, deed: seeDeadlines }],
  outcomes: ['setDeadline'],
  notices: { deadlineChanged: deadlineNoticed },
  // Kinds that are not built yet, and the rounds of a province, have their dates here.
  dues: [
    { id: 'readiness', place: 50, from: 'district', every: 'year', next: 'ranking', isToCome: true },
    { id: 'round1', place: 60, from: 'province', every: 'year' },
    { id: 'round2', place: 70, from: 'province', every: 'year' },
    { id: 'ranking', place: 80, from: 'province', every: 'year', isToCome: true },
    { id: 'women-fund', place: 90, from: 'district', every: 'quarter', isToCome: true },
    { id: 'forum', place: 100, from: 'district', every: 'month', isToCome: true },
  ],
  open: ({ store, dues }) => ({
    readers: deadlineReaders(store),
    performers: { setDeadline: createDeadlineWork({ ...store, dues }) },
  }),
};
