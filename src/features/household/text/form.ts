import { optionText } from '../../../kernel/form/talk.ts';
import { said, type Text, t } from '../../../kernel/reply.ts';
import { householdMethods } from '../forms/householdMethods.ts';
import { householdPlan } from '../forms/householdPlan.ts';
import { householdStep } from '../forms/householdStep.ts';
import type { Aim, DebtPlan } from '../rules/debtPlan.ts';
import type { MethodKind, PauseVariant, UsedMethod } from '../rules/method.ts';
import type { DebtorClass } from '../rules/steps.ts';

/** A step by its name in the programme's papers. */
export const stepName = (step: number): Text =>
  t(`forms:${householdStep.id}.${householdStep.version}.step.names.${step}`);

export const classText = (one: DebtorClass): Text => optionText(householdStep, { id: 'classes' }, one);
export const methodName = (kind: MethodKind): Text => optionText(householdMethods, { id: 'methods' }, kind);
const aimText = (aim: Aim): Text => optionText(householdPlan, { id: 'aim' }, aim);
const variantText = (variant: PauseVariant): Text =>
  optionText(householdMethods, { id: 'pauseVariant' }, variant);

/** A household's plan in one line, shown beside every later step. */
export function planText({ aim, methods, occupation, together, who, by }: DebtPlan): Text {
  return t(together === undefined ? 'household:plan' : 'household:planTogether', {
    aim: aimText(aim),
    methods: methods.map(methodName),
    occupation: occupation === undefined ? t('household:noOccupation') : said(occupation),
    ...(together !== undefined && { together: said(together) }),
    who: said(who),
    by: { date: by },
  });
}

/** A method and what it changed. */
export function methodText(method: UsedMethod): Text {
  const name = methodName(method.kind);
  switch (method.kind) {
    case 'consolidation':
      return t('household:method.consolidation', { name, joined: method.joined, fund: said(method.fund) });
    case 'longerTerm':
      return t('household:method.longerTerm', { name, from: { date: method.from }, to: { date: method.to } });
    case 'lowerInterest':
      return t('household:method.lowerInterest', {
        name,
        from: method.fromBasisPoints / 100,
        to: method.toBasisPoints / 100,
      });
    case 'pause':
      return t('household:method.pause', {
        name,
        variant: variantText(method.variant),
        until: { date: method.until },
      });
    case 'freeze':
      return t('household:method.freeze', { name, until: { date: method.until } });
    case 'waiver':
      return method.satang === undefined
        ? name
        : t('household:method.waiver', { name, amount: { baht: method.satang } });
    case 'refinance': {
      const { from, movedInSatang, toFund, until } = method;
      const key =
        from.kind === 'outside' ? 'household:method.refinanceOutside' : 'household:method.refinance';
      const moved = t(key, { name, from: said(from.name), to: said(toFund) });
      const text =
        movedInSatang === undefined
          ? moved
          : t('household:method.movedIn', { method: moved, amount: { baht: movedInSatang } });
      return until === undefined
        ? text
        : t('household:method.untilDate', { method: text, until: { date: until } });
    }
    default:
      return method satisfies never;
  }
}
