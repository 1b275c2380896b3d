import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { ask } from '../../kernel/asking.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Flow } from '../../kernel/flow.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import { capacities } from '../../programme/people/actor.ts';
import { change } from './change.ts';
import { showDates } from './dates.ts';
import { seeDeadlines, setDeadlines } from './deeds.ts';
import { deadlineNoticed } from './notices.ts';
import { outcomeOf } from './outcome.ts';
import { createDeadlineWork } from './perform.ts';
import { deadlineReaders, readOpenDueDates } from './reads.ts';
import { deadlines } from './store.ts';

/** `กำหนดส่ง`: what is due when this year; a province and the department may change it. */
export const deadlineFlow: Flow = {
  id: 'deadline',
  decide: (person, call, event, context) => {
    if (event.kind === 'outcome' && event.outcome.of === 'setDeadline')
      return outcomeOf(person, event.outcome, context);
    if (capacities(person.bindings, seeDeadlines).length === 0)
      return notAllowed(person, t('deadline:whoSees'));
    return ask({ rules: read('dueDates') }, ({ rules }) =>
      call.kind === 'act' || call.kind === 'answer'
        ? change(person, call, rules, context)
        : showDates(person, rules, context),
    );
  },
};

export { readOpenDueDates };

export const deadline: Feature = {
  id: 'deadline',
  flow: deadlineFlow,
  deeds: [seeDeadlines, setDeadlines],
  stores: { deadlines },
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
