import { bangkokDate } from '../../../programme/calendar/calendar.ts';
import type { DebtLimits } from '../../../programme/debtLimits.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { remember } from '../../../programme/sharedRecord.ts';
import { applyChanges } from './change.ts';
import { afterwardsProblem, amountProblem } from './contract.ts';
import type { Deed, Household, HouseholdIntent, HouseholdOutcome, StatedResult, Work } from './household.ts';
import { madeNewContract } from './method.ts';
import {
  firstProblem,
  type HouseholdProblem,
  longest,
  optionalTextProblem,
  problem,
  textProblem,
} from './problem.ts';
import { resultIn } from './result.ts';
import {
  doneSteps,
  type LoggedStep,
  managingStep,
  needsReason,
  reachedStep,
  stepsTaken,
  turnOf,
} from './steps.ts';

type Decided = { readonly record: Household; readonly outcome: HouseholdOutcome };
type Of<K extends HouseholdIntent['kind']> = Extract<HouseholdIntent, { readonly kind: K }>;

/** Decides an intent against the present household; an intent seen before changes nothing. */
export function decideHousehold(present: Household, intent: HouseholdIntent, limits: DebtLimits): Decided {
  const known = present.outcomes[intent.id];
  if (known) return { record: present, outcome: known };
  const decided = settle(present, intent, limits);
  const { record, outcome }: Decided =
    'code' in decided ? { record: present, outcome: { kind: 'refused', problem: decided } } : decided;
  return {
    outcome,
    record: { ...record, rev: present.rev + 1, outcomes: remember(present.outcomes, intent.id, outcome) },
  };
}

function settle(present: Household, intent: HouseholdIntent, limits: DebtLimits): Decided | HouseholdProblem {
  if (present.place.center !== intent.center) return { record: present, outcome: { kind: 'elsewhere' } };
  if (intent.kind === 'reopen') return reopen(present, intent);
  if (present.closed) return problem('closed', { why: present.closed.why });
  if (intent.kind === 'move') return move(present, intent);
  if (intent.kind === 'close') return close(present, intent);
  const work = present.work[intent.year];
  if (!work) return problem('notJoined');
  switch (intent.kind) {
    case 'change':
      return change(present, work, intent, limits);
    case 'logStep':
      return logStepSince(present, work, intent, limits);
    case 'notFound':
      return dayProblem(intent.on, work, intent.at) ?? notFound(present, intent);
    case 'stateResult':
      return stateResult(present, work, intent, limits);
    case 'withdrawResult':
      return withdrawResult(present, work, intent);
    default:
      return intent satisfies never;
  }
}

/** The record with a deed added to its history. */
function done(record: Household, { at, by, name }: HouseholdIntent, deed: Deed): Household {
  return { ...record, history: [...record.history, { at, by, byName: name, ...deed }] };
}

const withWork = (record: Household, { year }: HouseholdIntent, work: Work): Household => ({
  ...record,
  work: { ...record.work, [year]: work },
});

/** What is wrong with the day of something that was done. */
function dayProblem(on: IsoDate, { joinedOn }: Work, at: Date): HouseholdProblem | undefined {
  if (on > bangkokDate(at)) return problem('inFuture');
  return on < joinedOn ? problem('beforeJoined', { joinedOn }) : undefined;
}

function change(present: Household, work: Work, intent: Of<'change'>, limits: DebtLimits) {
  const changed = applyChanges(present, work, intent, limits);
  if ('code' in changed || changed.outcome.fields.length === 0) return changed;
  const { record, outcome } = changed;
  return { record: done(record, intent, { did: 'changed', fields: outcome.fields }), outcome };
}

/** Logs a step; of a household that joined earlier than was known, the day of joining is changed first. */
function logStepSince(present: Household, work: Work, intent: Of<'logStep'>, limits: DebtLimits) {
  const { joinedOn, id, by, name, at, center, year } = intent;
  if (joinedOn === undefined || joinedOn >= work.joinedOn) return logStep(present, work, intent);
  const earlier: Of<'change'> = {
    ...{ kind: 'change', id, by, name, at, center, year, based: present.rev },
    changes: [{ field: 'joinedOn', value: joinedOn }],
  };
  const changed = change(present, work, earlier, limits);
  if ('code' in changed) return changed;
  return logStep(changed.record, changed.record.work[year] ?? work, intent);
}

function logStep(present: Household, work: Work, intent: Of<'logStep'>): Decided | HouseholdProblem {
  const { step, told, classes, reason, sameFor } = intent;
  const turn = turnOf(
    {
      reached: reachedStep(work.steps, intent.centerSteps),
      done: doneSteps(work.steps, intent.centerSteps),
    },
    step,
  );
  const wrong =
    dayProblem(told.on, work, intent.at) ??
    optionalTextProblem('together', told.together, longest.line) ??
    optionalTextProblem('note', told.note, longest.note) ??
    optionalTextProblem('reason', reason, longest.line) ??
    (step >= managingStep && !work.plan ? problem('planFirst') : undefined) ??
    (needsReason(turn) && reason === undefined ? problem('reasonNeeded', { turn }) : undefined);
  if (wrong) return wrong;
  const entry: LoggedStep = {
    ...told,
    step,
    ...(classes && { classes }),
    turn,
    // A reason goes with the jump: where somebody did the steps between meanwhile there is none.
    ...(needsReason(turn) && reason !== undefined && { reason }),
    ...(sameFor !== undefined && { sameFor }),
    at: intent.at,
    by: intent.by,
  };
  const record = withWork(present, intent, { ...work, steps: [...work.steps, entry] });
  return {
    record: done(record, intent, { did: 'loggedStep', step, turn }),
    outcome: { kind: 'stepLogged', step, turn },
  };
}

