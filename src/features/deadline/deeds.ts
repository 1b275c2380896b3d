import type { DeadlineArea } from '../../programme/deadline/deadline.ts';
import type { DueKind } from '../../programme/deadline/kind.ts';
import { areasOfDates } from '../../programme/deadline/people.ts';
import { areasFor, type Binding, type Deed, roles } from '../../programme/people/actor.ts';

export const seeDeadlines: Deed = { id: 'seeDeadlines', roles };

export const setDeadlines: Deed = {
  id: 'setDeadline',
  roles: ['province', 'director', 'provinceHead', 'department'],
};

/** Where somebody may set the dates of a kind. */
export const areasToSet = (bindings: readonly Binding[], kind: DueKind): readonly DeadlineArea[] =>
  areasOfDates(areasFor(bindings, setDeadlines), kind);
