import type { DeadlineKind, DueKind } from '../deadline/kind.ts';
import type { Duty } from './duty.ts';

/** How many reports of a kind somebody owes. */
export type DutyCount = { readonly kind: DeadlineKind; readonly count: number };

export const countByKind = (
  dues: readonly DueKind[],
  duties: readonly Pick<Duty, 'kind'>[],
): readonly DutyCount[] =>
  dues
    .map(({ id: kind }) => ({ kind, count: duties.filter((duty) => duty.kind === kind).length }))
    .filter(({ count }) => count > 0);
