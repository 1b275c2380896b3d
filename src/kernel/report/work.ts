import type { CaseId } from '../../programme/ids.ts';
import type { Around } from '../../programme/report/around.ts';
import type { ReportCase } from '../../programme/report/case.ts';
import { decideReport } from '../../programme/report/decide/decideReport.ts';
import type { Acting, ReportIntent } from '../../programme/report/intent.ts';
import type { CaseOutcome } from '../../programme/report/outcome.ts';
import { decideShared } from '../decideShared.ts';
import type { Kept } from '../store.ts';
import { type AroundStore, readAround } from './around.ts';
import type { AnyCase } from './cases.ts';
import { kindOfCase, type ReportKind, type ReportKinds } from './kind.ts';

/** What deciding needs of what is kept. */
export type CaseStore = Pick<Kept, 'cases' | 'standings'> & AroundStore;

type Decided<R, T> = { readonly record: R; readonly outcome: T } | undefined;

/** The case that is meant; `fresh` is how it is begun. */
type Meant<R> = { readonly id: CaseId; readonly fresh?: R };

/** What is read anew for every try; their count makes another receipt each, for when another case carries the one before. */
export type Attempt = { readonly attempt: number; readonly around: Around };

/**
 * Lets a case decide by what holds around it, and after each of its decisions tells the standings what it counts now.
 * Of a case that nobody has begun and that is not to be begun nothing is decided. Who decides by what held when it was
 * read has decided before it changed.
 */
export async function decideCase<C, O, Extra, T>(
  store: CaseStore,
  kind: ReportKind<C>,
  { id, fresh }: Meant<ReportCase<C, O> & Extra>,
  decide: (
    present: ReportCase<C, O> & Extra,
    attempt: Attempt,
  ) => Decided<ReportCase<C, O> & Extra, T> | Promise<Decided<ReportCase<C, O> & Extra, T>>,
): Promise<Decided<ReportCase<C, O> & Extra, T>> {
  const { cases, standings } = store;
  let attempt = 0;
  const decided = await decideShared(cases.of<C, O, Extra>(kind.rules), id, async (stored) => {
    const present = stored ?? fresh;
    if (!present) return undefined;
    const around = await readAround(store, present.unit, kind.rules);
    return decide(present, { attempt: attempt++, around });
  });
  if (decided) await standings.contribute(decided.record.period.year, kind.counts(decided.record));
  return decided;
}

/**
 * Lets a report of any kind decide on a step of its chain. @throws of a report that nobody has begun, and of a kind that
 * no feature has.
 */
export async function decideStep(
  { store, reports }: { readonly store: CaseStore; readonly reports: ReportKinds },
  id: CaseId,
  wanted: (present: AnyCase, attempt: number) => ReportIntent<unknown>,
): Promise<{ readonly kind: ReportKind; readonly record: AnyCase; readonly outcome: CaseOutcome }> {
  const kind = kindOfCase(reports, id);
  if (!kind) throw new Error('an intent names a report of a kind that there is not');
  const decided = await decideCase(store, kind, { id }, (present: AnyCase, { attempt, around }) =>
    decideReport<unknown, unknown>(kind.rules)(present, wanted(present, attempt), around),
  );
  if (!decided) throw new Error('an intent names a report that nobody has begun');
  // What a chain wants is never decided with an outcome of the feature's own.
  return { kind, record: decided.record, outcome: decided.outcome as CaseOutcome };
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
    await decideCase(store, kind, { id }, (present, { around }) => {
      const { holder } = present;
      if (holder?.person !== acting.by || !isMeant(holder.draft)) return undefined;
      const release = { ...acting, kind: 'release', draft: holder.draft } as const;
      return decideReport<unknown, unknown>(kind.rules)(present, release, around);
    });
  }
}
