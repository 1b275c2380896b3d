import { type Text, t } from '../../../kernel/reply.ts';
import type { DebtLimits } from '../../../programme/debtLimits.ts';
import { isAboveLimit } from '../rules/contract.ts';

/** A contract's interest a year, marked where the law allows less. */
export function rateText(basisPoints: number, limits: DebtLimits): Text {
  const rate = basisPoints / 100;
  return t(isAboveLimit(basisPoints, limits) ? 'household:rateAboveLimit' : 'household:rate', { rate });
}
