import { areaTitle } from '../../kernel/area/text.ts';
import type { DocumentKind } from '../../kernel/document/kind.ts';
import type { List, ListColumn } from '../../kernel/document/list.ts';
import {
  emptyCell,
  type Paper,
  type PaperCell,
  type PaperRow,
  textCell,
} from '../../kernel/document/paper.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { bahtColumn, numberColumn, textColumn } from '../../kernel/report/paperList.ts';
import { type Scope, scopeKey } from '../../programme/area/areas.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import type { AreaStanding } from '../../programme/standing.ts';
import { assessmentFigures } from '../assessment/index.ts';
import { debtFigures, reducedOrCleared } from '../household/index.ts';
import { seeSummary } from './deeds.ts';

/** The figures of an area and of those next below it, as reports say them. */
export const summaryDocument: DocumentKind = {
  id: 'summary',
  name: t('summary:paper.name'),
  fieldName: ([first]) => (first === 'figures' ? t('summary:paper.field.figures') : undefined),
  deeds: [seeSummary],
  read: async ({ store }, { area, year }) => {
    const [whole, ...parts] = await store.standings.of([area], year);
    if (!whole || whole.centers.length === 0) return undefined;
    const list = (): List => listOf(parts.length > 0 ? parts : [whole]);
    const figures = [whole, ...parts].map((standing) => ({
      area: scopeKey(standing.scope),
      figures: Object.fromEntries(columns.map(({ id, of }) => [id, of(standing)])),
    }));
    return {
      record: { document: 'summary', year, area: scopeKey(area), figures },
      papers: () => [paperOf(area, year, list())],
      list,
    };
  },
};

type Column = {
  readonly id: string;
  readonly title: Text;
  readonly kind: 'number' | 'baht';
  readonly of: (standing: AreaStanding) => number;
};

const ofDebts = (
  id: string,
  title: Text,
  of: (debt: ReturnType<typeof debtFigures>) => number,
  kind: Column['kind'] = 'number',
): Column => ({ id, title, kind, of: ({ figures }) => of(debtFigures(figures)) });
const ofAssessments = (
  id: string,
  title: Text,
  of: (found: ReturnType<typeof assessmentFigures>) => number,
): Column => ({ id, title, kind: 'number', of: ({ figures }) => of(assessmentFigures(figures)) });

const columns: readonly Column[] = [
  { id: 'centers', title: t('summary:paper.centers'), kind: 'number', of: ({ centers }) => centers.length },
  ofAssessments('assessed', t('assessment:summary.assessed'), ({ assessed }) => assessed),
  ofAssessments('certified', t('assessment:summary.certified'), ({ certified }) => certified),
  ofAssessments('level1', t('assessment:summary.level.1'), ({ level1 }) => level1),
  ofAssessments('level2', t('assessment:summary.level.2'), ({ level2 }) => level2),
  ofAssessments('level3', t('assessment:summary.level.3'), ({ level3 }) => level3),
  ofAssessments('planLines', t('assessment:summary.planLines'), ({ planLines }) => planLines),
  {
    id: 'target',
    title: t('summary:paper.target'),
    kind: 'number',
    of: ({ centers }) =>
      centers.reduce((sum, { center: { householdTarget = 0 } }) => sum + householdTarget, 0),
  },
  ofDebts('reducedOrCleared', t('household:reducedOrCleared'), reducedOrCleared),
  ofDebts('joined', t('household:joined'), ({ joined }) => joined),
  ofDebts('withResult', t('household:withResult'), ({ withResult }) => withResult),
  ofDebts('restructured', t('household:restructured'), ({ restructured }) => restructured),
  ofDebts('reduced', t('household:reduced'), ({ reduced }) => reduced),
  ofDebts('cleared', t('household:cleared'), ({ cleared }) => cleared),
  ofDebts('debtBefore', t('household:debtBefore'), ({ debtBefore }) => debtBefore, 'baht'),
  ofDebts('debtAfter', t('household:debtAfter'), ({ debtAfter }) => debtAfter, 'baht'),
  ofDebts('debtReduced', t('household:debtReduced'), ({ debtReduced }) => debtReduced, 'baht'),
];

const listOf = (parts: readonly AreaStanding[]): List => ({
  columns: [textColumn(t('summary:paper.area')), ...columns.map(columnOf)],
  rows: parts.map((standing) => [areaTitle(standing.scope), ...columns.map(({ of }) => of(standing))]),
});

const columnOf = ({ title, kind }: Column): ListColumn =>
  kind === 'baht' ? bahtColumn(title) : { ...numberColumn(title), sums: true };

function paperOf(area: Scope, year: FiscalYear, { columns: titles, rows }: List): Paper {
  const sums = columns.map(({ kind }, at): PaperCell => {
    const sum = rows.reduce((total, row) => total + Number(row[at + 1] ?? 0), 0);
    return figureCell(kind, sum, true);
  });
  return {
    landscape: true,
    title: [t('summary:paper.title'), areaTitle(area), t('report:paper.year', { year })],
    remarks: [t('report:paper.ownLayout')],
    parts: [
      {
        heading: t('summary:paper.figures'),
        blocks: [
          {
            kind: 'table',
            columns: titles.map(({ title }, at) => ({
              title,
              share: at === 0 ? 5 : columns[at - 1]?.kind === 'baht' ? 3 : 2,
            })),
            rows: [
              ...rows.map(
                ([name, ...figures]): PaperRow => ({
                  cells: [
                    typeof name === 'object' && name !== null ? textCell(name) : emptyCell,
                    ...figures.map((figure, at) => figureCell(columns[at]?.kind ?? 'number', Number(figure))),
                  ],
                }),
              ),
              { kind: 'total', cells: [textCell(t('summary:paper.sum')), ...sums] },
            ],
          },
        ],
      },
    ],
    names: [],
  };
}

const figureCell = (kind: Column['kind'], value: number, sums = false): PaperCell => ({
  ...(kind === 'baht' ? { kind, satang: value } : { kind, value }),
  ...(sums && { sums: true }),
});
