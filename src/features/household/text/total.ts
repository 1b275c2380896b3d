import { type Text, t } from '../../../kernel/reply.ts';
import type { Totals } from '../rules/contract.ts';

/** What a household owes in all, said back. */
export const totalText = ({ contracts, outstandingSatang }: Totals): Text =>
  t('household:total', { count: contracts, amount: { baht: outstandingSatang } });
