import { z } from 'zod';
import type { Draft } from '../../../engine/draft.ts';
import type { Values } from '../../../engine/walk.ts';
import { type FormTalk, type Judged, type Suggestion, stepKey, valuesIn } from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { type Block, type Text, t } from '../../../kernel/reply.ts';
import { addDays, parseIsoDate, yearEndAhead } from '../../../programme/calendar/calendar.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { householdPlan as form } from '../forms/householdPlan.ts';
import type { Contract } from '../rules/contract.ts';
import { aims, type DebtPlan } from '../rules/debtPlan.ts';
import { type MethodKind, methodKinds } from '../rules/method.ts';
import { planText } from '../text/form.ts';
import { contractsFact } from './contractsFact.ts';
import { factText, type Given, yearOf } from './draft.ts';
import { methodWords } from './methodWords.ts';
import { aboutHousehold, changing, shortHousehold } from './ofHousehold.ts';

/** The plan for solving a household's debts: aim, methods, occupation support, together with whom, who and by when. */
export const planTalk: FormTalk = {
  form,
  derived: {},
  keeps: true,
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
        return methodsFor(contractsFact(draft));
      case 'occupation':
      case 'who':
      case 'together':
        return { kind: 'text', text: t(stepKey(form, step, 'suggestion')) };
      default:
        return undefined;
    }
  },
  remark: afterResult,
  submit: (draft) => changing(draft, planIn(valuesIn({ form, derived: {} }, draft))),
};

/** The method that the debt found calls for (the product's own rule); nothing where neither count nor state says. */
function methodsFor(contracts: readonly Contract[]): Suggestion | undefined {
  const methods: readonly MethodKind[] = [
    ...(contracts.length > 1 ? (['consolidation'] as const) : []),
    ...(contracts.some(({ overdue }) => overdue) ? (['waiver'] as const) : []),
  ];
  return methods.length > 0 ? { kind: 'value', value: methods } : undefined;
}

/** So many days before the result is due there is still time to report it; then the day before, and the day itself. */
const daysBeforeResult = [7, 1, 0] as const;

/** A day, today at the earliest, on which the result can still be reported; the end of the year once it is overdue. */
function dayBeforeResult(draft: Draft, today: IsoDate): IsoDate {
  const due = parseIsoDate(factText(draft, 'resultDue'));
  const left = due ? daysBeforeResult.map((days) => addDays(due, -days)) : [];
  return left.find((day) => day >= today) ?? yearEndAhead(yearOf(draft), today);
}

/** What is reached after the result is due is not in its report; once that is over no day would be. */
function afterResult({ before, slot, value, context: { today } }: Judged): readonly Text[] {
  const due = parseIsoDate(factText(before, 'resultDue'));
  const isLate = slot.step.id === 'by' && due !== undefined && due >= today && String(value) > due;
  return isLate ? [t('household:planAfterResult', { due: { date: due } })] : [];
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
