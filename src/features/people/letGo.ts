import type { Done, Job } from '../../kernel/effects.ts';
import { settle } from '../../kernel/settle.ts';
import type { Kept } from '../../kernel/store.ts';
import { vacateSeat } from '../../programme/people/seat.ts';
import { decideCase } from '../assessment/rules/reportCase.ts';

/** Frees what an erased person holds: drafts of cases, whoever may go on with them, and seats. */
export function createLettingGo({ cases, seats }: Pick<Kept, 'cases' | 'seats'>) {
  return async ({ id, by, at }: Job): Promise<Done> => {
    const who = { id, by: by.id, at };
    for (const { id: held } of await cases.heldBy(by.id)) {
      await settle(cases, held, (present) => {
        if (present?.holder?.person !== by.id) return undefined;
        const release = { ...who, name: '', kind: 'release', draft: present.holder.draft } as const;
        const { case: record, outcome } = decideCase(present, release);
        return { record, outcome };
      });
    }
    for (const { id: held } of await seats.heldBy(by.id))
      await settle(seats, held, (present) => present && vacateSeat(present, who));
    return { outcome: { of: 'letGo' }, notices: [] };
  };
}
