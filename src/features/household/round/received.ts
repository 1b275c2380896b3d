import { t } from '../../../kernel/reply.ts';
import type { ReportKind } from '../../../kernel/report/kind.ts';
import { type RoundContent, roundOf } from '../rules/round.ts';

/** A report of a round to whoever sends its receipt; households that moved away are counted where they are now. */
export const roundReceived: ReportKind<RoundContent>['received'] = (report, { content: { rows } }) => ({
  what: t('household:received.what', { round: roundOf(report), year: report.period.year }),
  result: t('household:count', { count: rows.filter(({ moved }) => !moved).length }),
});
