import { centerYearKey } from '../../kernel/centerYear.ts';
import { clauses } from '../../kernel/clauses.ts';
import { type DutyKind, owingCenter } from '../../kernel/duty/kind.ts';
import { t } from '../../kernel/reply.ts';
import { type Confirmer, nextConfirmer } from '../../programme/center/record.ts';
import type { Step } from '../../programme/duty/duty.ts';
import { scopeAround } from '../../programme/duty/step.ts';
import { type Unit, unitId } from '../../programme/report/unit.ts';

/** Each entry is confirmed every year, in turn. */
export const registryDuty: DutyKind = {
  owed: (_due, { centers, year }) =>
    centers.flatMap((center) => {
      const confirmer = nextConfirmer(center, year);
      if (!confirmer) return [];
      const of = owingCenter(center);
      const step = confirmStep(confirmer, of.unit);
      return [{ year, of, step: center.doubted?.includes(year) ? { ...step, act: 'correct' } : step }];
    }),
  missing: ({ step, state: { listed } }) =>
    clauses([
      t(step.act === 'correct' ? 'registry:doubt.missing' : 'duty:confirmation'),
      ...(listed.householdTarget === undefined ? [t('duty:targetUnknown')] : []),
    ]),
  // Whoever is told that an entry is not correct begins with what is to be corrected.
  start: ({ unit, year, step }) => ({
    ...{ kind: 'act', flow: 'registry' },
    ...(step.act === 'correct'
      ? { act: 'edit', value: centerYearKey(unitId(unit), year) }
      : { act: 'choose', value: `${year} ${unitId(unit)}` }),
  }),
};

function confirmStep(as: Confirmer, center: Unit): Step {
  if (as !== 'province') return { act: 'confirm', roles: [as], scope: scopeAround(center, 'district') };
  const roles = ['province', 'director', 'provinceHead'] as const;
  return { act: 'confirm', roles, scope: scopeAround(center, 'province') };
}
