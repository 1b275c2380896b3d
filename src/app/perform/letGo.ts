import { vacateSeat } from '../../domain/people/seat.ts';
import { decideCase } from '../../domain/report/reportCase.ts';
import type { Perform, Store } from '../ports.ts';
import { settle } from './settle.ts';

type Job = Parameters<Perform>[0];

/** Frees what an erased person holds: drafts of cases, whoever may go on with them, and seats. */
export function createLettingGo({ cases, seats }: Pick<Store, 'cases' | 'seats'>) {
  return async ({ id, by, at }: Job): ReturnType<Perform> => {
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
