import { type Block, t } from '../../../kernel/reply.ts';
import type { FormVersion } from '../../../programme/report/hash.ts';
import type { Score } from '../rules/assessment.ts';

/** The sum of each aspect out of its points. */
export const aspectBars = ({ id, version }: FormVersion, { aspects }: Score): readonly Block[] =>
  aspects.map(({ aspect, sum, of }) => ({
    kind: 'bar',
    label: t(`forms:${id}.${version}.aspects.${aspect}`),
    value: sum,
    of,
  }));
