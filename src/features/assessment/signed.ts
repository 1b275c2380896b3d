import { type Block, said, type Text, t } from '../../kernel/reply.ts';
import type { Beside, ReportKind } from '../../kernel/report/kind.ts';
import type { FileId } from '../../programme/ids.ts';
import type { ReportCase } from '../../programme/report/case.ts';
import type { FormVersion } from '../../programme/report/hash.ts';
import type { Revision } from '../../programme/report/revision.ts';
import { standingRevision } from '../../programme/report/stage.ts';
import { evidenceBlocks } from './evidenceBlocks.ts';
import { aspectBars } from './level/aspects.ts';
import { changeLines } from './level/changeLines.ts';
import { planBlocks, statesIn } from './plan/signed.ts';
import { scoreOf } from './rules/assessment.ts';
import type { AssessmentReport } from './rules/assessmentCase.ts';
import { pointsChanged } from './rules/pointsChanged.ts';
import { scoredForm } from './versions.ts';

type Kind = ReportKind<AssessmentReport>;

/** What whoever signs an assessment sees: level and aspects, what changed, the evidence, parts 4 and 5. */
export const assessmentSigned: Kind['signed'] = (record, revision, { forms, earlier }) => [
  ...levelBlocks(record, revision, forms),
  ...sinceLastRevision(record, revision, forms),
  ...sinceLastYear(record, revision, { forms, ...(earlier && { earlier }) }),
  ...evidenceBlocks(scoredForm(forms, record.form), revision.content),
  ...opinionBlocks(revision.content),
  ...planBlocks(revision.content, statesIn(record, revision)),
];

/** The photos of its evidence, in the order of the questions. */
export const assessmentPhotos: Kind['photos'] = ({ evidence }) =>
  Object.values(evidence)
    .flat()
    .flatMap((kept) => (kept.kind === 'photo' ? [kept.file as FileId] : []));

type Report = ReportCase<AssessmentReport, unknown>;
type Made = Revision<AssessmentReport>;
type Forms = Beside['forms'];

function levelBlocks({ form }: Report, { content: { points } }: Made, forms: Forms): readonly Block[] {
  const score = scoreOf(scoredForm(forms, form).scoring, points);
  if (!score) return [];
  const { level, percent } = score;
  return [
    {
      kind: 'text',
      text: t('assessment:signed.level', {
        percent: percent.toFixed(1),
        level: t(`forms:${form.id}.${form.version}.levels.${level}`),
      }),
      tone: level === 1 ? 'warning' : 'good',
    },
    ...aspectBars(form, score),
  ];
}

/** What the officer changed since the report was signed, returned or recalled before. */
function sinceLastRevision(
  { form, revisions }: Report,
  { no, content }: Made,
  forms: Forms,
): readonly Block[] {
  const before = revisions.find((one) => one.no === no - 1)?.content;
  return before ? changes(t('assessment:signed.revisionBefore'), form, before, content, forms) : [];
}

/**
 * What changed since the report that stands for last year; where that is not certified, it says so. Indicators of
 * another version of the form may ask something else under the same number.
 */
function sinceLastYear(
  { form, period }: Report,
  { content }: Made,
  { forms, earlier }: Beside<AssessmentReport>,
): readonly Block[] {
  const before = earlier?.form.version === form.version ? standingRevision(earlier) : undefined;
  if (!before) return [];
  const year = { year: period.year - 1 };
  const since = t(before.locked ? 'assessment:signed.year' : 'assessment:signed.yearNotCertified', year);
  return changes(since, form, before.content, content, forms);
}

function changes(
  since: Text,
  form: FormVersion,
  before: AssessmentReport,
  now: AssessmentReport,
  forms: Forms,
): readonly Block[] {
  const { scoring } = scoredForm(forms, form);
  const changed = pointsChanged(scoring, before.points, now.points);
  if (changed.length === 0)
    return [{ kind: 'text', text: t('assessment:signed.samePoints', { since }), tone: 'quiet' }];
  return [
    {
      kind: 'title',
      text: t('assessment:signed.changed', { since, from: before.total, to: now.total }),
    },
    ...changeLines(form, changed),
  ];
}

const opinions = ['improve', 'opinion', 'together'] as const;

/** Part 4, as far as the officer wrote something. */
function opinionBlocks({ answers }: AssessmentReport): readonly Block[] {
  const written = opinions.flatMap((step): readonly Block[] => {
    const text = answers[step];
    return typeof text === 'string' && text !== ''
      ? [{ kind: 'fact', label: t(`assessment:name.${step}`), value: said(text) }]
      : [];
  });
  return written.length > 0 ? [{ kind: 'title', text: t('assessment:signed.opinions') }, ...written] : [];
}
