import type { Draft } from '../../../engine/draft.ts';
import type { Slot } from '../../../engine/walk.ts';
import { said, type Text, t } from '../../../kernel/reply.ts';
import { informalAsked } from './known.ts';

/** Questions that have a name of a few words, for the review. */
const named = [
  'consent',
  'head',
  'houseNo',
  'members',
  'phone',
  'fund',
  'lender',
  'outstanding',
  'rate',
  'overdue',
  'aim',
  'methods',
  'occupation',
  'who',
  'by',
  'step',
  'wholeCenter',
  'reason',
  'on',
  'classes',
  'together',
  'note',
  'photo',
  'joinedContracts',
  'joinedFund',
  'termFrom',
  'termTo',
  'rateFrom',
  'rateTo',
  'pauseVariant',
  'pauseUntil',
  'freezeUntil',
  'waived',
  'oldLender',
  'oldLenderName',
  'movedIn',
  'newFund',
  'newTerm',
  'informalLeft',
  'growthReason',
  'clearedReason',
  'field',
  'joinedOn',
  'contractNo',
  'outsideDeed',
  'outsideNo',
  'outsideName',
  'outsideKind',
  'informalOwed',
  'why',
] as const;

/** What a question is called beside its answer; of a contract with its number, of an informal debt with its lender. */
export function shortName(slot: Slot, draft: Draft): Text | undefined {
  const { step, item } = slot;
  const id = named.find((one) => one === step.id);
  if (id === undefined) return undefined;
  const name = t(`household:name.${id}`);
  const informal = informalAsked(draft, slot);
  if (informal) return t('household:nameOfInformal', { name, lender: said(informal.lender) });
  return item ? t('household:nameOfContract', { n: item.no, name }) : name;
}
