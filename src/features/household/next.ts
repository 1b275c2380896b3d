import { type Option, type Text, t } from '../../kernel/reply.ts';
import { roundButton } from './card/center.ts';
import { waitingIn } from './changes/waiting.ts';
import { type CenterDebts, isManaged, type Joined, joinedIn, nextStep, placeKey } from './debts.ts';
import type { HouseholdOutcome } from './rules/household.ts';
import type { RoundNo } from './rules/roundRow.ts';
import { managingStep } from './rules/steps.ts';

/** What is to be done next in a center: something about one household, another household, or a round. */
export type Next =
  | { readonly kind: 'form'; readonly act: NextForm; readonly joined: Joined; readonly more?: string }
  | { readonly kind: 'join' }
  | { readonly kind: 'round'; readonly round: RoundNo };
type NextForm = 'step' | 'plan' | 'methods' | 'result';

/** The button that leads to it. */
export function nextButton(next: Next, debts: CenterDebts): Option {
  switch (next.kind) {
    case 'form':
      return {
        label: labelOf(next),
        tap: { ...nextAct(next, debts), flow: 'household' },
      };
    case 'join':
      return { label: t('commands:addHousehold'), tap: { kind: 'say' } };
    case 'round':
      return roundButton(next.round);
    default:
      return next satisfies never;
  }
}

type NextOfHousehold = Extract<Next, { kind: 'form' }>;

/** What its button says to this flow. */
export function nextAct({ act, joined, more }: NextOfHousehold, debts: CenterDebts) {
  const about = [placeKey(debts), joined.household.id, ...(more === undefined ? [] : [more])];
  return { kind: 'act', act, value: about.join('/') } as const;
}

function labelOf({ act, joined, more }: NextOfHousehold): Text {
  const { no } = joined.household.place;
  return act === 'step' && more !== undefined
    ? t('household:short.stepNo', { step: more, no })
    : t(`household:short.${act}`, { no });
}

/** What comes next after something was kept of a household: the same of the next one that lacks it, else of the center. */
export function nextAfter(result: HouseholdOutcome, debts: CenterDebts): readonly Next[] {
  switch (result.kind) {
    case 'stepLogged':
      return orInCenter(nextSteps(debts, result.step), debts);
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
 * result; else the one that still lacks a plan, and round 1 once none does; and then the steps.
 */
export function nextInCenter(debts: CenterDebts): readonly Next[] {
  const managed = openIn(debts).some((joined) => isManaged(joined, debts));
  return firstOf([managed ? nextAfterMethods(debts) : [], nextPlan(debts), nextSteps(debts)]);
}

const firstOf = (all: readonly (readonly Next[])[]): readonly Next[] =>
  all.find((next) => next.length > 0) ?? [];

const orInCenter = (next: readonly Next[], debts: CenterDebts): readonly Next[] =>
  next.length > 0 ? next : nextInCenter(debts);

function nextAfterChange(fields: readonly string[], debts: CenterDebts): readonly Next[] {
  // A field of the work is kept with its year behind it.
  const names = fields.map((field) => field.split('/')[0]);
  if (names.includes('plan')) return orInCenter(nextPlan(debts), debts);
  // The methods were told with step 4, which others may still be before.
  return names.includes('methods')
    ? orInCenter(firstOf([nextMethods(debts), nextSteps(debts, managingStep)]), debts)
    : nextInCenter(debts);
}

function nextAfterMethods(debts: CenterDebts): readonly Next[] {
  const methods = nextMethods(debts);
  return methods.length > 0 ? methods : nextResult(debts);
}

/**
 * The next step of the household that is due for this one, or for the lowest; of those without a plan none that needs
 * it. Whose result is told needs no further step.
 */
function nextSteps(debts: CenterDebts, same?: number): readonly Next[] {
  const due = openIn(debts).flatMap((joined) => {
    const step = joined.work.result ? undefined : nextStep(joined, debts);
    return step === undefined || (step >= managingStep && !joined.work.plan) ? [] : [{ joined, step }];
  });
  const lowest = Math.min(...due.map(({ step }) => step));
  const next = due.find(({ step }) => step === same) ?? due.find(({ step }) => step === lowest);
  return next ? [{ kind: 'form', act: 'step', joined: next.joined, more: String(next.step) }] : [];
}

function nextPlan(debts: CenterDebts): readonly Next[] {
  const joined = openIn(debts).find(({ work }) => !work.plan);
  if (joined) return [{ kind: 'form', act: 'plan', joined }];
  const named = new Set(debts.joinings.map(({ household }) => household));
  const isReported = joinedIn(debts).every(({ household }) => named.has(household.id));
  return isReported ? [] : [...moreToJoin(debts), { kind: 'round', round: 1 }];
}

/** While fewer joined than the center is to reach. */
function moreToJoin(debts: CenterDebts): readonly Next[] {
  const { householdTarget: target = 0 } = debts.center;
  return joinedIn(debts).length < target ? [{ kind: 'join' }] : [];
}

function nextMethods(debts: CenterDebts): readonly Next[] {
  const [joined] = waitingIn(debts);
  return joined ? [{ kind: 'form', act: 'methods', joined, more: 'planned' }] : [];
}

function nextResult(debts: CenterDebts): readonly Next[] {
  const missing = openIn(debts).filter(({ work }) => !work.result);
  const joined = missing.find((one) => isManaged(one, debts));
  if (joined) return [{ kind: 'form', act: 'result', joined }];
  return missing.length === 0 ? [{ kind: 'round', round: 2 }] : [];
}

const openIn = (debts: CenterDebts): readonly Joined[] =>
  joinedIn(debts).filter(({ household }) => household.closed === undefined);
