import { isDeepStrictEqual } from 'node:util';
import { addDays, bangkokDate } from '../calendar/calendar.ts';
import type { IntentId, IsoDate } from '../ids.ts';
import { endOfPeriod, type Period, startOfPeriod } from '../report/period.ts';
import { remember } from '../sharedRecord.ts';
import type {
  Deadline,
  DeadlineOutcome,
  DeadlinePlace,
  DeadlineProblem,
  DeadlineWarning,
  NextDue,
  Setter,
} from './deadline.ts';
import type { DueKind } from './kind.ts';
import type { Letter } from './letter.ts';
import { type ReminderPlan, usualPlan } from './reminderPlan.ts';

export type DeadlineIntent = {
  readonly kind: 'set';
  readonly id: IntentId;
  readonly by: Setter;
  readonly at: Date;
  readonly due: IsoDate;
  readonly letter?: Letter;
  /** When to remind of it; as before where nothing is said. */
  readonly plan?: ReminderPlan;
  /** The next level's own date, read when it is decided. */
  readonly next?: NextDue;
  /** The date that holds in the area, read when it is decided. */
  readonly before?: IsoDate;
  /** Whether the date that stands here holds throughout the area, read when it is decided. */
  readonly holds: boolean;
  /** The person saw the warnings, or nobody can be asked. */
  readonly accepted: boolean;
};

/** So many days after its year, quarter or month a report may still be due: a quarter of a year, or a month. */
const margin = { year: 92, quarter: 31, month: 31 } as const;

/** Decides an intent against the present dates; an intent seen before changes nothing. */
export function decideDeadline(
  kind: DueKind,
  present: Deadline,
  intent: DeadlineIntent,
): { record: Deadline; outcome: DeadlineOutcome } {
  const known = present.outcomes[intent.id];
  if (known) return { record: present, outcome: known };
  const { due, letter, by, at: setAt, plan = planOf(present) } = intent;
  const set = { due, plan, setAt, by, ...(letter && { letter }) };
  const outcome = outcomeOf(kind, present, intent);
  const history = outcome.kind === 'set' ? [...present.history, set] : present.history;
  return {
    outcome,
    record: {
      ...present,
      history,
      rev: present.rev + 1,
      outcomes: remember(present.outcomes, intent.id, outcome),
    },
  };
}

const planOf = ({ history }: Deadline): ReminderPlan => history.at(-1)?.plan ?? usualPlan;

function outcomeOf(kind: DueKind, present: Deadline, intent: DeadlineIntent): DeadlineOutcome {
  const { due, letter, plan = planOf(present), holds, before, accepted } = intent;
  const problem = problemWithDue(kind, present, due);
  if (problem) return { kind: 'refused', problem };
  const last = present.history.at(-1);
  const isNewLetter = letter !== undefined && !isDeepStrictEqual(last?.letter, letter);
  const isSame = last?.due === due && isDeepStrictEqual(last.plan, plan) && !isNewLetter;
  if (isSame && holds) return { kind: 'unchanged', due };
  const warnings = accepted ? [] : warningsOf(intent);
  if (warnings.length > 0) return { kind: 'asked', due, warnings };
  return { kind: 'set', due, ...(before ? { before } : {}) };
}

/** Why a date cannot be that of a kind in an area. */
export function problemWithDue(
  kind: DueKind,
  { area, ...period }: Omit<DeadlinePlace, 'kind'>,
  due: IsoDate,
): DeadlineProblem | undefined {
  if (kind.from === 'province' && area.kind === 'district') return { code: 'areaTooSmall' };
  const { from, to } = boundsOf(kind, period);
  return due < from || due > to ? { code: 'outsidePeriod', params: { from, to } } : undefined;
}

/** The days between which a date can lie. */
export function boundsOf({ every }: DueKind, period: Period) {
  const to = addDays(endOfPeriod(every, period), margin[every]);
  return { from: startOfPeriod(every, period), to };
}

/** Dates in the past are asked about, not refused: what was agreed on paper is often entered later. */
export function warningsOf({
  due,
  at,
  next,
}: Pick<DeadlineIntent, 'due' | 'at' | 'next'>): readonly DeadlineWarning[] {
  return [
    ...(next && due > next.due ? [{ kind: 'laterThanNext' as const, next }] : []),
    ...(due < bangkokDate(at) ? [{ kind: 'past' as const }] : []),
  ];
}
