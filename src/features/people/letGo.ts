import { decideShared } from '../../kernel/decideShared.ts';
import type { Done, Job, Parts } from '../../kernel/effects.ts';
import { releaseHeld } from '../../kernel/report/work.ts';
import { dropDeputy } from '../../programme/people/nameDeputy.ts';
import { vacateSeat } from '../../programme/people/seat.ts';

/** Frees what an erased person holds: drafts of cases, whoever may go on with them, seats and deputyships. */
export function createLettingGo({ store, reports }: Pick<Parts, 'store' | 'reports'>) {
  const { seats } = store;
  return async ({ id, by, at }: Job): Promise<Done> => {
    const who = { id, by: by.id, at };
    await releaseHeld({ store, reports }, { ...who, name: '' }, () => true);
    for (const { id: held } of await seats.heldBy(by.id))
      await decideShared(seats, held, (present) => present && vacateSeat(present, who));
    for (const { id: held } of await seats.deputisedBy(by.id))
      await decideShared(seats, held, (present) => present && dropDeputy(present, who));
    return { outcome: { of: 'letGo' }, notices: [] };
  };
}
