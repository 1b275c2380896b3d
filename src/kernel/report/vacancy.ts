import { seatArea } from '../../programme/duty/step.ts';
import type { PersonId } from '../../programme/ids.ts';
import { levelAbove } from '../../programme/people/deputy.ts';
import type { ReportRules, SignStep } from '../../programme/report/rules.ts';
import { stageOf } from '../../programme/report/stage.ts';
import type { Job } from '../effects.ts';
import type { NoticeOf } from '../notice.ts';
import type { Kept } from '../store.ts';
import type { AnyCase } from './cases.ts';
import { reached } from './signers.ts';

/** A report that waits, what it is called, and who can take its step. */
type Waiting = {
  readonly record: AnyCase;
  readonly rules: Pick<ReportRules<unknown>, 'chain'>;
  readonly name: string;
  readonly signers: readonly PersonId[];
};

type Told = readonly { readonly to: PersonId; readonly notice: NoticeOf<'seatVacant' | 'signerAway'> }[];

/**
 * Where nobody can take the step that a report waits for, the level above is told at once: it names somebody. So it is
 * where nobody of those who can hears of it, since they left LINE; then the officer is told, too, who knows them.
 */
export async function vacancyNotices(
  { persons }: Pick<Kept, 'persons'>,
  { by }: Pick<Job, 'by'>,
  { record, rules, name, signers }: Waiting,
): Promise<Told> {
  const stage = stageOf(record, rules);
  if (stage.kind !== 'waits' || (await reached(persons, signers)).length > 0) return [];
  const { id: report, kind: of, unit, period } = record;
  const about = { report, of, unit, ...period, name, step: stage.step.id, by: by.name ?? '' };
  const above = (await aboveStep(persons, record, stage.step)).filter((person) => person !== by.id);
  if (signers.length === 0) return above.map((to) => ({ to, notice: { kind: 'seatVacant', ...about } }));
  // Also where the officer is who acts: the reply to that does not know of it.
  const officer = record.revisions.at(-1)?.by;
  const officers = officer === undefined || above.includes(officer) ? [] : [officer];
  return [
    ...above.map((to): Told[number] => ({ to, notice: { kind: 'signerAway', ...about, tells: 'above' } })),
    ...officers.map((to): Told[number] => ({
      to,
      notice: { kind: 'signerAway', ...about, tells: 'officer' },
    })),
  ];
}

/** Who names somebody for the seat of a step. */
async function aboveStep(
  persons: Kept['persons'],
  { unit }: AnyCase,
  { role }: SignStep,
): Promise<readonly PersonId[]> {
  const above = levelAbove[role];
  return above ? persons.holding([above], seatArea(unit, above)) : [];
}
