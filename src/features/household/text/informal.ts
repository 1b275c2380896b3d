import { type Block, said, t } from '../../../kernel/reply.ts';
import type { OutsideLoan } from '../rules/contract.ts';

/** What is owed to informal lenders, apart from the funds' outstanding. */
export function informalBlocks(outside: readonly OutsideLoan[]): readonly Block[] {
  const lenders = outside
    .filter(({ informal }) => informal)
    .map(({ lender, outstandingSatang = 0 }) =>
      t('household:informalLoan', { lender: said(lender), amount: { baht: outstandingSatang } }),
    );
  return lenders.length > 0
    ? [{ kind: 'text', text: t('household:informalDebt', { lenders }), tone: 'quiet' }]
    : [];
}
