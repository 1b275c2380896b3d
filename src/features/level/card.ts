import { type Block, type Card, type Text, t } from '../../kernel/reply.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { centerAssessment2565 as form, indicatorStep } from '../assessment/forms/centerAssessment2565.ts';
import { highestTotal, type Points14, type Score, shortestWayUp } from '../assessment/rules/assessment.ts';

type LevelView = {
  readonly centerName: string;
  readonly year: FiscalYear;
  readonly score: Score;
  readonly points: Points14;
  /** Where the report stands: submitted when, under which receipt. */
  readonly state?: Text;
};

/** Total, level, percent, the three aspects, and the shortest way to the next level; figures before names. */
export function levelCard({ centerName, year, score, points, state }: LevelView): Card {
  const { total, level, percent } = score;
  const bars = score.aspects.map(
    ({ aspect, sum, of }): Block => ({ kind: 'bar', label: formText(`aspects.${aspect}`), value: sum, of }),
  );
  return {
    heading: t('level:heading', { total, of: highestTotal, level, center: centerName }),
    blocks: [
      {
        kind: 'text',
        text: t(`level:word.${level}`, { percent: percent.toFixed(1), year }),
        tone: level === 1 ? 'warning' : 'good',
      },
      ...bars,
      ...(state ? [{ kind: 'text', text: state, tone: 'quiet' } as const] : []),
      ...wayUp(points),
    ],
  };
}

/** One point each on as many indicators as points are missing, each with what its next point asks for. */
function wayUp(points: Points14): readonly Block[] {
  const way = shortestWayUp(points);
  if (!way) return [{ kind: 'text', text: t('level:highest') }];
  const steps = way.steps.map(
    ({ indicator, to }): Block => ({
      kind: 'text',
      text: t('level:step', {
        n: indicator,
        title: formText(`${indicatorStep(indicator)}.title`),
        next: formText(`${indicatorStep(indicator)}.options.${to}`),
      }),
    }),
  );
  return [{ kind: 'title', text: t('level:wayUp', { missing: way.missing }) }, ...steps];
}

const formText = (name: string): Text => t(`forms:${form.id}.${form.version}.${name}`);
