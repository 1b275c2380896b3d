import { z } from 'zod';
import type { Draft } from '../../../engine/draft.ts';
import type { Values } from '../../../engine/walk.ts';
import { type FormTalk, stepKey, valuesIn } from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { type Text, t } from '../../../kernel/reply.ts';
import { yearEndAhead } from '../../../programme/calendar/calendar.ts';
import { householdPlan as form } from '../forms/householdPlan.ts';
import { aims, type DebtPlan } from '../rules/debtPlan.ts';
import { methodKinds } from '../rules/method.ts';
import { planText } from '../text/form.ts';
import { type Given, yearOf } from './draft.ts';
import { aboutHousehold, changing, shortHousehold } from './ofHousehold.ts';

/** The plan for solving a household's debts: aim, methods, occupation support, who and by when. */
export const planTalk: FormTalk = {
  form,
  derived: {},
  keeps: true,
  about: aboutHousehold('plan'),
  short: shortHousehold('plan'),
  year: yearOf,
  suggestion: (draft, slot, today) => {
    if (slot.step.suggest === 'by') return { kind: 'value', value: yearEndAhead(yearOf(draft), today) };
    return slot.step.suggest === 'who'
      ? { kind: 'text', text: t(stepKey(form, slot.step, 'suggestion')) }
      : undefined;
  },
  submit: (draft) => changing(draft, planIn(valuesIn({ form, derived: {} }, draft))),
};

const plan = z.object({
  aim: z.enum(aims),
  methods: z.array(z.enum(methodKinds)),
  occupation: z.string().optional(),
  who: z.string(),
  by: z.string(),
});

function planIn(values: Values): { readonly field: 'plan'; readonly value: DebtPlan } {
  return { field: 'plan', value: toPlan(plan.parse(values)) };
}

function toPlan({ occupation, by, ...rest }: z.infer<typeof plan>): DebtPlan {
  return { ...rest, ...(occupation !== undefined && { occupation }), by: toIsoDate(by) };
}

/** The plan that stood when a later form was begun, in words. */
export function planFact({ facts }: Draft): Text | undefined {
  const { data } = plan.safeParse(facts.plan);
  return data && planText(toPlan(data));
}

/** The answers that a plan which is changed begins with. */
export const givenBy = ({ aim, methods, occupation, who, by }: DebtPlan): Given => [
  ['aim', aim],
  ['methods', methods],
  ['occupation', occupation],
  ['who', who],
  ['by', by],
];
