import type { Scope } from '../area/areas.ts';
import type { Confirmer } from '../center/record.ts';
import type { PersonId } from '../ids.ts';
import type { Act, Step } from './duty.ts';
import type { Stage } from './situation.ts';

type CenterScope = Extract<Scope, { readonly kind: 'center' }>;
type ProvinceScope = Extract<Scope, { readonly kind: 'province' }>;

const districtOf = ({ province, district }: CenterScope): Scope => ({ kind: 'district', province, district });
const provinceOf = ({ province }: CenterScope): ProvinceScope => ({ kind: 'province', province });

/** The step that a report of a center waits for within its district; none once the district head has certified. */
export function stepAt(stage: Stage, center: CenterScope): Step | undefined {
  switch (stage.kind) {
    case 'open':
      return officerStep('submit', center, stage.holder);
    case 'returned':
      return officerStep('amend', center, stage.holder);
    case 'signing':
      return signStep(stage.by, center);
    case 'done':
      return undefined;
    default:
      return stage satisfies never;
  }
}

const officerStep = (act: Act, center: CenterScope, person: PersonId | undefined): Step => ({
  act,
  roles: ['officer'],
  scope: districtOf(center),
  ...(person === undefined ? {} : { person }),
});

function signStep(by: Extract<Stage, { kind: 'signing' }>['by'], center: CenterScope): Step | undefined {
  switch (by) {
    case 'chair':
      return { act: 'acknowledge', roles: ['chair'], scope: center };
    case 'districtHead':
      return { act: 'certify', roles: ['districtHead'], scope: districtOf(center) };
    case 'provinceHead':
      return undefined;
    default:
      return by satisfies never;
  }
}

/** The yearly confirmation of a registry entry, in turn. */
export function confirmStep(as: Confirmer, center: CenterScope): Step {
  switch (as) {
    case 'officer':
    case 'districtHead':
      return { act: 'confirm', roles: [as], scope: districtOf(center) };
    case 'province':
      return {
        act: 'confirm',
        roles: ['province', 'director', 'provinceHead'],
        scope: provinceOf(center),
      };
    default:
      return as satisfies never;
  }
}

/** A province's round, which its head certifies report by report. */
export const certifyRound = (scope: ProvinceScope): Step => ({
  act: 'certify',
  roles: ['provinceHead'],
  scope,
});
