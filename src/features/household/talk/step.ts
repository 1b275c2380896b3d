import type { Draft } from '../../../engine/draft.ts';
import type { Json } from '../../../engine/ids.ts';
import type { Slot } from '../../../engine/walk.ts';
import { helpAfter } from '../../../kernel/ask/prompt.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { askOn } from '../../../kernel/form/askOn.ts';
import type { At, FormTalk, Judged, Judgement } from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { isOneOf } from '../../../kernel/isOneOf.ts';
import { type Text, t } from '../../../kernel/reply.ts';
import { linesIn, tellsOfSome } from '../batch/text.ts';
import { householdStepDerived as derived, householdStep as form } from '../forms/householdStep.ts';
import type { HouseholdsIntent } from '../intent.ts';
import { problem } from '../rules/problem.ts';
import { centerSteps, managingStep } from '../rules/steps.ts';
import { problemText } from '../text/problem.ts';
import { centerOf, factText, textsIn, yearOf } from './draft.ts';
import { beforeJoining, isBeforeJoining, joinedOn } from './joiningDay.ts';
import { aboutHousehold, shortHousehold, working } from './ofHousehold.ts';
import { refused } from './refused.ts';
import { forAllButton, stepQuestion, stepSummary } from './stepCard.ts';
import { isOfCenter, stepOf, stepTold } from './stepTold.ts';
import { judgeCompany, meantAtReview, meantToCard } from './stepWords.ts';

/** A step of the work: of one household, or of all in a center. */
export const stepTalk: FormTalk = {
  form,
  derived,
  keeps: true,
  leadsOn: true,
  about: (draft) =>
    isOfCenter(draft)
      ? t('household:about.centerStep', { center: factText(draft, 'center') })
      : aboutHousehold('step')(draft),
  short: (draft) =>
    isOfCenter(draft)
      ? t('household:short.centerStep', { center: factText(draft, 'center') })
      : shortHousehold('step')(draft),
  year: yearOf,
  question: stepQuestion,
  suggestion: (draft, slot) => {
    const classes = textsIn(draft, 'classes');
    return slot.step.suggest === 'classes' && classes.length > 0
      ? { kind: 'value', value: classes }
      : undefined;
  },
  bounds: (draft, { step }) => {
    const joined = step.id === 'on' ? joinedOn(draft) : undefined;
    return joined && { askedBefore: joined };
  },
  candidate: (draft, slot, value) =>
    slot.step.id === 'on' && isOneAsked(draft) && isBeforeJoining(draft, String(value))
      ? t('household:changeJoining')
      : undefined,
  judge,
  typed,
  summary: stepSummary,
  atReview: ({ draft, context }, text) => meantToCard(draft, text, context),
  besides: forAllButton,
  submit,
};

/** What is typed to change the card, or tells of several households, is no reason. */
const meansMore = ({ value, context: { today } }: Judged): boolean =>
  meantAtReview(String(value), today) !== undefined || tellsOfSome(linesIn(String(value)));

/** Of several days it is asked first which is meant. */
const isOneAsked = ({ asked }: Draft): boolean => asked?.candidates.length === 1;

/** Step 4 and later need a plan; a step that is not for all needs a household; nothing happens before joining. */
function judge(judged: Judged): Judgement | undefined {
  const { before, slot, value } = judged;
  if (slot.step.id === 'on') return askJoining(judged);
  if (slot.step.id === 'reason' && meansMore(judged))
    return refused(before, t('household:batch.notReason', { words: String(value) }));
  if (slot.step.id === 'together') return judgeCompany(judged);
  if (slot.step.id === 'wholeCenter' && value === false && isOfCenter(before))
    return refused(before, t('household:onlyWholeCenter'));
  if (slot.step.id !== 'step') return undefined;
  const step = stepOf(value) ?? 1;
  if (isOfCenter(before) && !centerSteps.some((one) => one === step))
    return refused(before, t('household:onlyWholeCenter'));
  const early = step >= managingStep && before.facts.hasPlan !== true && !isOfCenter(before);
  return early
    ? refused(before, problemText(problem('planFirst')))
    : withoutReason(judged, t('household:batch.step', { step }));
}

/** The reason that was given for a jump goes with it: another step is no jump, or another one. */
function withoutReason({ before, after, slot, value }: Judged, step: Text): Judgement | undefined {
  const isSame = slot.entry?.do === 'answer' && slot.entry.value === value;
  if (isSame || before.log.every(({ key }) => key !== 'reason')) return undefined;
  const log = after.log.filter(({ key }) => key !== 'reason');
  return { draft: { ...after, log }, notes: [t('common:changed', { value: step })] };
}

/** A step before the joining is asked about: the household may have joined earlier than is known. */
function askJoining({ before, slot, value }: Judged): Judgement | undefined {
  if (!isBeforeJoining(before, String(value))) return undefined;
  if (before.asked?.key === slot.key && isOneAsked(before) && before.asked.candidates.includes(value))
    return undefined;
  return offerJoining(before, slot, value);
}

function offerJoining(before: Draft, { key }: Slot, value: Json): Judgement {
  const misses = before.misses + 1;
  const offer = t('household:offerJoining', { on: { date: toIsoDate(String(value)) } });
  return {
    draft: { ...before, misses, asked: { key, candidates: [value] } },
    notes: [beforeJoining(before), offer, ...helpAfter(misses)],
  };
}

/** `ยืนยัน` keeps the step on its card, so it is no yes to another day of joining: that is offered once more. */
function typed(at: At, slot: Slot, text: string): Decision | undefined {
  const { draft, context } = at;
  const [day] = draft.asked?.key === slot.key && isOneAsked(draft) ? draft.asked.candidates : [];
  if (slot.step.id !== 'on' || day === undefined || !isBeforeJoining(draft, String(day))) return undefined;
  if (!isOneOf(text, t('common:confirm'), context.wordings)) return undefined;
  const { draft: missed, notes } = offerJoining(draft, slot, day);
  return askOn(at, missed, notes);
}

function submit(draft: Draft): HouseholdsIntent {
  const found = stepTold(draft);
  if (!found) throw new Error('a step is submitted before it is told');
  const { forAll, told, step, joinedOn, classes, reason } = found;
  if (forAll)
    return { kind: 'logCenterStep', center: centerOf(draft), year: yearOf(draft), step: forAll, told };
  return working(draft, {
    kind: 'logStep',
    step,
    told,
    ...(joinedOn && { joinedOn }),
    ...(classes && { classes }),
    ...(reason !== undefined && { reason }),
  });
}
