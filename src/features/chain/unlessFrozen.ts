import type { Turn } from '../../kernel/asking.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import type { Text } from '../../kernel/reply.ts';
import type { FiledReport } from '../../kernel/report/filed.ts';
import { frozenShort } from '../../kernel/report/frozen.ts';
import { freezeAt } from '../../programme/report/freeze.ts';
import { showReport } from './show.ts';

/** Goes on with a report that may be changed; one that is frozen is shown, which says why and until when. */
export const unlessFrozen = <R extends FiledReport>(
  person: Person,
  report: R,
  context: Context,
  goOn: (report: R) => Turn,
): Turn =>
  freezeAt(report.around.freezes, context.now) ? showReport(person, report, context) : goOn(report);

/** Until when a report is frozen, for its line in a list. */
export function frozenNote({ around }: FiledReport, { now }: Pick<Context, 'now'>): readonly Text[] {
  const freeze = freezeAt(around.freezes, now);
  return freeze ? [frozenShort(freeze)] : [];
}
