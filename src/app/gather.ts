import type { FiscalYear } from '../domain/ids.ts';
import type { DraftId } from '../engine/ids.ts';
import type { Gathered, Needs } from '../flows/flow.ts';
import type { Person } from '../flows/person.ts';
import type { Store } from './ports.ts';

export type Gather = (needs: Needs, person: Person, year: FiscalYear) => Promise<Gathered>;

/** Reads what a flow declared, at once. Scope is the first argument of every query. */
export function createGather(store: Pick<Store, 'centers' | 'cases' | 'persons' | 'standings'>): Gather {
  return async (needs, _person, year) => {
    const lastYear = (year - 1) as FiscalYear;
    const [centers, within, history, received, standings] = await Promise.all([
      needs.centersIn ? store.centers.within(needs.centersIn) : [],
      needs.casesIn ? store.cases.within(needs.casesIn, [year, lastYear]) : [],
      needs.history ? store.cases.ofCenter(needs.history) : [],
      needs.receipt ? store.cases.byReceipt(needs.receipt.receipt, needs.receipt.within) : undefined,
      needs.standings ? store.standings.of(needs.standings, year) : [],
    ]);
    const cases = [...within, ...history, ...(received ? [received] : [])];
    return { centers, cases, standings, progress: needs.progress ? await progressOf(cases) : new Map() };
  };

  async function progressOf(cases: Gathered['cases']): Promise<Gathered['progress']> {
    const held = cases.flatMap(({ holder }) =>
      holder ? [{ person: holder.person, draft: holder.draft }] : [],
    );
    const progress = held.length > 0 ? await store.persons.progress(held) : new Map<string, number>();
    return new Map([...progress].map(([draft, answered]) => [draft as DraftId, answered]));
  }
}