const notFound = (present: Household, intent: Of<'notFound'>): Decided => ({
  record: done(present, intent, { did: 'notFound', on: intent.on }),
  outcome: { kind: 'notFoundNoted' },
});

function stateResult(
  present: Household,
  work: Work,
  intent: Of<'stateResult'>,
  limits: DebtLimits,
): Decided | HouseholdProblem {
  const { on, after, informalLeft, informalLeftSatang, reason } = intent;
  const result = resultIn(work, intent);
  const wrong =
    (work.result ? problem('alreadyHasResult') : undefined) ??
    dayProblem(on, work, intent.at) ??
    (isManaged(work, on) ? undefined : problem('resultBeforeStep4')) ??
    afterwardsProblem(after, work.before, limits) ??
    firstProblem(informalLeft ?? [], ({ satang }) => amountProblem(satang)) ??
    amountProblem(informalLeftSatang ?? 0) ??
    optionalTextProblem('reason', reason, longest.line) ??
    (reason === undefined ? doubtOf(result, work) : undefined);
  if (wrong) return wrong;
  const stated: StatedResult = {
    on,
    after,
    ...(informalLeft && { informalLeft }),
    ...(informalLeftSatang !== undefined && { informalLeftSatang }),
    ...(reason !== undefined && { reason }),
    by: intent.by,
    at: intent.at,
  };
  const record = withWork(present, intent, { ...work, result: stated });
  return {
    record: done(record, intent, { did: 'statedResult' }),
    outcome: { kind: 'resultStated', result },
  };
}

/** Whether step 4, or a later one, was reached by a day. */
const isManaged = ({ steps }: Work, by: IsoDate): boolean =>
  steps.some(({ step, on }) => step >= managingStep && on <= by);

/** What has to be explained: a debt that grew, and none left although a new contract was made. */
function doubtOf(result: ReturnType<typeof resultIn>, work: Work): HouseholdProblem | undefined {
  if (result.grownSatang > 0) return problem('growthReasonNeeded', { grownSatang: result.grownSatang });
  return result.contractsAfter === 0 && madeNewContract(work.methods)
    ? problem('newContractMissing')
    : undefined;
}

function withdrawResult(
  present: Household,
  work: Work,
  intent: Of<'withdrawResult'>,
): Decided | HouseholdProblem {
  const { result, ...rest } = work;
  if (!result) return problem('noResult');
  const wrong = textProblem('reason', intent.reason, longest.line);
  if (wrong) return wrong;
  const record = withWork(present, intent, { ...rest, withdrawn: [...work.withdrawn, result] });
  return {
    record: done(record, intent, { did: 'withdrewResult', reason: intent.reason }),
    outcome: { kind: 'resultWithdrawn' },
  };
}

/** Leaving is explained; that somebody moved away or died explains itself. */
function close(present: Household, intent: Of<'close'>): Decided | HouseholdProblem {
  const { closing } = intent;
  const newest = Object.values(present.work).at(-1);
  const wrong =
    (newest ? dayProblem(closing.on, newest, intent.at) : problem('notJoined')) ??
    (closing.why === 'left'
      ? textProblem('note', closing.note ?? '', longest.line)
      : optionalTextProblem('note', closing.note, longest.line));
  if (wrong) return wrong;
  return {
    record: done({ ...present, closed: closing }, intent, { did: 'closed', why: closing.why }),
    outcome: { kind: 'closed', closing },
  };
}

function reopen(present: Household, intent: Of<'reopen'>): Decided | HouseholdProblem {
  const { closed, ...open } = present;
  if (!closed) return problem('notClosed');
  const wrong = textProblem('reason', intent.reason, longest.line);
  if (wrong) return wrong;
  return {
    record: done(open, intent, { did: 'reopened', reason: intent.reason }),
    outcome: { kind: 'reopened' },
  };
}

/** It keeps its identity and its history, and goes by another number. */
function move(present: Household, intent: Of<'move'>): Decided {
  const { place: from, earlier } = present;
  const { to, centerSteps = {} } = intent;
  const outcome = { kind: 'moved' as const, from, to };
  if (to.center === from.center) return { record: present, outcome };
  const way = { from: from.center, to: to.center };
  const work = Object.entries(present.work).map(([year, each]): [string, Work] => [
    year,
    { ...each, steps: stepsTaken(each.steps, centerSteps[Number(year)] ?? [], way) },
  ]);
  const record = {
    ...present,
    place: to,
    earlier: [...earlier, from],
    work: Object.fromEntries(work),
  };
  return { record: done(record, intent, { did: 'moved', from: from.center, to: to.center }), outcome };
}
