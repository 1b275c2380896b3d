import { type Scope, scopeKey } from '../area/areas.ts';
import type { IsoDate, PersonId } from '../ids.ts';
import { type Period, periodKey } from '../report/period.ts';
import type { Shared } from '../sharedRecord.ts';
import type { DeadlineKind } from './kind.ts';
import type { Letter } from './letter.ts';
import type { ReminderPlan } from './reminderPlan.ts';

/** Where a date holds; a province or a district overrides the nation's. */
export type DeadlineArea = Exclude<Scope, { readonly kind: 'center' }>;

/** A due date as it stands in an area: until when, when that was set, and when it is reminded of. */
export type DeadlineRule = Period & {
  readonly kind: DeadlineKind;
  readonly area: DeadlineArea;
  /** Ends at 23:59:59 in Bangkok, also on a closed day. */
  readonly due: IsoDate;
  readonly setAt: Date;
  readonly plan: ReminderPlan;
  /** The letter that set it, where that is known. */
  readonly letter?: Letter;
};

/** Which date is meant: of what report about which period, in which area. */
export type DeadlinePlace = Period & { readonly kind: DeadlineKind; readonly area: DeadlineArea };

/** Who gave a date: a person by message, whoever runs the command line, or a paper of the programme. */
export type Setter =
  | { readonly kind: 'person'; readonly person: PersonId; readonly name: string }
  | { readonly kind: 'operator' }
  | { readonly kind: 'paper'; readonly paper: Paper };

/** The department's programme of the year, a province's letter, and the guideline that comes with the letter. */
export type Paper = 'programme' | 'provinceLetter' | 'provinceGuideline';

export type DateSet = Pick<DeadlineRule, 'due' | 'setAt' | 'plan' | 'letter'> & { readonly by: Setter };

/** The due dates that one area was given for one report, the last of which stands. */
export type Deadline = Shared<DeadlineOutcome> &
  Period & {
    readonly id: string;
    readonly kind: DeadlineKind;
    readonly area: DeadlineArea;
    /** Who set what when, oldest first. */
    readonly history: readonly DateSet[];
  };

export type DeadlineOutcome =
  /** With the date that held in the area before; the same one where something newer had overridden it in a part. */
  | { readonly kind: 'set'; readonly due: IsoDate; readonly before?: IsoDate }
  | { readonly kind: 'unchanged'; readonly due: IsoDate }
  /** Nothing is set yet: this has to be accepted first. */
  | { readonly kind: 'asked'; readonly due: IsoDate; readonly warnings: readonly DeadlineWarning[] }
  | { readonly kind: 'refused'; readonly problem: DeadlineProblem };

export type DeadlineWarning =
  | { readonly kind: 'laterThanNext'; readonly next: NextDue }
  /** It is over already. */
  | { readonly kind: 'past' };

export type DeadlineProblem =
  | { readonly code: 'outsidePeriod'; readonly params: { readonly from: IsoDate; readonly to: IsoDate } }
  /** What a province reports has no date of a district. */
  | { readonly code: 'areaTooSmall' };

/** What a next level has to report itself, and by when. */
export type NextDue = { readonly kind: DeadlineKind; readonly due: IsoDate };

/** For example `assessment:2565:` for the nation and `debt1:2565:ปราจีนบุรี/นาดี` for a district. */
export const deadlineId = (kind: DeadlineKind, period: Period, area: DeadlineArea): string =>
  `${kind}:${periodKey(period)}:${scopeKey(area)}`;

export function newDeadline(kind: DeadlineKind, period: Period, area: DeadlineArea): Deadline {
  return { id: deadlineId(kind, period, area), kind, ...period, area, history: [], rev: 0, outcomes: {} };
}

/** The date that stands; none before the first was set. */
export function ruleOf({ kind, year, part, area, history }: Deadline): DeadlineRule | undefined {
  const last = history.at(-1);
  if (!last) return undefined;
  const { by: _setter, ...rule } = last;
  return { kind, year, ...(part === undefined ? {} : { part }), area, ...rule };
}

/** The date that stood before one was set at an instant. */
export function ruleBefore(deadline: Deadline, setAt: Date): DeadlineRule | undefined {
  const at = deadline.history.findLastIndex((set) => set.setAt.getTime() === setAt.getTime());
  return ruleOf(at < 0 ? deadline : { ...deadline, history: deadline.history.slice(0, at) });
}
