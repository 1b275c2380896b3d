import type { PersonId } from '../ids.ts';
import type { CaseState } from './case.ts';
import { barredFrom } from './chain.ts';
import type { Period } from './period.ts';
import type { ReportRules } from './rules.ts';
import { type Stage, stageOf } from './stage.ts';

/**
 * How a case stands, without what it says and without a name, so that it may be kept in clear: who is late and who is
 * next follow from it and the due dates, which may be moved.
 */
export type CaseRow = {
  readonly kind: string;
  readonly period: Period;
  readonly stage: Stage['kind'];
  /** The step that it waits for. */
  readonly step?: string;
  /** Who took another step of the case, and so cannot take that one. */
  readonly barred?: readonly PersonId[];
  readonly locked?: true;
  /** Since when it is at this stage; absent until something was submitted. */
  readonly since?: Date;
  /** The number of the newest revision; 0 before the first. */
  readonly revision: number;
  /** When its first revision was submitted. */
  readonly firstAt?: Date;
  readonly holder?: { readonly person: PersonId; readonly draft: string };
};

export function rowOf<C>(record: CaseState<C>, rules: Pick<ReportRules<C>, 'id' | 'chain'>): CaseRow {
  const { period, revisions, holder } = record;
  const stage = stageOf(record, rules);
  const [first] = revisions;
  return {
    kind: rules.id,
    period,
    stage: stage.kind,
    ...(stage.kind === 'waits' && { step: stage.step.id, barred: barredFrom(record, stage.step.id) }),
    ...(stage.kind === 'done' && stage.locked && { locked: true }),
    ...('since' in stage && { since: stage.since }),
    revision: revisions.length,
    ...(first && { firstAt: first.at }),
    ...(holder && { holder: { person: holder.person, draft: holder.draft } }),
  };
}
