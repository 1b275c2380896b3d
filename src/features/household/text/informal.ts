import { type Block, said, type Text, t } from '../../../kernel/reply.ts';
import type { OutsideLoan } from '../rules/contract.ts';
import type { InformalDebt, LenderDebt } from '../rules/result.ts';

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

/** What became of it, in all and of each of several lenders. */
export const informalChange = (all: InformalDebt, debts: readonly LenderDebt[]): readonly Block[] => [
  { kind: 'fact', label: t('household:informal'), value: changeText(all) },
  ...(debts.length > 1
    ? [{ kind: 'text', text: t('common:list', { items: debts.map(lenderText) }), tone: 'quiet' } as const]
    : []),
];

const lenderText = ({ lender, before, after }: LenderDebt): Text =>
  t('household:informalLenderChange', {
    lender: said(lender),
    before: { baht: before },
    after: { baht: after },
  });

const changeText = ({ before, after }: InformalDebt): Text =>
  t('household:beforeAfter', { before: { baht: before }, after: { baht: after } });
