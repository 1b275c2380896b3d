import { openYears } from '../../kernel/duty/readDuties.ts';
import type { Parts } from '../../kernel/effects.ts';
import type { Readers } from '../../kernel/reads.ts';
import type { Scope } from '../../programme/area/areas.ts';

export const freezeReaders = ({
  store,
}: Pick<Parts, 'store'>): Pick<Readers, 'freezes' | 'reportsBegun'> => ({
  freezes: async ({ person }) =>
    store.freezes.within(
      person.bindings.map(
        ({ scope }): Scope =>
          scope.kind === 'nation' ? scope : { kind: 'province', province: scope.province },
      ),
    ),

  reportsBegun: async ({ year: newest }, area) => {
    const years = await openYears(store, newest);
    const units = await Promise.all(years.map((year) => store.standings.within([area], year)));
    return units.flat().reduce((count, { rows }) => count + rows.length, 0);
  },
});
