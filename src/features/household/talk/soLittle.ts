import type { Judged, Judgement } from '../../../kernel/form/talk.ts';
import { t } from '../../../kernel/reply.ts';

/** Far less than anybody owes, in satang: rather a rate or a slip. */
const mostOfSlip = 100 * 100;

/** The questions what is owed. */
const amounts: readonly string[] = ['outstanding', 'informalLeft', 'informalOwed'];

/** A few baht may be the interest, or thousands that were left out (2.5): asked about. */
export function soLittle({ before, slot, value }: Judged): Judgement | undefined {
  const isLittle = amounts.includes(slot.step.id) && Number(value) > 0 && Number(value) <= mostOfSlip;
  if (!isLittle || before.asked?.candidates.includes(value)) return undefined;
  return {
    draft: { ...before, asked: { key: slot.key, candidates: [value] } },
    notes: [t('household:isSoLittle', { amount: { baht: Number(value) } })],
  };
}
