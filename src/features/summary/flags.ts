import type { Block, Text } from '../../kernel/reply.ts';
import { t } from '../../kernel/reply.ts';
import { unitId } from '../../programme/report/unit.ts';
import { type DebtReport, roundOf } from '../household/index.ts';

/** Remarks of reports in the lines of a card; the rest is counted. */
const linesShown = 12;

type Flagged = { readonly name: string; readonly flags: number };

/** How many remarks for the province to look at come from where. */
export function flagCounts(total: number, areas: readonly Flagged[]): readonly Block[] {
  if (total === 0) return [];
  const from = areas
    .filter(({ flags }) => flags > 0)
    .map(({ name, flags }) => t('summary:flagsOf', { name, count: flags }));
  return [warning(t('summary:flags', { count: total, areas: from.slice(0, linesShown) }))];
}

type Remarked = { readonly center: string; readonly name: string };

/** Each remark of a district's reports: which center, what, and about which households. */
export function flagLines(reports: readonly DebtReport[], centers: readonly Remarked[]): readonly Block[] {
  const lines = centers.flatMap(({ center, name }) =>
    reports
      .filter(({ unit }) => unitId(unit) === center)
      .flatMap((report) =>
        (report.revisions.at(-1)?.content.flags ?? []).map(({ code, nos }) =>
          t('summary:flagLine', {
            name,
            round: roundOf(report),
            flag: t(`household:flag.${code}`),
            nos: nos.join(', '),
            count: nos.length,
          }),
        ),
      ),
  );
  const rest = lines.length - linesShown;
  return [
    ...lines.slice(0, linesShown).map(warning),
    ...(rest > 0 ? [warning(t('summary:flagsMore', { count: rest }))] : []),
  ];
}

const warning = (text: Text): Block => ({ kind: 'text', text, tone: 'warning' });
