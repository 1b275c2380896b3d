import { type Text, t } from '../../../kernel/reply.ts';
import type { DebtResult } from '../rules/result.ts';

/** What became of a household's debt, in words: cleared, reduced and restructured by the programme's definitions. */
export function resultText(
  result: Pick<DebtResult, 'cleared' | 'reduced' | 'restructured' | 'notYet' | 'grownSatang'>,
): Text {
  const { cleared, reduced, restructured, notYet, grownSatang } = result;
  const words: Text[] = [];
  if (cleared) words.push(t('household:result.cleared'));
  if (reduced) words.push(t('household:result.reduced'));
  if (restructured) words.push(t('household:result.restructured'));
  if (notYet && grownSatang === 0) words.push(t('household:result.notYet'));
  if (grownSatang > 0) words.push(t('household:result.grown', { amount: { baht: grownSatang } }));
  return t('common:list', { items: words });
}
