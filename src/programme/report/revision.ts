import type { Scope } from '../area/areas.ts';
import type { FileId, PersonId, Receipt } from '../ids.ts';
import type { Role } from '../people/actor.ts';

/** A submitted report; whoever submits it signs it by that. */
export type Revision<C> = {
  /** From 1. */
  readonly no: number;
  readonly receipt: Receipt;
  readonly by: PersonId;
  readonly byName: string;
  readonly at: Date;
  /** Absent where the report was composed from records. */
  readonly draft?: string;
  readonly content: C;
  readonly hash: string;
  /** In the order in which they were given; those over the same hash are taken along from the revision before. */
  readonly signatures: readonly Signature[];
  /** Signatures that were taken back; they count for nothing, but their receipts are known. */
  readonly takenBack?: readonly TakenBack[];
  /** Since when it is where it is in the chain. */
  readonly since: Date;
  /** It went back to the one who reports. */
  readonly ended?: Ended;
  /** When the last step was signed. It never changes after that. */
  readonly locked?: Date;
};

/** In which capacity somebody signs. */
export type Capacity = {
  readonly role: Role;
  readonly scope: Scope;
  /** For a seat that is not one's own (รักษาราชการแทน). */
  readonly delegated?: boolean;
};

export type Signature = {
  readonly step: string;
  readonly name: string;
  /** As it stands under the name. */
  readonly position: string;
  readonly capacity: Capacity;
  readonly at: Date;
  readonly receipt: Receipt;
  /** Of what was signed. */
  readonly hash: string;
  /** The number of the revision on which it was given. */
  readonly revision: number;
} & (
  | { readonly person: PersonId; readonly onPaper?: never }
  /** Of somebody who has no account, perhaps. */
  | { readonly person?: never; readonly onPaper: OnPaper }
);

/** A signature that who gave or recorded it took back. */
export type TakenBack = { readonly signature: Signature; readonly byName: string; readonly at: Date };

/** Who recorded a signature on paper, and the photos of it. */
export type OnPaper = {
  readonly by: PersonId;
  readonly byName: string;
  readonly photos: readonly FileId[];
};

export type Ended = { readonly by: PersonId; readonly byName: string; readonly at: Date } & (
  | { readonly kind: 'recalled' }
  | {
      readonly kind: 'returned';
      readonly receipt?: Receipt;
      /** At which step it was, for the one who returned it; there it goes back to when it is unchanged. */
      readonly step: string;
      readonly reason: string;
      readonly photos: readonly FileId[];
    }
);
