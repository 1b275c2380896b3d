import type { Form } from '../../engine/form.ts';
import { candidateOptions } from '../../kernel/form/question.ts';
import { type QuestionView, stepKey } from '../../kernel/form/talk.ts';
import { standingText } from '../../kernel/form/value.ts';
import { type Block, type Card, type Option, said, t } from '../../kernel/reply.ts';
import { lastYearPoints } from './subject.ts';

/** The card of an indicator: the three descriptions in full, each to be tapped, and last year's points. */
export function indicatorCard(
  form: Form,
  { draft, slot, title, labels }: QuestionView,
): {
  card: Card;
  options: readonly Option[];
} {
  const points = ['1', '2', '3'];
  const option = (value: string): Option => ({
    label: said(value),
    tap: { kind: 'answer', draft: draft.id, step: slot.key, value },
  });
  const beside = form.steps.flatMap((step): readonly Option[] =>
    step.beside === slot.step.id
      ? [
          {
            label: t(stepKey(form, step, 'button')),
            tap: { kind: 'act', flow: 'form', act: 'edit', value: step.id, draft: draft.id },
          },
        ]
      : [],
  );
  const last = lastYearPoints(draft, slot.step.number ?? 0);
  const blocks: readonly Block[] = [
    ...points.map((value) => ({
      kind: 'row' as const,
      text: t('assessment:point', { points: value, description: labels(value) }),
      option: option(value),
    })),
    ...(last === undefined
      ? []
      : [
          { kind: 'text' as const, text: t('assessment:lastYear', { points: last }), tone: 'quiet' as const },
        ]),
    ...(slot.entry
      ? [
          {
            kind: 'text' as const,
            text: t('common:presentAnswer', { value: standingText({ form }, draft, slot) }),
            tone: 'quiet' as const,
          },
        ]
      : []),
    ...(slot.step.kind === 'choice' && slot.step.timesFrom
      ? [{ kind: 'text' as const, text: t('assessment:timesHint'), tone: 'quiet' as const }]
      : []),
    // Said once, where the first one is asked for the first time.
    ...(slot.step.number === 1 && !slot.entry
      ? [{ kind: 'text' as const, text: t('assessment:severalHint'), tone: 'quiet' as const }]
      : []),
    { kind: 'text', text: t('common:photoHint'), tone: 'quiet' },
    ...(beside.length > 0
      ? [
          {
            kind: 'text' as const,
            text: t('assessment:evidenceHint', { names: beside.map(({ label }) => label) }),
            tone: 'quiet' as const,
          },
        ]
      : []),
  ];
  const options: readonly Option[] = [
    ...candidateOptions({ form }, draft, slot),
    ...points.map(option),
    {
      label: t('common:explain'),
      tap: { kind: 'act', flow: 'form', act: 'explain', value: slot.key, draft: draft.id },
    },
    ...beside,
    { label: t('common:photo'), pick: 'camera' },
    { label: t('commands:back'), tap: { kind: 'say' } },
  ];
  return { card: { heading: title, blocks }, options };
}
