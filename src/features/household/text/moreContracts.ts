import { type Block, t } from '../../../kernel/reply.ts';

/** How many contracts are not listed, where the list was cut. */
export const moreContracts = (count: number): readonly Block[] =>
  count > 0 ? [{ kind: 'text', text: t('household:moreContracts', { count }), tone: 'quiet' }] : [];
