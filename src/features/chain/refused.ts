import { type Text, t } from '../../kernel/reply.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import { nameText } from '../../kernel/roleText.ts';
import type { CaseOutcome } from '../../programme/report/outcome.ts';

/** Why a report decided to stay as it is; nothing where it did what was wanted. */
export function refusedText(outcome: CaseOutcome): Text | undefined {
  switch (outcome.kind) {
    case 'alreadySigned':
    case 'signedAnotherStep':
      return t(`chain:refused.${outcome.kind}`, { by: nameText(outcome.name) });
    case 'locked':
      return t('chain:refused.locked', { receipt: outcome.receipt });
    case 'frozen':
      return frozenText(outcome);
    case 'changed':
    case 'notInChain':
    case 'notYet':
    case 'notEntitled':
    case 'nothingToTakeBack':
    case 'reasonMissing':
    case 'photoMissing':
      return t(`chain:refused.${outcome.kind}`);
    // Of drafts and of what is submitted; never of a step.
    case 'heldByOther':
    case 'alreadySubmitted':
    case 'nothingNew':
    case 'claimed':
    case 'released':
    case 'submitted':
    case 'recalled':
    case 'signed':
    case 'takenBack':
    case 'returned':
      return undefined;
    default:
      return outcome satisfies never;
  }
}

/** The same above the card of the report, which says itself that it is frozen. */
export function besideCard(outcome: CaseOutcome): readonly Text[] {
  const why = outcome.kind === 'frozen' ? undefined : refusedText(outcome);
  return why ? [why] : [];
}
