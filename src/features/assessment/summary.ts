import { type Block, folded, said, type Text, t } from '../../kernel/reply.ts';
import type { AreaStanding } from '../../programme/standing.ts';
import { stagesText } from './plan/stages.ts';
import { type AssessmentFigures, assessmentFigures } from './standing.ts';

/** The heading of the summary leads with the first of them. How many centers of an area are assessed, at which levels, and with how many lines of plans. */
export function assessmentBlocks({ figures: counted, centers }: AreaStanding): readonly Block[] {
  const found = assessmentFigures(counted);
  const done = { done: count(found.assessed), count: count(centers.length) };
  const figures: readonly Block[] = [
    fact(t('assessment:summary.assessed'), t('assessment:summary.centers', done)),
    fact(
      t('assessment:summary.certified'),
      t('assessment:summary.centers', { done: count(found.certified), count: count(centers.length) }),
    ),
    ...([1, 2, 3] as const).map((level) =>
      fact(
        t(`assessment:summary.level.${level}`),
        levelText(found[`level${level}`], found[`certified${level}`]),
      ),
    ),
    fact(t('assessment:summary.planLines'), planText(found)),
  ];
  return figures.map(folded);
}

/** How many of a level are submitted, and how many of these are certified. */
const levelText = (submitted: number, certified: number): Text =>
  certified > 0
    ? t('assessment:summary.ofWhichCertified', { count: count(submitted), certified: count(certified) })
    : said(count(submitted));

/** How many lines the plans have, and how far they are. */
const planText = ({ planLines, planLinesDone: done, planLinesUnderWay: underWay }: AssessmentFigures): Text =>
  stagesText(t('assessment:summary.lines', { count: count(planLines) }), {
    ...{ done, underWay },
    notBegun: planLines - done - underWay,
  });

const fact = (label: Text, value: Text): Block => ({ kind: 'fact', label, value });
const count = (number: number): string => number.toLocaleString('en');
