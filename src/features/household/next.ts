import { type Option, type Text, t } from '../../kernel/reply.ts';
import { roundButton } from './card/center.ts';
import { waitingIn } from './changes/waiting.ts';
import { type CenterDebts, doneBy, isManaged, type Joined, joinedIn, placeKey } from './debts.ts';
import type { HouseholdOutcome } from './rules/household.ts';
import { managingStep } from './rules/steps.ts';

/** What comes next after something was kept of a household: the same of the next one that lacks it, else of the center. */
export function nextAfter(result: HouseholdOutcome, debts: CenterDebts): readonly Option[] {
  switch (result.kind) {
    case 'stepLogged':
      return orInCenter(nextStep(result.step, debts), debts);
    case 'changed':
      return nextAfterChange(result.fields, debts);
    case 'resultStated':
      return orInCenter(nextResult(debts), debts);
    case 'closed':
      return nextInCenter(debts);
    // The card of the household itself has what is to be done again.
    default:
      return [];
  }
}

/**
 * What comes next in the center, for its card: the household whose planned methods are still to be told, or whose
 * result; else the one that still lacks a plan, and round 1 once none does.
 */
export function nextInCenter(debts: CenterDebts): readonly Option[] {
  const managed = openIn(debts).some((joined) => isManaged(joined, debts));
  const after = managed ? nextAfterMethods(debts) : [];
  return after.length > 0 ? after : nextPlan(debts);
}

const orInCenter = (next: readonly Option[], debts: CenterDebts): readonly Option[] =>
  next.length > 0 ? next : nextInCenter(debts);

function nextAfterChange(fields: readonly string[], debts: CenterDebts): readonly Option[] {
  // A field of the work is kept with its year behind it.
  const names = fields.map((field) => field.split('/')[0]);
  return names.includes('plan') ? orInCenter(nextPlan(debts), debts) : nextInCenter(debts);
}

function nextAfterMethods(debts: CenterDebts): readonly Option[] {
  const methods = nextMethods(debts);
  return methods.length > 0 ? methods : nextResult(debts);
}

function nextStep(step: number, debts: CenterDebts): readonly Option[] {
  const next = openIn(debts).find(
    (joined) =>
      doneBy(joined, debts).every((done) => done !== step) && (step < managingStep || joined.work.plan),
  );
  return next ? [option(next, debts, 'step', `/${step}`)] : [];
}

function nextPlan(debts: CenterDebts): readonly Option[] {
  const next = openIn(debts).find(({ work }) => !work.plan);
  if (next) return [option(next, debts, 'plan')];
  const named = new Set(debts.joinings.map(({ household }) => household));
  const isReported = joinedIn(debts).every(({ household }) => named.has(household.id));
  return isReported ? [] : [...moreToJoin(debts), roundButton(1)];
}

/** While fewer joined than the center is to reach. */
function moreToJoin(debts: CenterDebts): readonly Option[] {
  const { householdTarget: target = 0 } = debts.center;
  return joinedIn(debts).length < target ? [{ label: t('commands:addHousehold'), tap: { kind: 'say' } }] : [];
}

function nextMethods(debts: CenterDebts): readonly Option[] {
  const [next] = waitingIn(debts);
  return next ? [option(next, debts, 'methods', '/planned')] : [];
}

function nextResult(debts: CenterDebts): readonly Option[] {
  const missing = openIn(debts).filter(({ work }) => !work.result);
  const next = missing.find((joined) => isManaged(joined, debts));
  if (next) return [option(next, debts, 'result')];
  return missing.length === 0 ? [roundButton(2)] : [];
}

const openIn = (debts: CenterDebts): readonly Joined[] =>
  joinedIn(debts).filter(({ household }) => household.closed === undefined);

const option = (
  { household }: Joined,
  debts: CenterDebts,
  act: 'step' | 'plan' | 'methods' | 'result',
  more = '',
): Option => ({
  label: labelOf(act, household.place.no),
  tap: { kind: 'act', flow: 'household', act, value: `${placeKey(debts)}/${household.id}${more}` },
});

const labelOf = (act: 'step' | 'plan' | 'methods' | 'result', no: number): Text =>
  t(`household:short.${act}`, { no });
