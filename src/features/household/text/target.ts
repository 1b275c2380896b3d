import { type Block, type Text, t } from '../../../kernel/reply.ts';
import type { Center } from '../../../programme/center/center.ts';

type Targeted = Pick<Center, 'householdTarget' | 'budgeted'>;

/** How many households of a center's own target, which it may not have or which may not be known. */
export function ofTargetText({ householdTarget: of }: Targeted, done: number): Text {
  if (of === undefined) return t('household:countTargetUnknown', { count: done });
  return of > 0
    ? t('household:ofTarget', { done, count: of })
    : t('household:countNoTarget', { count: done });
}

/** A target that is not known is asked for: it follows from the founding date, or is the center's own number. */
export const targetAskedFor = ({ householdTarget, budgeted }: Targeted): readonly Block[] =>
  householdTarget === undefined
    ? [{ kind: 'text', text: t(`household:askFor.${budgeted ? 'target' : 'founding'}`), tone: 'warning' }]
    : [];
