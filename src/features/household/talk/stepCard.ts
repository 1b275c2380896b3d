import type { Draft } from '../../../engine/draft.ts';
import { toKey } from '../../../engine/walk.ts';
import type { QuestionView } from '../../../kernel/form/talk.ts';
import { type Block, type Card, type Option, said, type Text, t } from '../../../kernel/reply.ts';
import { standingIn } from '../forms/householdStep.ts';
import { debtSteps, leftOut } from '../rules/steps.ts';
import { stepName } from '../text/form.ts';
import { stepText } from '../text/step.ts';
import { factText } from './draft.ts';
import { planBeside } from './plan.ts';
import { isOfCenter, stepOf, stepTold, stepValues } from './stepTold.ts';

/** The six steps by name, how far the household is, and its plan beside the later ones. */
export function stepQuestion({ draft, slot, title }: QuestionView): { card: Card } | undefined {
  switch (slot.step.id) {
    case 'step':
      return { card: { heading: title, blocks: [...standing(draft), ...stepLines(), ...planBeside(draft)] } };
    case 'reason':
      return { card: { heading: title, blocks: [...standing(draft), ...gapLine(draft)] } };
    case 'on': {
      const step = stepOf(stepValues(draft).step);
      const name: Text = step ? t('household:stepLine', { step, name: stepName(step) }) : said('');
      const blocks: readonly Block[] = [{ kind: 'text', text: name }, ...planBeside(draft)];
      return { card: { heading: title, blocks } };
    }
    default:
      return undefined;
  }
}

const standing = (draft: Draft): readonly Block[] =>
  isOfCenter(draft)
    ? []
    : [
        strong(
          t('household:standing', {
            dots: factText(draft, 'dots'),
            no: factText(draft, 'no'),
            head: said(factText(draft, 'head')),
          }),
        ),
      ];

const stepLines = (): readonly Block[] =>
  debtSteps.map((step) => ({ kind: 'text', text: t('household:stepLine', { step, name: stepName(step) }) }));

function gapLine(draft: Draft): readonly Block[] {
  const step = stepOf(stepValues(draft).step);
  const standing = standingIn(draft.facts);
  if (step === undefined) return [];
  const { reached } = standing;
  if (step < reached) return [quiet(t('household:stepsBack', { step, reached }))];
  const left = leftOut(standing, step);
  return [quiet(t('household:leavesOut', { step, steps: left.join(', '), count: left.length }))];
}

/** The step as it would be kept, in one line, and how it is changed. */
export function stepSummary(draft: Draft): readonly Block[] {
  const found = stepTold(draft);
  if (!found) return planBeside(draft);
  const { step, told, forAll, classes, reason, joinedOn } = found;
  const line = stepText({
    step,
    ...told,
    ...(classes && { classes }),
    ...(reason !== undefined && { reason }),
  });
  return [
    strong(line),
    ...(forAll ? [strong(t('household:isForAll'))] : []),
    ...(joinedOn ? [strong(t('household:joiningChanges', { on: { date: joinedOn } }))] : []),
    quiet(t('household:stepHow')),
    ...planBeside(draft),
  ];
}

/** A step of one household that may be logged for all in the center has a button for that. */
export const forAllButton = (draft: Draft): readonly Option[] =>
  stepValues(draft).wholeCenter === false
    ? [
        {
          label: t('household:forAll'),
          tap: { kind: 'answer', draft: draft.id, step: toKey('wholeCenter'), value: 'yes' },
        },
      ]
    : [];

const quiet = (text: Text): Block => ({ kind: 'text', text, tone: 'quiet' });
const strong = (text: Text): Block => ({ kind: 'text', text, tone: 'strong' });
