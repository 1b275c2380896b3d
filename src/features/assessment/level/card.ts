import { type Block, type Card, type Text, t } from '../../../kernel/reply.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import { indicatorStep, type ScoredForm } from '../forms/assessmentForm.ts';
import { type PointsGiven, type Score, shortestWayUp } from '../rules/assessment.ts';
import { aspectBars } from './aspects.ts';

type LevelView = {
  readonly centerName: string;
  readonly year: FiscalYear;
  readonly score: Score;
  readonly points: PointsGiven;
  /** Where the report stands: submitted when, under which receipt, certified or not. */
  readonly state?: readonly Text[];
};

/** Total, level, percent, the three aspects, and the shortest way to the next level; figures before names. */
export function levelCard(
  form: ScoredForm,
  { centerName, year, score, points, state = [] }: LevelView,
): Card {
  const { total, of: highest, level, percent } = score;
  return {
    heading: t('level:heading', { total, of: highest, level, center: centerName }),
    blocks: [
      {
        kind: 'text',
        text: t('level:word', { percent: percent.toFixed(1), level: textOf(form, `levels.${level}`), year }),
        tone: level === 1 ? 'warning' : 'good',
      },
      ...aspectBars(form, score),
      ...state.map((text): Block => ({ kind: 'text', text, tone: 'quiet' })),
      ...wayUp(form, points),
    ],
  };
}

/** One point each on as many indicators as points are missing, each with what its next point asks for. */
function wayUp(form: ScoredForm, points: PointsGiven): readonly Block[] {
  const way = shortestWayUp(form.scoring, points);
  if (!way) return [{ kind: 'text', text: t('level:highest') }];
  const steps = way.steps.map(
    ({ indicator, to }): Block => ({
      kind: 'text',
      text: t('level:step', {
        n: indicator,
        title: textOf(form, `${indicatorStep(indicator)}.title`),
        next: textOf(form, `${indicatorStep(indicator)}.options.${to}`),
      }),
    }),
  );
  // A notification has no room for all the words, but for the numbers.
  const indicators = way.steps.map(({ indicator }) => indicator).join(', ');
  return [{ kind: 'title', text: t('level:wayUp', { count: way.missing, indicators }) }, ...steps];
}

const textOf = ({ id, version }: ScoredForm, name: string): Text => t(`forms:${id}.${version}.${name}`);
