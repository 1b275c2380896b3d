import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import type { Call, Context, Decision, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import { parseIsoDate } from '../../programme/calendar/calendar.ts';
import { capacities } from '../../programme/people/actor.ts';
import { change, placeOf, readChange } from './change.ts';
import { isAsked, leave, readConfirm, set } from './confirm.ts';
import { showDates } from './dates.ts';
import { askDue, readDue, takeDue } from './due.ts';
import { outcomeOf } from './outcome.ts';

/** `กำหนดส่ง`: what is due when this year; a province and the department may change it. */
export const deadlineFlow: Flow = {
  id: 'deadline',
  needs: () => ({ rules: true }),
  decide: (person, call, event, context) => {
    if (event.kind === 'outcome' && event.outcome.of === 'setDeadline')
      return outcomeOf(person, event.outcome, context);
    if (capacities(person.bindings, 'seeDeadlines').length === 0)
      return notAllowed(person, t('deadline:whoSees'));
    if (call.kind === 'act') return tapped(person, call, context);
    return call.kind === 'answer' ? typed(person, call, context) : showDates(person, context);
  },
};

/** A button's value is the path of a date, and behind it a day or a page. */
function tapped(person: Person, call: Extract<Call, { kind: 'act' }>, context: Context): Decision {
  const [path, more = ''] = call.value?.split(' ') ?? [];
  if (call.act === 'areas') return change(person, path, context, { page: Number(more) });
  if (call.act === 'leave') return leave(person, context);
  const place = placeOf(person, path, context);
  const due = parseIsoDate(more);
  if (!place || !due) return change(person, path, context);
  return call.act === 'set' && isAsked(person, place, due)
    ? set(person, place, due)
    : takeDue(person, place, due, context);
}

function typed(person: Person, call: Extract<Call, { kind: 'answer' }>, context: Context): Decision {
  if (call.act !== 'due' && call.act !== 'confirm') return readChange(person, call, context);
  const place = placeOf(person, call.data.of, context);
  if (!place) return change(person, call.data.of, context);
  if (call.act === 'due') return readDue(person, call, place, context);
  const due = parseIsoDate(call.data.due ?? '');
  return due ? readConfirm(person, call, place, due, context) : askDue(person, place, context);
}
