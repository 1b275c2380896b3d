import { type Block, said, t } from '../../../kernel/reply.ts';
import type { DebtLimits } from '../../../programme/debtLimits.ts';
import { type Contract, isAboveLimit } from '../rules/contract.ts';
import { rateText } from './rate.ts';

/** The contracts whose interest is above the law's limit, by their places, each with that mark. */
export const aboveLimitBlocks = (contracts: readonly Contract[], limits: DebtLimits): readonly Block[] =>
  contracts.flatMap(({ fund, rateBasisPoints }, place): readonly Block[] =>
    isAboveLimit(rateBasisPoints, limits)
      ? [
          {
            kind: 'text',
            text: t('household:contractRate', {
              n: place + 1,
              fund: said(fund),
              rate: rateText(rateBasisPoints, limits),
            }),
            tone: 'warning',
          },
        ]
      : [],
  );
