import type { List } from '../../../kernel/document/list.ts';
import { type Text, t } from '../../../kernel/reply.ts';
import { numberColumn, reportCells, reportColumns } from '../../../kernel/report/paperList.ts';
import { indicatorStep, type ScoredForm } from '../forms/assessmentForm.ts';
import { indicatorsOf } from '../rules/assessment.ts';
import type { AssessmentRecord } from './record.ts';

/** Assessments of one version of the form, a row each. */
export function assessmentList(form: ScoredForm, records: readonly AssessmentRecord[]): List {
  const numbers = indicatorsOf(form.scoring);
  const itemTitle = (n: number): Text =>
    t('assessment:paper.list.item', {
      n,
      title: t(`forms:${form.id}.${form.version}.${indicatorStep(n)}.title`),
    });
  return {
    columns: [
      ...reportColumns,
      ...numbers.map((n) => numberColumn(itemTitle(n))),
      numberColumn(t('assessment:paper.list.total')),
      numberColumn(t('assessment:paper.list.percent')),
      numberColumn(t('assessment:paper.list.level')),
      { ...numberColumn(t('assessment:paper.list.planLines')), sums: true },
    ],
    rows: records.map((record) => [
      ...reportCells(record, { ...record.general, id: record.general.center }, record),
      ...numbers.map((n) => record.points[n] ?? null),
      ...[record.total, record.percent, record.level, record.plan.length],
    ]),
  };
}
