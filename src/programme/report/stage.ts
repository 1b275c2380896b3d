import type { CaseState } from './case.ts';
import { isDone, stepWaitedFor } from './chain.ts';
import type { Holder } from './outcome.ts';
import type { Ended, Revision } from './revision.ts';
import type { ReportRules, SignStep } from './rules.ts';

/** Where a case is. */
export type Stage =
  | { readonly kind: 'notBegun' }
  | { readonly kind: 'inProgress'; readonly holder: Holder }
  | { readonly kind: 'waits'; readonly step: SignStep; readonly since: Date; readonly revision: number }
  /** It went back to the one who reports, who may have begun to change it. */
  | {
      readonly kind: 'returned' | 'recalled';
      readonly ended: Ended;
      readonly since: Date;
      readonly holder?: Holder;
    }
  /** With a holder a new revision is being made. */
  | {
      readonly kind: 'done';
      readonly locked: boolean;
      readonly since: Date;
      readonly revision: number;
      readonly holder?: Holder;
    };

export function stageOf<C>({ holder, revisions }: CaseState<C>, rules: Pick<ReportRules<C>, 'chain'>): Stage {
  const last = revisions.at(-1);
  if (!last) return holder ? { kind: 'inProgress', holder } : { kind: 'notBegun' };
  const held = holder ? { holder } : {};
  const { no: revision, ended, locked, since } = last;
  if (ended) return { kind: ended.kind, ended, since: ended.at, ...held };
  const step = stepWaitedFor(rules, last);
  if (step && !isDone(rules, last)) return { kind: 'waits', step, since, revision };
  return { kind: 'done', locked: locked !== undefined, since, revision, ...held };
}

/** The newest report that was submitted, also while it is signed or was returned; one that was recalled is none. */
export const newestRevision = <C>({ revisions }: Pick<CaseState<C>, 'revisions'>): Revision<C> | undefined =>
  revisions.findLast(({ ended }) => ended?.kind !== 'recalled');

/** The newest report with all signatures: it counts as certified until another has them. */
export const certifiedRevision = <C>({ revisions }: CaseState<C>): Revision<C> | undefined =>
  revisions.findLast(({ locked }) => locked !== undefined);

/** The report that stands: the one with all signatures, also while a newer one goes its way, else the newest. */
export const standingRevision = <C>(record: CaseState<C>): Revision<C> | undefined =>
  certifiedRevision(record) ?? newestRevision(record);
