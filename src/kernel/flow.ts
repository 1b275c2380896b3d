import type { DraftId } from '../engine/ids.ts';
import type { Announcement } from '../features/announce/record/announcement.ts';
import type { ReportCase } from '../features/assessment/rules/reportCase.ts';
import type { HouseholdBook } from '../features/household/rules/book.ts';
import type { DebtLimits } from '../features/household/rules/contract.ts';
import type { Household } from '../features/household/rules/household.ts';
import type { DebtReport } from '../features/household/rules/round.ts';
import type { RoundRow } from '../features/household/rules/roundRow.ts';
import type { Scope } from '../programme/area/areas.ts';
import type { DailyHours } from '../programme/calendar/calendar.ts';
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
import type { InboundEvent } from './event.ts';
import type { Intent } from './intent.ts';
import type { Person } from './person.ts';
import type { FlowId, Reply, Text } from './reply.ts';
import type { Tick, Told } from './tick.ts';

/** What a flow asks to be gathered before it decides. Everything is read within the scopes named. */
export type Needs = {
  /** All centers of these areas. */
  readonly centersIn?: readonly Scope[];
  /** Who confirmed the registry entries of those centers. */
  readonly confirmationsIn?: readonly Scope[];
  /** The cases of the assessment of those centers, of the present year and of the year before. */
  readonly casesIn?: readonly Scope[];
  /** All years' cases of one center. */
  readonly history?: CenterId;
  /** What somebody still has to do. */
  readonly duties?: Owing;
  /** What the clock has to say to somebody on the day of an instant. */
  readonly calls?: { readonly person: Owing; readonly at: Date };
  /** How far the drafts of held cases are. */
  readonly progress?: true;
  /** Figures of these areas, rolled up by the next area below. */
  readonly standings?: readonly Scope[];
  /** The case that a receipt belongs to, within these areas. */
  readonly receipt?: { readonly receipt: Receipt; readonly within: readonly Scope[] };
  /** A center's households, its book and what its newest round 1 said, where this person may see names. */
  readonly households?: { readonly center: CenterId };
  /** Who holds a role in exactly this area, where this person may invite. */
  readonly holders?: { readonly role: Role; readonly scope: Scope };
  /** The due dates of the year, of all areas. */
  readonly rules?: true;
  /** The announcements of a person that are confirmed and not over. */
  readonly announcements?: PersonId;
  /** The newest of what was planned to be told in these areas, and what became of it. */
  readonly reminders?: { readonly areas: readonly Scope[]; readonly limit: number };
  /** How far these areas will be on the due date of their assessments. */
  readonly forecasts?: { readonly areas: readonly Scope[]; readonly today: IsoDate };
  /** What is overdue in these areas, and with whom. */
  readonly late?: { readonly areas: readonly Scope[]; readonly today: IsoDate };
  /** One household, while it is in that center and this person may see names there. */
  readonly household?: { readonly household: HouseholdId; readonly center: CenterId };
  /** The reports of the two rounds of a center. */
  readonly debtReports?: { readonly center: CenterId; readonly year: FiscalYear };
  /** The same of all centers of these areas, of the present year. */
  readonly debtReportsIn?: readonly Scope[];
};

