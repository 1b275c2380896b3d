import { carried } from '../../kernel/ask/question.ts';
import { reportOfCenters } from '../../kernel/duty/kind.ts';
import { t } from '../../kernel/reply.ts';
import { unitId } from '../../programme/report/unit.ts';
import { assessmentRules } from './rules/assessmentCase.ts';
import { indicatorsIn } from './versions.ts';

/** Each center is assessed every year. */
export const assessmentDuty = reportOfCenters({
  rules: assessmentRules,
  missing: ({ state: { answered }, year }, { features, versionOf }) => {
    if (answered === 0) return t('duty:notBegun');
    const of = indicatorsIn(features, versionOf(assessmentRules.form, year));
    return t('duty:indicators', { answered: Math.min(of, answered), of });
  },
  start: ({ unit, year }) => ({
    kind: 'act',
    flow: 'assess',
    act: 'choose',
    value: carried(String(year), unitId(unit)),
  }),
});
