import { z } from 'zod';
import type { Draft } from '../../../engine/draft.ts';
import type { Values } from '../../../engine/walk.ts';
import { type FormTalk, type Judged, type Suggestion, stepKey, valuesIn } from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { whoAndBy } from '../../../kernel/form/whoAndBy.ts';
import { type Block, type Text, t } from '../../../kernel/reply.ts';
import { addDays, bangkokDate, parseIsoDate, yearEndAhead } from '../../../programme/calendar/calendar.ts';
import type { DebtLimits } from '../../../programme/debtLimits.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { householdPlan as form } from '../forms/householdPlan.ts';
import { type Contract, isAboveLimit } from '../rules/contract.ts';
import { aims, type DebtPlan } from '../rules/debtPlan.ts';
import { type MethodKind, methodKinds } from '../rules/method.ts';
import { planText } from '../text/form.ts';
import { contractsFact } from './contractsFact.ts';
import { factText, type Given, yearOf } from './draft.ts';
import { limitsIn } from './limits.ts';
import { methodWords } from './methodWords.ts';
import { aboutHousehold, changing, shortHousehold } from './ofHousehold.ts';

/** The plan for solving a household's debts: aim, methods, occupation support, together with whom, who and by when. */
export const planTalk: FormTalk = {
  form,
  derived: {},
  keeps: true,
  leadsOn: true,
  about: aboutHousehold('plan'),
  short: shortHousehold('plan'),
  year: yearOf,
  words: methodWords,
  suggestion: (draft, { step }, today) => {
    switch (step.suggest) {
      case 'by':
        return { kind: 'value', value: dayBeforeResult(draft, today) };
      case 'aim':
        // What is owed outside the funds alone is closed or moved in, and reduces no debt of theirs.
        return contractsFact(draft).length > 0 ? { kind: 'value', value: 'reduce' } : undefined;
      case 'methods':
        return methodsFor(contractsFact(draft), limitsIn(draft));
      case 'occupation':
      case 'who':
      case 'together':
        return { kind: 'text', text: t(stepKey(form, step, 'suggestion')) };
      default:
        return undefined;
    }
  },
  several: whoAndBy,
  titleParams: (draft, { step }) => (step.id === 'by' ? { due: dueText(draft) } : {}),
  remark: afterResult,
  submit: (draft) => changing(draft, planIn(valuesIn({ form, derived: {} }, draft))),
};

/**
 * The methods that the debt found calls for (the product's own rule): several contracts are joined, an interest above
 * the law's limit is lowered, default interest of what is overdue is waived. One contract within the law and on time
 * gets better terms: a lower interest, which repays more of the debt itself, or a longer term where it has none.
 */
function methodsFor(contracts: readonly Contract[], limits: DebtLimits): Suggestion | undefined {
  const rates = contracts.map(({ rateBasisPoints }) => rateBasisPoints);
  const found: readonly MethodKind[] = [
    ...(contracts.length > 1 ? (['consolidation'] as const) : []),
    ...(rates.some((rate) => isAboveLimit(rate, limits)) ? (['lowerInterest'] as const) : []),
    ...(contracts.some(({ overdue }) => overdue) ? (['waiver'] as const) : []),
  ];
  if (found.length > 0) return { kind: 'value', value: found };
  const [rate] = rates;
  return rate === undefined
    ? undefined
    : { kind: 'value', value: [rate > 0 ? 'lowerInterest' : 'longerTerm'] };
}

/** So many days before the result is due there is still time to report it; then the day before. */
const daysBeforeResult = [7, 1] as const;
/** Once it is due it is too late for the report, so it should be soon. */
const soon = 7;

/**
 * A day after today on which the result can still be reported; today, where there is none before it is due. Once it is
 * overdue a week ahead, and the end of the year where no date is set.
 */
function dayBeforeResult(draft: Draft, today: IsoDate): IsoDate {
  const due = resultDueIn(draft);
  if (!due) return yearEndAhead(yearOf(draft), today);
  if (due < today) return addDays(today, soon);
  return daysBeforeResult.map((days) => addDays(due, -days)).find((day) => day > today) ?? today;
}

const resultDueIn = (draft: Draft): IsoDate | undefined => parseIsoDate(factText(draft, 'resultDue'));

/** When the result is due, beside the question by when the aim is reached. */
function dueText(draft: Draft): Text {
  const due = resultDueIn(draft);
  if (!due) return t('household:planDue.none');
  const isOver = due < bangkokDate(draft.touchedAt);
  return t(isOver ? 'household:planDue.over' : 'household:planDue.ahead', { due: { date: due } });
}

/** What is reached after the result is due is not in its report; that it is overdue already is said as well. */
function afterResult({ before, slot, value, context: { today } }: Judged): readonly Text[] {
  const due = resultDueIn(before);
  if (slot.step.id !== 'by' || due === undefined) return [];
  if (due < today) return [t('household:planResultOverdue', { due: { date: due } })];
  return String(value) > due ? [t('household:planAfterResult', { due: { date: due } })] : [];
}

const plan = z.object({
  aim: z.enum(aims),
  methods: z.array(z.enum(methodKinds)),
  occupation: z.string().optional(),
  together: z.string().optional(),
  who: z.string(),
  by: z.string(),
});

function planIn(values: Values): { readonly field: 'plan'; readonly value: DebtPlan } {
  return { field: 'plan', value: toPlan(plan.parse(values)) };
}

function toPlan({ occupation, together, by, ...rest }: z.infer<typeof plan>): DebtPlan {
  return {
    ...rest,
    ...(occupation !== undefined && { occupation }),
    ...(together !== undefined && { together }),
    by: toIsoDate(by),
  };
}

/** The plan that stood when a later form was begun, in words. */
function planFact({ facts }: Draft): Text | undefined {
  const { data } = plan.safeParse(facts.plan);
  return data && planText(toPlan(data));
}

/** The plan beside what is asked or told of a later form, in small words. */
export function planBeside(draft: Draft): readonly Block[] {
  const plan = planFact(draft);
  return plan ? [{ kind: 'text', text: t('household:planBeside', { plan }), tone: 'quiet' }] : [];
}

/** The answers that a plan which is changed begins with. */
export const givenBy = ({ aim, methods, occupation, together, who, by }: DebtPlan): Given => [
  ['aim', aim],
  ['methods', methods],
  ['occupation', occupation],
  ['together', together],
  ['who', who],
  ['by', by],
];
