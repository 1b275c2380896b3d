import { isDeepStrictEqual } from 'node:util';
import { bangkokDate } from '../../../programme/calendar/calendar.ts';
import type { DebtLimits } from '../../../programme/debtLimits.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import { informalOwed, joiningProblem, mostContracts, numberedLoans, outsideProblem } from './contract.ts';
import { planProblem } from './debtPlan.ts';
import { fieldKey, presentValue, withChange } from './field.ts';
import type { Change, Conflict, Household, HouseholdIntent, HouseholdOutcome, Work } from './household.ts';
import { houseProblem, membersProblem } from './join.ts';
import { methodsProblem } from './method.ts';
import {
  firstProblem,
  type HouseholdProblem,
  longest,
  optionalTextProblem,
  problem,
  textProblem,
} from './problem.ts';

type Intent = Extract<HouseholdIntent, { kind: 'change' }>;
type Changed = Extract<HouseholdOutcome, { kind: 'changed' }>;

/**
 * Changes fields of a household. Two people who changed different fields both have it their way; a field that
 * somebody changed meanwhile to something else stays, and both values come back for the second to choose.
 */
export function applyChanges(
  present: Household,
  work: Work,
  intent: Intent,
  limits: DebtLimits,
): { readonly record: Household; readonly outcome: Changed } | HouseholdProblem {
  const { year, based } = intent;
  const next = present.rev + 1;
  const fields: string[] = [];
  const conflicts: Conflict[] = [];
  let record = present;
  for (const wanted of intent.changes) {
    const now = record.work[year] ?? work;
    const key = fieldKey(wanted, year);
    const standing = presentValue(record, now, wanted);
    if (isDeepStrictEqual(standing, wanted)) continue;
    const since = present.changed[key] ?? 0;
    if (standing && since > based) {
      conflicts.push({ present: standing, wanted });
      continue;
    }
    const wrong = changeProblem(record, now, wanted, intent, limits);
    if (wrong) return wrong;
    record = withChange(record, year, now, wanted);
    fields.push(key);
  }
  const changed = { ...present.changed, ...Object.fromEntries(fields.map((field) => [field, next])) };
  return { record: { ...record, changed }, outcome: { kind: 'changed', fields, conflicts, rev: next } };
}

/** What is wrong with a new value of a field. */
function changeProblem(
  household: Household,
  work: Work,
  change: Change,
  { at, year }: { readonly at: Date; readonly year: FiscalYear },
  limits: DebtLimits,
): HouseholdProblem | undefined {
  switch (change.field) {
    case 'head':
      return textProblem('head', change.value, longest.name);
    case 'houseNo':
      return houseProblem(change.value);
    case 'members':
      return membersProblem(change.value);
    case 'phone':
      return optionalTextProblem('phone', change.value ?? undefined, longest.houseNo);
    case 'joinedOn':
      return joinedOnProblem(work, change.value, at);
    case 'contract':
      return work.before.some(({ no }) => no === change.no)
        ? beforeProblem(household, year, work, change)
        : problem('noSuchContract', { no: change.no });
    case 'outside':
      return numberedLoans(work.outside).some(({ no }) => no === change.no)
        ? beforeProblem(household, year, work, change)
        : problem('noSuchOutside', { no: change.no });
    case 'newContract':
    case 'newOutside':
      return beforeProblem(household, year, work, change);
    case 'plan':
      return planProblem(change.value, work.joinedOn);
    case 'methods':
      return methodsProblem(change.value, { joinedOn: work.joinedOn, before: work.before, limits });
    default:
      return change satisfies never;
  }
}

/** A household cannot have joined later than anything that was done with it. */
function joinedOnProblem(work: Work, joinedOn: Work['joinedOn'], at: Date): HouseholdProblem | undefined {
  if (joinedOn > bangkokDate(at)) return problem('inFuture');
  const own = work.steps.filter(({ ofCenter }) => ofCenter === undefined);
  const days = [...own.map(({ on }) => on), ...(work.result ? [work.result.on] : [])];
  return firstProblem(days, (on) => (on < joinedOn ? problem('beforeJoined', { joinedOn }) : undefined));
}

/** What is wrong with the debts at joining once one of them is changed, added or taken off. */
function beforeProblem(
  household: Household,
  year: FiscalYear,
  work: Work,
  change: Extract<Change, { field: 'contract' | 'newContract' | 'outside' | 'newOutside' }>,
): HouseholdProblem | undefined {
  const { before, outside } = withChange(household, year, work, change).work[year] ?? work;
  if (before.length === 0 && informalOwed(outside) === 0) return problem('noContracts');
  if (before.length > mostContracts) return problem('tooManyContracts', { max: mostContracts });
  const { value } = change;
  return value !== null && 'fund' in value ? joiningProblem([value]) : outsideProblem(outside);
}
