import type { Draft } from '../../../engine/draft.ts';
import type { DebtLimits } from '../../../programme/debtLimits.ts';
import { legalLimits } from '../rules/contract.ts';

/** What the law allows as a new interest; a draft that was begun without it is held to the Code's own. */
export const limitsIn = ({ facts: { rateLimit } }: Draft): DebtLimits =>
  typeof rateLimit === 'number' ? { rateBasisPoints: rateLimit } : legalLimits;
