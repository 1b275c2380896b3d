import { decideShared } from '../../kernel/decideShared.ts';
import type { Done, Job, Parts } from '../../kernel/effects.ts';
import { decideCase } from '../../kernel/report/work.ts';
import { vacateSeat } from '../../programme/people/seat.ts';
import { decideReport } from '../../programme/report/decide/decideReport.ts';

/** Frees what an erased person holds: drafts of cases, whoever may go on with them, and seats. */
export function createLettingGo({ store, reports }: Pick<Parts, 'store' | 'reports'>) {
  const { cases, seats } = store;
  return async ({ id, by, at }: Job): Promise<Done> => {
    const who = { id, by: by.id, at };
    for (const { id: held, kind: named } of await cases.heldBy(by.id)) {
      const kind = reports.get(named);
      if (!kind) continue;
      await decideCase(store, kind, held, (present) => {
        if (present?.holder?.person !== by.id) return undefined;
        const { draft } = present.holder;
        return decideReport<unknown, unknown>(kind.rules)(present, {
          ...who,
          name: '',
          kind: 'release',
          draft,
        });
      });
    }
    for (const { id: held } of await seats.heldBy(by.id))
      await decideShared(seats, held, (present) => present && vacateSeat(present, who));
    return { outcome: { of: 'letGo' }, notices: [] };
  };
}
