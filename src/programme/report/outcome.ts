import type { IsoDate, PersonId, Receipt } from '../ids.ts';

/** Who fills the draft in at present. */
export type Holder = { readonly person: PersonId; readonly name: string; readonly draft: string };

/** Somebody who signed; without an account where it was on paper. */
export type Signer = { readonly step: string; readonly name: string; readonly person?: PersonId };

/** The step of whoever submits, beside those of the chain. */
export const submitStep = 'submit';

/** What a case decided, for a talk to say. */
export type CaseOutcome =
  | { readonly kind: 'claimed'; readonly draft: string; readonly from?: Holder }
  | { readonly kind: 'released' }
  | {
      readonly kind: 'submitted';
      readonly receipt: Receipt;
      /** From 1. */
      readonly revision: number;
      /** The step it waits for; absent where it is done. */
      readonly next?: string;
      /** Whose signatures stand, since nothing was changed. */
      readonly kept: readonly Signer[];
    }
  | { readonly kind: 'recalled'; readonly revision: number; readonly draft?: string }
  | {
      readonly kind: 'signed';
      readonly step: string;
      readonly receipt: Receipt;
      readonly revision: number;
      /** The step it waits for now; absent where it is locked. */
      readonly next?: string;
    }
  | { readonly kind: 'takenBack'; readonly step: string; readonly revision: number }
  | {
      readonly kind: 'returned';
      readonly step: string;
      /** Of the return; a report that an earlier release returned has none. */
      readonly receipt?: Receipt;
      readonly revision: number;
      readonly reason: string;
      /** Who submitted it. */
      readonly to: { readonly person: PersonId; readonly name: string };
      readonly signers: readonly Signer[];
    }
  | Refusal;

/** Why nothing was done. */
export type Refusal =
  | { readonly kind: 'heldByOther'; readonly name: string }
  | { readonly kind: 'alreadySubmitted'; readonly receipt: Receipt }
  /** What was shown is not what the report says now. */
  | { readonly kind: 'changed' }
  /** The last revision says all of it. */
  | { readonly kind: 'nothingNew'; readonly receipt: Receipt }
  /** Nothing is submitted, or it is with the one who reports. */
  | { readonly kind: 'notInChain' }
  | { readonly kind: 'locked'; readonly receipt: Receipt }
  /** This step is signed; of a recall: somebody signed since. */
  | { readonly kind: 'alreadySigned'; readonly step: string; readonly name: string }
  | { readonly kind: 'notYet'; readonly waitsFor: string }
  /** The seat, or the area, is another one. */
  | { readonly kind: 'notEntitled' }
  /** Nobody signs two steps of one case. */
  | { readonly kind: 'signedAnotherStep'; readonly step: string; readonly name: string }
  /** The newest signature is not this person's. */
  | { readonly kind: 'nothingToTakeBack' }
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'photoMissing' }
  | Frozen;

/** The reports of the area are frozen between two dates, both included. */
export type Frozen = {
  readonly kind: 'frozen';
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly reason: string;
  readonly byName: string;
};
