import type { Receipt } from '../ids.ts';
import type { CaseState } from './case.ts';
import type { Ended, Revision, Signature, TakenBack } from './revision.ts';

/** What a receipt was given for: a revision, a signature under it, which may have been taken back, or its return. */
export type Receipted<C> = { readonly revision: Revision<C> } & (
  | { readonly kind: 'submitted' }
  | { readonly kind: 'signed'; readonly signature: Signature }
  | { readonly kind: 'takenBack'; readonly takenBack: TakenBack }
  | { readonly kind: 'returned'; readonly ended: Returned }
);

type Returned = Extract<Ended, { readonly kind: 'returned' }>;

/** Finds what a receipt was given for; a signature that goes along to the next revision is found on its first. */
export function receiptedBy<C>({ revisions }: CaseState<C>, receipt: Receipt): Receipted<C> | undefined {
  for (const revision of revisions) {
    if (revision.receipt === receipt) return { kind: 'submitted', revision };
    const signature = revision.signatures.find((one) => one.receipt === receipt);
    if (signature) return { kind: 'signed', revision, signature };
    const takenBack = revision.takenBack?.find((one) => one.signature.receipt === receipt);
    if (takenBack) return { kind: 'takenBack', revision, takenBack };
    const { ended } = revision;
    if (ended?.kind === 'returned' && ended.receipt === receipt) return { kind: 'returned', revision, ended };
  }
  return undefined;
}
