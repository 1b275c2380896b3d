import { centerAssessment2565 } from '../../features/assessment/forms/centerAssessment2565.ts';
import { indicatorsOf } from '../../features/assessment/rules/assessment.ts';
import { type CenterRow, nextConfirmer } from '../center/record.ts';
import { ruleFor } from '../deadline/dueFor.ts';
import type { DeadlineKind } from '../deadline/kind.ts';
import type { Duty, Missing, Step } from './duty.ts';
import { type Situation, type Stage, stageOf } from './situation.ts';
import { certifyRound, confirmStep, stepAt } from './step.ts';

/**
 * Who owes what: for each report the one step that it waits for. What a district owes its province is met once the
 * district head has certified it; then it is the province head's, as a part of the province's own round. What a
 * province has to wait for itself is nobody's duty there. Village readiness, rankings and the women's fund have no
 * reports yet.
 */
export function owedIn(situation: Situation): readonly Duty[] {
  const { year, centers } = situation;
  const assessments = new Map(ofYear(situation.assessments, year).map((one) => [one.center, one]));
  const debts = new Map(ofYear(situation.debtReports, year).map((one) => [`${one.center}:${one.form}`, one]));
  const works = centers.map(
    (center): CenterWork => ({
      center,
      assessment: stageOf(assessments.get(center.id)),
      debt1: stageOf(debts.get(`${center.id}:debt1`)),
      debt2: stageOf(debts.get(`${center.id}:debt2`)),
    }),
  );
  return [...works.flatMap((work) => ofCenter(situation, work)), ...ofProvinces(situation, works)];
}

type CenterWork = {
  readonly center: CenterRow;
  readonly assessment: Stage;
  readonly debt1: Stage;
  readonly debt2: Stage;
};

const ofYear = <R extends { readonly year: number }>(reports: readonly R[], year: number): readonly R[] =>
  reports.filter((report) => report.year === year);

function ofCenter(situation: Situation, work: CenterWork): readonly Duty[] {
  const { center } = work;
  const confirmer = nextConfirmer(center, situation.year);
  const about = aboutOf(center);
  const duty = (kind: DeadlineKind, step: Step | undefined, missing: Missing) =>
    step ? [dutyOf(situation, kind, about, center.name, step, missing)] : [];
  return [
    ...duty('registry', confirmer && confirmStep(confirmer, about), { kind: 'confirmation' }),
    ...duty('assessment', stepAt(work.assessment, about), indicatorsMissing(situation, work)),
    // Centers without a target are only graded.
    ...(center.householdTarget > 0
      ? [
          ...duty('debt1', stepAt(work.debt1, about), householdsMissing(situation, work)),
          ...duty('debt2', stepAt(work.debt2, about), resultsMissing(situation, work)),
        ]
      : []),
  ];
}

const aboutOf = ({ id, province, district }: CenterRow) =>
  ({ kind: 'center', province, district, center: id }) as const;

function indicatorsMissing({ answered }: Situation, { center, assessment }: CenterWork): Missing {
  if (assessment.kind === 'signing') return oneSignature;
  const of = indicatorsOf(centerAssessment2565.scoring).length;
  return { kind: 'indicators', answered: Math.min(of, answered.get(center.id) ?? 0), of };
}

function householdsMissing({ households }: Situation, { center, debt1 }: CenterWork): Missing {
  if (debt1.kind === 'signing') return oneSignature;
  const joined = households.get(center.id)?.inWork ?? 0;
  const target = center.householdTarget;
  return { kind: 'households', joined, target, missing: Math.max(0, target - joined) };
}

function resultsMissing({ households }: Situation, { center, debt2 }: CenterWork): Missing {
  if (debt2.kind === 'signing') return oneSignature;
  const { inWork: joined, resultsInWork: withResult } = households.get(center.id) ?? {
    inWork: 0,
    resultsInWork: 0,
  };
  return { kind: 'results', withResult, joined, missing: Math.max(0, joined - withResult) };
}

const oneSignature: Missing = { kind: 'signatures', reports: 1 };

/** Reports that only the province head has still to certify, by province and round. */
function ofProvinces(situation: Situation, works: readonly CenterWork[]): readonly Duty[] {
  const rounds = [
    { kind: 'round1', stages: ({ assessment, debt1 }: CenterWork) => [assessment, debt1] },
    { kind: 'round2', stages: ({ debt2 }: CenterWork) => [debt2] },
  ] as const;
  const provinces = [...new Set(works.map(({ center }) => center.province))];
  return provinces.flatMap((province) =>
    rounds.flatMap(({ kind, stages }) => {
      const own = works.filter(({ center }) => center.province === province);
      const reports = own.flatMap(stages).filter(isForProvinceHead).length;
      const about = { kind: 'province', province } as const;
      const missing: Missing = { kind: 'signatures', reports };
      return reports > 0 ? [dutyOf(situation, kind, about, province, certifyRound(about), missing)] : [];
    }),
  );
}

const isForProvinceHead = (stage: Stage): boolean => stage.kind === 'signing' && stage.by === 'provinceHead';

function dutyOf(
  { year, rules }: Situation,
  kind: DeadlineKind,
  about: Duty['about'],
  name: string,
  step: Step,
  missing: Missing,
): Duty {
  const deadline = ruleFor(rules, kind, { year }, about);
  const unit = about.kind === 'center' ? about.center : about.province;
  return {
    key: `${unit}:${kind}:${year}`,
    kind,
    year,
    about,
    name,
    step,
    missing,
    ...(deadline && { deadline }),
  };
}
