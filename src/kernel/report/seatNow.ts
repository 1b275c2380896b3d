import { seatArea } from '../../programme/duty/step.ts';
import type { CaseState } from '../../programme/report/case.ts';
import type { ReportRules } from '../../programme/report/rules.ts';
import { stageOf } from '../../programme/report/stage.ts';
import type { Kept } from '../store.ts';
import { type AroundStore, readAround } from './around.ts';
import type { AnyCase } from './cases.ts';
import { reached, signersAmong } from './signers.ts';

declare module '../terms.ts' {
  interface Reads {
    /** Who has the step that a report waits for; nothing where it waits for none. */
    seatNow(report: AnyCase): SeatNow | undefined;
  }
}

/** Who has the step that a report waits for. */
export type SeatNow =
  | { readonly kind: 'held' }
  | { readonly kind: 'standIns'; readonly names: readonly string[] }
  /** Nobody can take it; or nobody who could hears of it, since they left LINE. */
  | { readonly kind: 'vacant' | 'left' };

/** The same at an instant. */
export async function readSeatNow<C>(
  store: Pick<Kept, 'persons'> & AroundStore,
  record: CaseState<C>,
  rules: Pick<ReportRules<C>, 'chain'>,
  at: Date,
): Promise<SeatNow | undefined> {
  const stage = stageOf(record, rules);
  if (stage.kind !== 'waits') return undefined;
  const { step } = stage;
  const [holders, { deputies }] = await Promise.all([
    store.persons.holding([step.role], seatArea(record.unit, step.role)),
    readAround(store, record.unit, { chain: [step] }),
  ]);
  const signers = signersAmong(record, { step, at, holders, deputies });
  const here = await reached(store.persons, signers);
  const named = deputies.filter(({ to }) => here.includes(to) && !holders.includes(to));
  if (named.length > 0)
    return { kind: 'standIns', names: [...new Map(named.map(({ to, name }) => [to, name])).values()] };
  if (here.length > 0) return { kind: 'held' };
  return { kind: signers.length === 0 ? 'vacant' : 'left' };
}
