import type { Scope } from '../area/areas.ts';
import { bangkokDate } from '../calendar/calendar.ts';
import type { IsoDate, PersonId } from '../ids.ts';
import type { Role } from '../people/actor.ts';

/** Between two dates, both included, a report is readable and nothing else, as for an audit. */
export type Freeze = {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly reason: string;
  readonly by: PersonId;
  readonly byName: string;
  /** The area of the one who set it; whoever has a smaller one does not lift it. */
  readonly scope: Scope;
};

/** Who may freeze the reports of an area. */
export const freezingRoles: readonly Role[] = ['province', 'director', 'provinceHead', 'department'];

/** The freeze that is in force at a time. */
export function freezeAt(freeze: Freeze | undefined, at: Date): Freeze | undefined {
  const today = bangkokDate(at);
  return freeze && freeze.from <= today && today <= freeze.until ? freeze : undefined;
}
