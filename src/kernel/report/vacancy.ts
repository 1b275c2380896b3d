import { seatArea } from '../../programme/duty/step.ts';
import type { PersonId } from '../../programme/ids.ts';
import { levelAbove } from '../../programme/people/deputy.ts';
import type { ReportRules } from '../../programme/report/rules.ts';
import { stageOf } from '../../programme/report/stage.ts';
import type { Job } from '../effects.ts';
import type { NoticeOf } from '../notice.ts';
import type { Kept } from '../store.ts';
import type { AnyCase } from './cases.ts';

/** A report that waits, what it is called, and who can take its step. */
type Waiting = {
  readonly record: AnyCase;
  readonly rules: Pick<ReportRules<unknown>, 'chain'>;
  readonly name: string;
  readonly signers: readonly PersonId[];
};

/** Where nobody can take the step that a report waits for, the level above is told at once: it names somebody. */
export async function vacancyNotices(
  { persons }: Pick<Kept, 'persons'>,
  { by }: Pick<Job, 'by'>,
  { record, rules, name, signers }: Waiting,
): Promise<readonly { readonly to: PersonId; readonly notice: NoticeOf<'seatVacant'> }[]> {
  const stage = stageOf(record, rules);
  if (stage.kind !== 'waits' || signers.length > 0) return [];
  const { id: step, role } = stage.step;
  const roleAbove = levelAbove[role];
  if (!roleAbove) return [];
  const { id: report, kind: of, unit, period } = record;
  const above = await persons.holding([roleAbove], seatArea(unit, roleAbove));
  const notice: NoticeOf<'seatVacant'> = {
    ...{ kind: 'seatVacant', report, of, unit, ...period, name, step, by: by.name ?? '' },
  };
  return above.filter((person) => person !== by.id).map((to) => ({ to, notice }));
}
