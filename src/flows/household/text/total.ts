import type { Totals } from '../../../domain/household/contract.ts';
import { type Text, t } from '../../reply.ts';

/** What a household owes in all, said back. */
export const totalText = ({ contracts, outstandingSatang }: Totals): Text =>
  t('household:total', { contracts, amount: { baht: outstandingSatang } });
