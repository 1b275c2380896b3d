import type { Duty } from '../../programme/duty/duty.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { unitId } from '../../programme/report/unit.ts';
import type { Context } from '../flow.ts';
import { type Option, said, t } from '../reply.ts';
import { startOf } from './start.ts';
import { dutyText } from './text.ts';

/** A report that was just submitted. */
type Done = { readonly kind: string; readonly year: FiscalYear; readonly of: string };

/**
 * What comes after a report: the same one of the next center that this person owes it of, else what is most urgent of
 * all that can be begun.
 */
export function nextAfterReport(
  duties: readonly Duty[],
  { kind, year, of }: Done,
  context: Pick<Context, 'year' | 'features'>,
): readonly Option[] {
  const isSame = (duty: Duty) => duty.kind === kind && duty.year === year;
  // What the report itself waits for is not to be begun anew.
  const others = duties.filter(
    (duty) => startOf(duty, context) && !(isSame(duty) && unitId(duty.unit) === of),
  );
  const same = others.find(isSame);
  const next = same ?? others[0];
  if (!next) return [];
  const label = same ? t('duty:next', { name: said(same.name) }) : dutyText(next, context.year);
  return [{ label, tap: { kind: 'act', flow: 'tasks', act: 'start', value: next.key } }];
}
