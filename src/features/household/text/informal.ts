import { type Block, said, type Text, t } from '../../../kernel/reply.ts';
import type { OutsideLoan } from '../rules/contract.ts';

type Named = { readonly lender: string; readonly outstandingSatang?: number | undefined };

/** A loan of a lender outside: of an informal one with what is owed. */
export const loanText = ({ lender, outstandingSatang }: Named): Text =>
  outstandingSatang === undefined
    ? said(lender)
    : t('household:informalLoan', { lender: said(lender), amount: { baht: outstandingSatang } });

/** What is owed to informal lenders, apart from the funds' outstanding. */
export function informalBlocks(outside: readonly OutsideLoan[]): readonly Block[] {
  const lenders = outside.filter(({ informal }) => informal).map(loanText);
  return lenders.length > 0
    ? [{ kind: 'text', text: t('household:informalDebt', { lenders }), tone: 'quiet' }]
    : [];
}
