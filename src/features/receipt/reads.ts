import type { Parts } from '../../kernel/effects.ts';
import type { Readers } from '../../kernel/reads.ts';
import { may } from '../../programme/people/actor.ts';
import { scopeOfUnit } from '../../programme/report/unit.ts';

/** Reports of any kind by their receipts. */
export const receiptReaders = ({
  store,
  reports,
}: Pick<Parts, 'store' | 'reports'>): Pick<Readers, 'receivedReport'> => ({
  receivedReport: async ({ person: { bindings } }, receipt) => {
    const found = await store.cases.byReceipt(
      receipt,
      bindings.map(({ scope }) => scope),
    );
    const seenBy = (found && reports.get(found.kind)?.seenBy) ?? [];
    return found && seenBy.some((deed) => may(bindings, deed, scopeOfUnit(found.unit))) ? found : undefined;
  },
});
