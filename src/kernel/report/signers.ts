import { seatArea } from '../../programme/duty/step.ts';
import type { PersonId } from '../../programme/ids.ts';
import type { Around } from '../../programme/report/around.ts';
import type { CaseState } from '../../programme/report/case.ts';
import { capacityFor, otherStepOf } from '../../programme/report/chain.ts';
import type { ReportRules } from '../../programme/report/rules.ts';
import { stageOf } from '../../programme/report/stage.ts';
import { readPeople } from '../readPeople.ts';
import type { Kept } from '../store.ts';
import { type AroundStore, readAround } from './around.ts';

/** Who can take the step that a report waits for, at an instant: those of the seat, and its deputies. */
export async function signersOf<C>(
  store: Pick<Kept, 'persons'> & AroundStore,
  record: CaseState<C>,
  rules: Pick<ReportRules<C>, 'chain'>,
  at: Date,
): Promise<readonly PersonId[]> {
  const stage = stageOf(record, rules);
  if (stage.kind !== 'waits') return [];
  const { step } = stage;
  const [holders, { deputies }] = await Promise.all([
    store.persons.holding([step.role], seatArea(record.unit, step.role)),
    readAround(store, record.unit, { chain: [step] }),
  ]);
  return signersAmong(record, { step, at, holders, deputies });
}

/** The same, of what is known already. */
export function signersAmong<C>(
  record: CaseState<C>,
  {
    step,
    at,
    holders,
    deputies,
  }: {
    readonly step: ReportRules<C>['chain'][number];
    readonly at: Date;
    readonly holders: readonly PersonId[];
    readonly deputies: Around['deputies'];
  },
): readonly PersonId[] {
  const named = deputies
    .map(({ to }) => to)
    .filter((to) => capacityFor(record, step, { by: to, at }, deputies) !== undefined);
  return [...new Set([...holders, ...named])].filter((person) => !otherStepOf(record, person, step.id));
}

/** Those of some people whom LINE still brings messages: who blocked the bot hears of nothing. */
export async function reached(
  persons: Pick<Kept['persons'], 'read'>,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const found = await readPeople(persons, people);
  return found.flatMap(({ id, away }) => (away ? [] : [id]));
}
