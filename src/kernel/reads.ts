import type { DraftId } from '../engine/ids.ts';
import type { Announcement } from '../features/announce/record/announcement.ts';
import type { ReportCase } from '../features/assessment/rules/reportCase.ts';
import type { HouseholdBook } from '../features/household/rules/book.ts';
import type { Household } from '../features/household/rules/household.ts';
import type { DebtReport } from '../features/household/rules/round.ts';
import type { RoundRow } from '../features/household/rules/roundRow.ts';
import type { Scope } from '../programme/area/areas.ts';
import type { Center } from '../programme/center/center.ts';
import type { Confirmation } from '../programme/center/record.ts';
import type { DeadlineRule } from '../programme/deadline/deadline.ts';
import type { Call as ClockCall } from '../programme/duty/calls.ts';
import type { Duty } from '../programme/duty/duty.ts';
import type { Owing } from '../programme/duty/ofPerson.ts';
import type { Forecast } from '../programme/forecast/forecast.ts';
import type { CenterId, FiscalYear, HouseholdId, IsoDate, PersonId, Receipt } from '../programme/ids.ts';
import type { Reminder } from '../programme/job/reminder.ts';
import type { Binding, Role } from '../programme/people/actor.ts';
import type { AreaStanding } from '../programme/standing.ts';
import type { Person } from './person.ts';

/**
 * What a turn can ask for, by name: of what, and what is found. Each feature adds its own. Everything is read within
 * the scope of the person whose turn it is.
 */
export interface Reads {
  /** All centers of these areas. */
  centersIn(areas: readonly Scope[]): readonly Center[];
  /** Who confirmed the registry entries of those centers, of all years. */
  confirmationsIn(areas: readonly Scope[]): ReadonlyMap<CenterId, readonly Confirmation[]>;
  /** The cases of the assessment of those centers, of the present year and of the year before. */
  assessmentsIn(areas: readonly Scope[]): readonly ReportCase[];
  /** All years' cases of one center. */
  assessmentsOf(center: CenterId): readonly ReportCase[];
  /** The case that a receipt belongs to, within these areas. */
  assessmentWith(receipt: Receipt, within: readonly Scope[]): ReportCase | undefined;
  /** Answered indicators, by draft, of the cases that somebody holds. */
  progressOf(cases: readonly ReportCase[]): ReadonlyMap<DraftId, number>;
  /** Figures of these areas, and of the areas next below. */
  standingsOf(areas: readonly Scope[]): readonly AreaStanding[];
  /** A center's households, where this person may see names. */
  householdsOf(center: CenterId): CenterHouseholds;
  /** The same of one household, while it is in that center. */
  householdIn(household: HouseholdId, center: CenterId): CenterHouseholds;
  /** The reports of the two rounds of a center; without names for who may not see them. */
  debtReportsOf(center: CenterId, year: FiscalYear): readonly DebtReport[];
  /** The same of all centers of these areas, of the present year. */
  debtReportsIn(areas: readonly Scope[]): readonly DebtReport[];
  /** The debt report that a receipt belongs to, within these areas. */
  debtReportWith(receipt: Receipt, within: readonly Scope[]): DebtReport | undefined;
  /** Who holds a role in exactly this area, where this person may invite. */
  roleHolders(role: Role, area: Scope): readonly Holder[];
  /** What somebody still has to do, the most urgent first. */
  dutiesOf(owing: Owing): readonly Duty[];
  /** What the clock has to say to somebody on the day of an instant. */
  clockCallsFor(owing: Owing, at: Date): readonly ClockCall[];
  /** The due dates of the year, of all areas. */
  dueDates(): readonly DeadlineRule[];
  /** The announcements of a person that are confirmed and not over. */
  announcementsOf(author: PersonId): readonly Announcement[];
  /** The newest of what was planned to be told in these areas, and what became of it. */
  remindersIn(areas: readonly Scope[], limit: number): readonly TracedReminder[];
  /** How far these areas will be on the due date of their assessments. */
  forecastsOf(areas: readonly Scope[], today: IsoDate): readonly AreaForecast[];
  /** What is overdue in these areas, the most urgent first, and with whom. */
  lateWorkIn(areas: readonly Scope[], today: IsoDate): readonly LateWork[];
}

/** Nothing where this person may not see names. */
export type CenterHouseholds = {
  /** By number; closed ones too. */
  readonly households: readonly Household[];
  /** Absent before the center's first household. */
  readonly book?: HouseholdBook;
  /** What the newest round 1 of each center where one of the households ever was says of it. */
  readonly joinings: readonly RoundRow[];
};

/** A reminder with whom it was for; the name is empty until it is known. */
export type TracedReminder = {
  readonly reminder: Reminder;
  readonly name: string;
  readonly role?: Binding;
};

/** Something overdue, with the names of those for whom it waits, as far as they are known. */
export type LateWork = { readonly duty: Duty; readonly who: readonly string[] };

/** How many assessments of an area will be done by their due date, and whom to remind that all are. */
export type AreaForecast = Omit<Forecast, 'chances'> & {
  readonly area: Scope;
  readonly due: IsoDate;
  readonly remind: readonly { readonly name: string; readonly open: number }[];
};

/** A colleague by name; the name is empty until it is known. */
export type Holder = { readonly person: PersonId; readonly name: string };

export type ReadName = keyof Reads;

/** One read that is wanted. */
export type Want<N extends ReadName = ReadName> = { readonly read: N; readonly of: Parameters<Reads[N]> };

export const read = <N extends ReadName>(name: N, ...of: Parameters<Reads[N]>): Want<N> => ({
  read: name,
  of,
});

/** Several reads, by the names under which they are found. */
export type Wants = { readonly [name: string]: Want };

export type Found<W extends Wants> = {
  readonly [K in keyof W]: W[K] extends { readonly read: infer N extends ReadName }
    ? ReturnType<Reads[N]>
    : never;
};

/** Whose turn it is, and the year that new reports belong to. */
export type Asked = { readonly person: Person; readonly year: FiscalYear };

/** One function for each read. */
export type Readers = {
  readonly [N in ReadName]: (asked: Asked, ...of: Parameters<Reads[N]>) => Promise<ReturnType<Reads[N]>>;
};
