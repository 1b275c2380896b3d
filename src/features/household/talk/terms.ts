import type { Draft } from '../../../engine/draft.ts';
import type { Json } from '../../../engine/ids.ts';
import { type Reading, unreadable } from '../../../engine/parse/reading.ts';
import type { Slot } from '../../../engine/walk.ts';
import { householdResult } from '../forms/householdResult.ts';
import { readBalance } from '../rules/balance.ts';
import { readNoInterest } from '../rules/noInterest.ts';
import { readOverdue } from '../rules/overdueWords.ts';
import { contractsFact } from './contractsFact.ts';
import { contractAsked, informalAsked } from './known.ts';

/** What officers say of a contract in words of their own, by the question that they answer. */
export function readTerms(draft: Draft, slot: Slot, text: string): Reading<Json> {
  switch (slot.step.id) {
    case 'overdue':
      return readOverdue(text);
    case 'rate':
    case 'rateFrom':
    case 'rateTo':
      return readNoInterest(text);
    case 'outstanding':
    case 'informalLeft':
      return readBalance(text, owedBefore(draft, slot));
    default:
      return unreadable;
  }
}

/** What was owed at joining, in satang, where it is asked what is left of it. */
export function owedBefore(draft: Draft, slot: Slot): number | undefined {
  if (draft.form !== householdResult.id) return undefined;
  return (
    informalAsked(draft, slot)?.satang ?? contractAsked(draft, slot, contractsFact(draft))?.outstandingSatang
  );
}
