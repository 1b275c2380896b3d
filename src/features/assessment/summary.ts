import { type Block, said, type Text, t } from '../../kernel/reply.ts';
import type { AreaStanding } from '../../programme/standing.ts';
import { assessmentFigures } from './standing.ts';

/** How many centers of an area are assessed, at which levels, and with how many lines of plans. */
export function assessmentBlocks({ figures, centers }: AreaStanding): readonly Block[] {
  const found = assessmentFigures(figures);
  const done = { done: count(found.assessed), count: count(centers.length) };
  return [
    fact(t('assessment:summary.assessed'), t('assessment:summary.centers', done)),
    ...([1, 2, 3] as const).map((level) =>
      fact(t(`assessment:summary.level.${level}`), said(count(found[`level${level}`]))),
    ),
    fact(t('assessment:summary.planLines'), t('assessment:summary.lines', { count: count(found.planLines) })),
  ];
}

const fact = (label: Text, value: Text): Block => ({ kind: 'fact', label, value });
const count = (number: number): string => number.toLocaleString('en');
