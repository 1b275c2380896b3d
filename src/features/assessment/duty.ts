import { reportOfCenters } from '../../kernel/duty/kind.ts';
import { t } from '../../kernel/reply.ts';
import { unitId } from '../../programme/report/unit.ts';
import { centerAssessment2565 } from './forms/centerAssessment2565.ts';
import { indicatorsOf } from './rules/assessment.ts';
import { assessmentRules } from './rules/assessmentCase.ts';

/** Each center is assessed every year. */
export const assessmentDuty = reportOfCenters({
  chain: assessmentRules.chain,
  missing: ({ state }) => {
    const of = indicatorsOf(centerAssessment2565.scoring).length;
    return state.answered === 0
      ? t('duty:notBegun')
      : t('duty:indicators', { answered: Math.min(of, state.answered), of });
  },
  start: ({ unit }) => ({ kind: 'act', flow: 'assess', act: 'choose', value: unitId(unit) }),
});
