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
      const of = owingCenter(center);
      return confirmer ? [{ year, of, step: confirmStep(confirmer, of.unit) }] : [];
    }),
  missing: () => t('duty:confirmation'),
  start: ({ unit, year }) => ({
    kind: 'act',
    flow: 'registry',
    act: 'choose',
    value: `${year} ${unitId(unit)}`,
  }),
};

function confirmStep(as: Confirmer, center: Unit): Step {
  if (as !== 'province') return { act: 'confirm', roles: [as], scope: scopeAround(center, 'district') };
  const roles = ['province', 'director', 'provinceHead'] as const;
  return { act: 'confirm', roles, scope: scopeAround(center, 'province') };
}
