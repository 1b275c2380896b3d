import { type RevisionRecord, revisionRecord } from '../../../kernel/report/paper.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { Revision } from '../../../programme/report/revision.ts';
import type { Points } from '../rules/assessment.ts';
import type { AssessmentCase, AssessmentReport, GeneralPart } from '../rules/assessmentCase.ts';

/** What the paper of an assessment says, as plain data. */
export type AssessmentRecord = RevisionRecord & {
  readonly case: string;
  readonly form: string;
  readonly year: number;
  readonly general: GeneralRecord;
  readonly points: { readonly [indicator: string]: Points };
  readonly total: number;
  readonly percent: number;
  readonly level: number;
  readonly improve: string | null;
  readonly opinion: string | null;
  readonly together: string | null;
  readonly plan: readonly PlanRecord[];
};

type GeneralRecord = {
  readonly center: string;
  readonly name: string;
  readonly moo: number;
  readonly subdistrict: string;
  readonly district: string;
  readonly province: string;
  readonly founded: string | null;
  readonly chairName: string | null;
  readonly chairPhone: string | null;
  readonly committeeSize: number | null;
  readonly divisions: readonly string[];
  readonly memberFunds: readonly string[];
};

type PlanRecord = {
  readonly indicator: number | null;
  readonly aim: string;
  readonly who: string;
  readonly by: string;
};

/** A revision as its paper says it; part 1 of reports of before is the registry's. */
export function recordOf(
  { id, form, period }: AssessmentCase,
  revision: Revision<AssessmentReport>,
  center: Center,
): AssessmentRecord {
  const { content } = revision;
  return {
    ...revisionRecord(revision),
    case: id,
    form: `${form.id}@${form.version}`,
    year: period.year,
    general: generalRecord(center.id, content.general ?? center),
    points: { ...content.points },
    total: content.total,
    percent: content.percent,
    level: content.level,
    improve: wordsOf(content, 'improve'),
    opinion: wordsOf(content, 'opinion'),
    together: wordsOf(content, 'together'),
    plan: content.plan.map(({ indicator = null, aim, who, by }) => ({ indicator, aim, who, by })),
  };
}

const generalRecord = (
  center: string,
  { name, moo, subdistrict, district, province, founded, chair, committeeSize, ...lists }: GeneralPart,
): GeneralRecord => ({
  ...{ center, name, moo, subdistrict, district, province },
  founded: founded ?? null,
  chairName: chair.name ?? null,
  chairPhone: chair.phone ?? null,
  committeeSize: committeeSize ?? null,
  divisions: lists.divisions,
  memberFunds: lists.memberFunds,
});

function wordsOf({ answers }: AssessmentReport, step: string): string | null {
  const words = answers[step];
  return typeof words === 'string' && words !== '' ? words : null;
}
