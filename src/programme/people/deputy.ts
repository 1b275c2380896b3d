import type { Scope } from '../area/areas.ts';
import { bangkokDate } from '../calendar/calendar.ts';
import type { CaseId, IsoDate, PersonId } from '../ids.ts';
import type { Role } from './actor.ts';

/** Somebody signs reports for a seat (รักษาราชการแทน): for one that is vacant, or for its holder who is away. */
export type Deputy = {
  /** The seat. */
  readonly role: Role;
  readonly scope: Scope;
  readonly to: PersonId;
  readonly name: string;
  readonly by: PersonId;
  readonly byName: string;
  readonly at: Date;
  readonly term: DeputyTerm;
};

/** For some reports alone; or for all of the seat to the end of a day. */
export type DeputyTerm =
  | { readonly kind: 'reports'; readonly reports: readonly CaseId[] }
  | { readonly kind: 'until'; readonly until: IsoDate };

/** Who names somebody for a seat while it is vacant: the level above. */
export const levelAbove: { readonly [R in Role]?: Role } = {
  chair: 'districtHead',
  districtHead: 'provinceHead',
  provinceHead: 'department',
};

/** Whether a deputy signs a report at an instant. */
export const signsFor = (deputy: Deputy, report: CaseId, at: Date): boolean =>
  signsOn(deputy, report, bangkokDate(at));

/** Whether a deputy signs a report on a day. */
export const signsOn = ({ term }: Deputy, report: CaseId, day: IsoDate): boolean =>
  term.kind === 'reports' ? term.reports.includes(report) : day <= term.until;

export type DeputyOutcome =
  | { readonly kind: 'named'; readonly deputy: Deputy }
  /** Neither the level above nor the holder; or to be named was who names or holds. */
  | { readonly kind: 'notEntitled' }
  /** Somebody has taken the seat: none but its holder names a deputy until a date. */
  | { readonly kind: 'seatTaken' }
  | { readonly kind: 'dateIsPast' }
  | { readonly kind: 'nothingWaits' };
