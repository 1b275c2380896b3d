import type { CaseId } from '../../programme/ids.ts';
import type { ReportCase } from '../../programme/report/case.ts';
import { decideReport } from '../../programme/report/decide/decideReport.ts';
import type { Acting } from '../../programme/report/intent.ts';
import { decideShared } from '../decideShared.ts';
import type { Kept } from '../store.ts';
import type { ReportKind, ReportKinds } from './kind.ts';

/** What deciding needs of what is kept. */
export type CaseStore = Pick<Kept, 'cases' | 'standings'>;

type Decided<R, T> = { readonly record: R; readonly outcome: T } | undefined;

/**
 * Lets a case decide, and after each of its decisions tells the standings what it counts now. `attempt` counts the
 * tries: each makes another receipt, for when another case carries the one before.
 */
export async function decideCase<C, O, Extra, T>(
  { cases, standings }: CaseStore,
  kind: ReportKind<C>,
  id: CaseId,
  decide: (
    present: (ReportCase<C, O> & Extra) | undefined,
    attempt: number,
  ) => Decided<ReportCase<C, O> & Extra, T> | Promise<Decided<ReportCase<C, O> & Extra, T>>,
): Promise<Decided<ReportCase<C, O> & Extra, T>> {
  let attempt = 0;
  const decided = await decideShared(cases.of<C, O, Extra>(kind.rules), id, (present) =>
    decide(present, attempt++),
  );
  if (decided) await standings.contribute(decided.record.period.year, kind.counts(decided.record));
  return decided;
}

/** Lets go of the drafts that a person holds and that are meant, whatever kind of report they are of. */
export async function releaseHeld(
  { store, reports }: { readonly store: Kept; readonly reports: ReportKinds },
  acting: Acting,
  isMeant: (draft: string) => boolean,
): Promise<void> {
  for (const { id, kind: named } of await store.cases.heldBy(acting.by)) {
    const kind = reports.get(named);
    if (!kind) continue;
    await decideCase(store, kind, id, (present) => {
      const { holder } = present ?? {};
      if (!present || holder?.person !== acting.by || !isMeant(holder.draft)) return undefined;
      const release = { ...acting, kind: 'release', draft: holder.draft } as const;
      return decideReport<unknown, unknown>(kind.rules)(present, release);
    });
  }
}
