import type { Scope } from '../../programme/area/areas.ts';
import type { CenterRow } from '../../programme/center/record.ts';
import type { DueKind } from '../../programme/deadline/kind.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { type Owed, type OwingUnit, owedReports } from '../../programme/duty/owed.ts';
import type { Situation } from '../../programme/duty/situation.ts';
import type { OwedRules } from '../../programme/duty/step.ts';
import { type Figures, findStandings } from '../../programme/standing.ts';
import type { Context } from '../flow.ts';
import type { Tap, Text } from '../reply.ts';
import type { SituationStore } from './situationStore.ts';

export type Start = Extract<Tap, { kind: 'act' }>;

/** What is owed of a kind of due date, by its feature. */
export type DutyKind = {
  /** The steps that are waited for; `units` are those that `unitsIn` found, where there is one. */
  readonly owed: (due: DueKind, situation: Situation, units: readonly OwingUnit[]) => readonly Owed[];
  /** Units that are no centers are read by the feature. */
  readonly unitsIn?: (store: SituationStore, areas: readonly Scope[]) => Promise<readonly OwingUnit[]>;
  /** What is not there yet, of a duty that waits for no signature. */
  readonly missing: (duty: Duty, context: Pick<Context, 'features' | 'versionOf'>) => Text;
  /** Where it is taken up, in the year of the duty. */
  readonly start: (duty: Duty) => Start | undefined;
};

/** A report that each center owes for which `owes` says so; what the registry says of a center joins its figures. */
export const reportOfCenters = ({
  rules,
  owes = () => true,
  ...rest
}: Pick<DutyKind, 'missing' | 'start'> & {
  readonly rules: OwedRules;
  /** `figures`: what stands of the center. */
  readonly owes?: (center: CenterRow, figures: Figures) => boolean;
}): DutyKind => ({
  ...rest,
  owed: (due, situation) => {
    const standingOf = findStandings(situation.units);
    const owing = situation.centers
      .map((center) => ({ center, of: owingCenter(center) }))
      .filter(({ center, of }) => owes(center, standingOf(of.unit)?.figures ?? {}));
    return owedReports(
      due,
      rules,
      owing.map(({ of }) => of),
      situation,
    );
  },
});

/** A report that each unit of a list of its own owes. */
export const reportOfUnits = ({
  rules,
  ...rest
}: Required<Pick<DutyKind, 'missing' | 'start' | 'unitsIn'>> & {
  readonly rules: OwedRules;
}): DutyKind => ({
  ...rest,
  owed: (due, situation, units) => owedReports(due, rules, units, situation),
});

export const owingCenter = ({ id, province, district, name, householdTarget }: CenterRow): OwingUnit => ({
  unit: { kind: 'center', province, district, center: id },
  name,
  figures: householdTarget === undefined ? {} : { householdTarget },
});
