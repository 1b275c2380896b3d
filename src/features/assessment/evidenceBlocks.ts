import { stepKey } from '../../kernel/form/talk.ts';
import { valueText } from '../../kernel/form/value.ts';
import { type Block, type Text, t } from '../../kernel/reply.ts';
import { indicatorStep, type ScoredForm } from './forms/assessmentForm.ts';
import { indicatorsOf } from './rules/assessment.ts';
import type { AssessmentReport } from './rules/assessmentCase.ts';

type Told = Pick<AssessmentReport, 'answers' | 'evidence'>;

/** The evidence of the indicators: what was told beside them, and on which of them something was sent. */
export function evidenceBlocks(form: ScoredForm, report: Told): readonly Block[] {
  const sent = sentText(form, report);
  const blocks: readonly Block[] = [
    ...indicatorsOf(form.scoring).flatMap((n) => toldBlocks(form, n, report)),
    ...(sent ? [{ kind: 'text', text: sent, tone: 'quiet' } as const] : []),
  ];
  return blocks.length > 0 ? [{ kind: 'title', text: t('assessment:signed.evidence') }, ...blocks] : [];
}

const toldBlocks = (form: ScoredForm, n: number, { answers }: Told): readonly Block[] =>
  form.steps.flatMap((step): readonly Block[] => {
    if (step.kind === 'repeat' || step.beside !== indicatorStep(n)) return [];
    const value = answers[step.id];
    if (value === undefined || value === null) return [];
    const what = t(stepKey(form, step, 'button'));
    return [
      {
        kind: 'fact',
        label: t('assessment:signed.evidenceOf', { n, what }),
        value: valueText(form, step, value),
      },
    ];
  });

/** How many photos, documents and places were sent on which indicator. */
function sentText({ scoring }: ScoredForm, { evidence }: Told): Text | undefined {
  const counts = indicatorsOf(scoring).flatMap((n) => {
    const count = evidence[indicatorStep(n)]?.length ?? 0;
    return count > 0 ? [t('assessment:signed.sentOn', { n, count })] : [];
  });
  return counts.length > 0 ? t('assessment:signed.sent', { counts }) : undefined;
}
