import { type Block, t } from '../../../kernel/reply.ts';
import type { FormVersion } from '../../../programme/report/hash.ts';
import { indicatorStep } from '../forms/assessmentForm.ts';
import type { PointsChange } from '../rules/pointsChanged.ts';

/** Indicators of one form that have other points than before, a line each. */
export const changeLines = (
  { id, version }: FormVersion,
  changes: readonly PointsChange[],
): readonly Block[] =>
  changes.map(({ indicator: n, from, to }) => ({
    kind: 'text',
    text: t('level:change', { n, title: t(`forms:${id}.${version}.${indicatorStep(n)}.title`), from, to }),
    tone: to > from ? 'good' : 'warning',
  }));
