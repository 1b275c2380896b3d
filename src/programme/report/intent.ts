import type { FileId, IntentId, PersonId, Receipt } from '../ids.ts';
import type { Capacity } from './revision.ts';

/**
 * What somebody wants of a case. Whether a person reports for the unit at all is judged before: the bindings are that
 * person's. The same holds for the capacity that is named here; whether it is enough the case decides.
 */
export type ReportIntent<C> =
  | Claim
  | Release
  | TakeOverOffice
  | Submit<C>
  | Recall
  | Sign
  | RecordOnPaper
  | TakeBack
  | Return;

export type Acting = {
  readonly id: IntentId;
  readonly by: PersonId;
  readonly name: string;
  readonly at: Date;
};

/** To fill the draft in; `revise` begins a new revision of a report that is done. */
export type Claim = Acting & {
  readonly kind: 'claim' | 'revise';
  readonly draft: string;
  /** Also from somebody else. */
  readonly takeOver: boolean;
  /** The version of the form with which a first draft begins anew; one that goes on keeps its own. */
  readonly version?: number;
};

export type Release = Acting & { readonly kind: 'release'; readonly draft: string };

/** By whoever has the work of the one who holds this draft from now on. */
export type TakeOverOffice = Acting & { readonly kind: 'takeOverOffice'; readonly draft: string };

/** From a draft, or composed from records and then without one. */
export type Submit<C> = Acting & {
  readonly kind: 'submit';
  readonly receipt: Receipt;
  readonly content: C;
  readonly draft?: string;
  /** The hash or mark of the preview that was shown, where one was; what says something else by now is not sent. */
  readonly shown?: string;
};

/** The draft is the one in which it is then changed; none where the report is composed from records. */
export type Recall = Acting & { readonly kind: 'recall'; readonly draft?: string };

type Shown = {
  /** The step that the card named. */
  readonly step: string;
  /** The hash or mark of what the card showed. */
  readonly shown: string;
};

export type Sign = Acting &
  Shown & {
    readonly kind: 'sign';
    readonly receipt: Receipt;
    readonly position: string;
    /** None of a deputy. */
    readonly capacity?: Capacity;
  };

/** By the one who reports: somebody signed on paper. */
export type RecordOnPaper = Acting &
  Shown & {
    readonly kind: 'onPaper';
    readonly receipt: Receipt;
    readonly signer: { readonly name: string; readonly position: string };
    readonly photos: readonly FileId[];
  };

/** One's own newest signature, or the one on paper that one recorded. */
export type TakeBack = Acting & { readonly kind: 'takeBack' };

export type Return = Acting & {
  readonly kind: 'return';
  readonly receipt: Receipt;
  readonly shown: string;
  readonly reason: string;
  readonly photos: readonly FileId[];
  readonly capacity?: Capacity;
};