export type Gathered = {
  readonly centers: readonly Center[];
  /** Of all years. */
  readonly confirmations: ReadonlyMap<CenterId, readonly Confirmation[]>;
  readonly cases: readonly ReportCase[];
  /** Answered indicators by draft. */
  readonly progress: ReadonlyMap<DraftId, number>;
  readonly standings: readonly AreaStanding[];
  /** By number; closed ones too. */
  readonly households: readonly Household[];
  /** Absent where this person may not see names, and before the center's first household. */
  readonly book?: HouseholdBook;
  /** Without names for who may not see them. */
  readonly debtReports: readonly DebtReport[];
  /** What the newest round 1 of each center where one of the households ever was says of it. */
  readonly joinings: readonly RoundRow[];
  readonly holders: readonly Holder[];
  /** The most urgent first. */
  readonly duties: readonly Duty[];
  readonly calls: readonly ClockCall[];
  /** Due dates of the year. */
  readonly rules: readonly DeadlineRule[];
  readonly announcements: readonly Announcement[];
  /** The newest first; the name is empty until it is known. */
  readonly reminders: readonly {
    readonly reminder: Reminder;
    readonly name: string;
    readonly role?: Binding;
  }[];
  readonly forecasts: readonly AreaForecast[];
  /** The most urgent first. */
  readonly late: readonly LateWork[];
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

export const nothingGathered: Gathered = {
  centers: [],
  confirmations: new Map(),
  cases: [],
  progress: new Map(),
  standings: [],
  households: [],
  debtReports: [],
  joinings: [],
  holders: [],
  duties: [],
  calls: [],
  rules: [],
  announcements: [],
  reminders: [],
  forecasts: [],
  late: [],
};

/** What was read at first and then. */
export function together(first: Gathered, then: Gathered): Gathered {
  const book = then.book ?? first.book;
  return {
    centers: [...first.centers, ...then.centers],
    confirmations: new Map([...first.confirmations, ...then.confirmations]),
    cases: [...first.cases, ...then.cases],
    progress: new Map([...first.progress, ...then.progress]),
    standings: [...first.standings, ...then.standings],
    households: [...first.households, ...then.households],
    ...(book ? { book } : {}),
    debtReports: [...first.debtReports, ...then.debtReports],
    joinings: [...first.joinings, ...then.joinings],
    holders: [...first.holders, ...then.holders],
    duties: [...first.duties, ...then.duties],
    calls: [...first.calls, ...then.calls],
    rules: then.rules.length > 0 ? then.rules : first.rules,
    announcements: [...first.announcements, ...then.announcements],
    reminders: [...first.reminders, ...then.reminders],
    forecasts: [...first.forecasts, ...then.forecasts],
    late: [...first.late, ...then.late],
  };
}

export type Context = {
  readonly now: Date;
  readonly today: IsoDate;
  /** The programme year that new reports belong to. */
  readonly year: FiscalYear;
  /** Whether reports of a year are still taken. */
  readonly isOpen: (year: FiscalYear) => boolean;
  /** When nothing is sent by the clock. */
  readonly quiet: DailyHours;
  /** What the office sets for debts. */
  readonly debtLimits: DebtLimits;
  /** Whether people can open kept photos and documents by a link. */
  readonly servesFiles: boolean;
  /** A text as it reads in both languages; to recognise typed labels. */
  readonly wordings: (text: Text) => readonly string[];
  readonly render: (text: Text, language: Person['language']) => string;
  readonly gathered: Gathered;
};

/** What came of a turn. The person is stored, the reply sent and the effects performed, in this order. */
export type Decision = {
  readonly person: Person;
  readonly reply?: Reply;
  readonly intent?: Intent;
  readonly audits?: readonly Audit[];
  /** What became of reminders that are not sent now. */
  readonly told?: readonly Told[];
  /** The tick that the reply tells, with what it tells. */
  readonly tick?: Tick;
};

/** Who did or saw what of which record; never what was written. */
export type Audit = { readonly did: AuditDeed; readonly record: string; readonly scope?: Scope };
export type AuditDeed =
  | 'consented'
  | 'registered'
  | 'signedOut'
  | 'erased'
  | 'sawOwnData'
  | 'startedAssessment'
  | 'tookOver'
  | 'submittedAssessment'
  | 'deletedDraft'
  | 'sawLevel'
  | 'sawSummary'
  | 'sawReceipt'
  | 'sawRegistry'
  | 'correctedRegistry'
  | 'confirmedRegistry'
  | 'sawPlan'
  | 'carriedPlan'
  | 'invited'
  | 'sawHouseholds'
  | 'sawHousehold'
  | 'joinedHousehold'
  | 'workedHousehold'
  | 'loggedCenterStep'
  | 'movedHousehold'
  | 'submittedRound'
  | 'tookOverArea'
  | 'setDeadline'
  | 'announced'
  | 'stoppedAnnouncement'
  | 'reminded'
  | 'sawReminders'
  | 'refusedTap'
  | 'unseated';

/** What a flow was called for. */
export type Call =
  | { readonly kind: 'command'; readonly command: string; readonly rest: string }
  | { readonly kind: 'act'; readonly act: string; readonly value?: string; readonly draft?: DraftId }
  /** Text or material while a prompt of this flow is open. */
  | {
      readonly kind: 'answer';
      readonly act: string;
      readonly data: { readonly [name: string]: string };
      readonly event: InboundEvent;
    }
  | { readonly kind: 'event'; readonly event: InboundEvent };

/**
 * One thing the bot can do. `needs` and `decide` are pure; a flow that is not a form is a function of
 * the same signature as the engine's.
 */
export type Flow = {
  readonly id: FlowId;
  readonly needs?: (person: Person, call: Call, context: Omit<Context, 'gathered'>) => Needs;
  /** What more is needed once the first was read, such as what belongs to the center that was named. */
  readonly needsThen?: (person: Person, call: Call, context: Context) => Needs | undefined;
  readonly decide: (person: Person, call: Call, event: InboundEvent, context: Context) => Decision;
};
