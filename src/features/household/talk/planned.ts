import type { Joined } from '../debts.ts';
import type { Given } from './draft.ts';

/** The methods as they are planned, with the old interest where every contract has the same. */
export function plannedMethods({ work: { plan, before } }: Joined): Given {
  if (!plan) return [];
  const [rate, ...others] = [...new Set(before.map(({ rateBasisPoints }) => rateBasisPoints))];
  const isOne = rate !== undefined && rate > 0 && others.length === 0;
  const isLowered = isOne && plan.methods.includes('lowerInterest');
  return [['methods', [...plan.methods]], ...(isLowered ? [['rateFrom', rate / 100] as const] : [])];
}
