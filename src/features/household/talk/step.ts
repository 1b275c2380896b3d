import { z } from 'zod';
import type { Draft } from '../../../engine/draft.ts';
import { evidenceOn } from '../../../engine/review.ts';
import { toKey, walk } from '../../../engine/walk.ts';
import { helpAfter } from '../../../kernel/ask/prompt.ts';
import {
  type FormTalk,
  type Judged,
  type Judgement,
  type QuestionView,
  valuesIn,
} from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { type Block, type Card, type Option, said, type Text, t } from '../../../kernel/reply.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import {
  householdStepDerived as derived,
  householdStep as form,
  standingIn,
} from '../forms/householdStep.ts';
import type { HouseholdsIntent } from '../intent.ts';
import { problem } from '../rules/problem.ts';
import {
  centerSteps,
  type DebtorClass,
  type DebtStep,
  debtorClasses,
  debtSteps,
  leftOut,
  managingStep,
  type ToldStep,
} from '../rules/steps.ts';
import { stepName } from '../text/form.ts';
import { problemText } from '../text/problem.ts';
import { stepText } from '../text/step.ts';
import { centerOf, factText, textsIn, yearOf } from './draft.ts';
import { beforeJoining, isBeforeJoining } from './joiningDay.ts';
import { aboutHousehold, shortHousehold, working } from './ofHousehold.ts';
import { planFact } from './plan.ts';
import { refused } from './refused.ts';
import { judgeCompany, meantAtReview } from './stepWords.ts';

/** A step of the work: of one household, or of all in a center. */
export const stepTalk: FormTalk = {
  form,
  derived,
  keeps: true,
  about: (draft) =>
    isOfCenter(draft)
      ? t('household:about.centerStep', { center: factText(draft, 'center') })
      : aboutHousehold('step')(draft),
  short: (draft) =>
    isOfCenter(draft)
      ? t('household:short.centerStep', { center: factText(draft, 'center') })
      : shortHousehold('step')(draft),
  year: yearOf,
  question,
  suggestion: (draft, slot) => {
    const classes = textsIn(draft, 'classes');
    return slot.step.suggest === 'classes' && classes.length > 0
      ? { kind: 'value', value: classes }
      : undefined;
  },
  candidate: (draft, slot, value) =>
    slot.step.id === 'on' && isBeforeJoining(draft, String(value)) ? t('household:changeJoining') : undefined,
  judge,
  summary,
  atReview: meantAtReview,
  besides: (draft) => (mayBeForAll(draft) ? [forAllButton(draft)] : []),
  submit,
};

const isOfCenter = ({ subject }: Draft): boolean => subject.household === undefined;
const values = (draft: Draft) => valuesIn({ form, derived }, draft);
const stepOf = (value: unknown): DebtStep | undefined => debtSteps.find((one) => String(one) === value);

/** The six steps by name, how far the household is, and its plan beside the later ones. */
function question({ draft, slot, title }: QuestionView): { card: Card } | undefined {
  switch (slot.step.id) {
    case 'step':
      return { card: { heading: title, blocks: [...standing(draft), ...stepLines(), ...planBeside(draft)] } };
    case 'reason':
      return { card: { heading: title, blocks: [...standing(draft), ...gapLine(draft)] } };
    case 'on': {
      const step = stepOf(values(draft).step);
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
        {
          kind: 'text',
          text: t('household:standing', {
            dots: factText(draft, 'dots'),
            no: factText(draft, 'no'),
            head: said(factText(draft, 'head')),
          }),
          tone: 'strong',
        },
      ];

const stepLines = (): readonly Block[] =>
  debtSteps.map((step) => ({ kind: 'text', text: t('household:stepLine', { step, name: stepName(step) }) }));

function gapLine(draft: Draft): readonly Block[] {
  const step = stepOf(values(draft).step);
  const standing = standingIn(draft.facts);
  if (step === undefined) return [];
  const { reached } = standing;
  if (step < reached) return [quiet(t('household:stepsBack', { step, reached }))];
  const left = leftOut(standing, step);
  return [quiet(t('household:leavesOut', { step, steps: left.join(', '), count: left.length }))];
}

function planBeside(draft: Draft): readonly Block[] {
  const plan = planFact(draft);
  return plan ? [quiet(t('household:planBeside', { plan }))] : [];
}

/** The step as it would be kept, in one line, and how it is changed. */
function summary(draft: Draft): readonly Block[] {
  const told = answers.safeParse(values(draft)).data;
  if (!told) return planBeside(draft);
  const { step, on, together, note, classes, reason, wholeCenter } = told;
  const line = stepText({
    step: stepOf(step) ?? 1,
    on: toIsoDate(on),
    photos: photosIn(draft, told.photo),
    ...(together !== undefined && { together }),
    ...(note !== undefined && { note }),
    ...(classes && { classes }),
    ...(reason !== undefined && { reason }),
  });
  return [
    { kind: 'text', text: line, tone: 'strong' },
    ...(wholeCenter ? [{ kind: 'text', text: t('household:isForAll'), tone: 'strong' } as const] : []),
    ...joiningMoved(draft),
    quiet(t('household:stepHow')),
    ...planBeside(draft),
  ];
}

/** Whether the step of one household is one that may be logged for all in the center. */
const mayBeForAll = (draft: Draft): boolean => values(draft).wholeCenter === false;

const forAllButton = ({ id: draft }: Draft): Option => ({
  label: t('household:forAll'),
  tap: { kind: 'answer', draft, step: toKey('wholeCenter'), value: 'yes' },
});

/** What becomes of the day of joining, where the step was earlier. */
function joiningMoved(draft: Draft): readonly Block[] {
  const joinedOn = joinedEarlier(draft);
  if (!joinedOn) return [];
  return [{ kind: 'text', text: t('household:joiningChanges', { on: { date: joinedOn } }), tone: 'strong' }];
}

/** The day of a step that was earlier than the joining as it is known: the household had joined by then. */
function joinedEarlier(draft: Draft): IsoDate | undefined {
  const { on } = values(draft);
  return typeof on === 'string' && isBeforeJoining(draft, on) ? toIsoDate(on) : undefined;
}

const quiet = (text: Text): Block => ({ kind: 'text', text, tone: 'quiet' });

/** Step 4 and later need a plan; a step that is not for all needs a household; nothing happens before joining. */
function judge(judged: Judged): Judgement | undefined {
  const { before, slot, value } = judged;
  if (slot.step.id === 'on') return askJoining(judged);
  if (slot.step.id === 'together') return judgeCompany(judged);
  if (slot.step.id === 'wholeCenter' && value === false && isOfCenter(before))
    return refused(before, t('household:onlyWholeCenter'));
  if (slot.step.id !== 'step') return undefined;
  const step = stepOf(value) ?? 1;
  if (isOfCenter(before) && !centerSteps.some((one) => one === step))
    return refused(before, t('household:onlyWholeCenter'));
  const early = step >= managingStep && before.facts.hasPlan !== true && !isOfCenter(before);
  return early ? refused(before, problemText(problem('planFirst'))) : undefined;
}

/** A step before the joining is asked about: the household may have joined earlier than is known. */
function askJoining({ before, slot, value }: Judged): Judgement | undefined {
  if (!isBeforeJoining(before, String(value))) return undefined;
  if (before.asked?.key === slot.key && before.asked.candidates.includes(value)) return undefined;
  const misses = before.misses + 1;
  const offer = t('household:offerJoining', { on: { date: toIsoDate(String(value)) } });
  return {
    draft: { ...before, misses, asked: { key: slot.key, candidates: [value] } },
    notes: [beforeJoining(before), offer, ...helpAfter(misses)],
  };
}

const answers = z.object({
  step: z.string(),
  wholeCenter: z.boolean().optional(),
  reason: z.string().optional(),
  on: z.string(),
  classes: z.array(z.enum(debtorClasses)).optional(),
  together: z.string().optional(),
  note: z.string().optional(),
  photo: z.string().optional(),
});

function submit(draft: Draft): HouseholdsIntent {
  const {
    step: chosen,
    wholeCenter,
    reason,
    classes,
    on,
    together,
    note,
    photo,
  } = answers.parse(values(draft));
  const step = stepOf(chosen) ?? 1;
  const told: ToldStep = {
    on: toIsoDate(on),
    ...(together !== undefined && { together }),
    ...(note !== undefined && { note }),
    photos: photosIn(draft, photo),
  };
  const forAll = wholeCenter === true ? centerSteps.find((one) => one === step) : undefined;
  if (forAll)
    return { kind: 'logCenterStep', center: centerOf(draft), year: yearOf(draft), step: forAll, told };
  const kept: readonly DebtorClass[] | undefined = classes;
  const joinedOn = joinedEarlier(draft);
  return working(draft, {
    kind: 'logStep',
    step,
    told,
    ...(joinedOn && { joinedOn }),
    ...(kept && { classes: kept }),
    ...(reason !== undefined && { reason }),
  });
}

/** The photo that was asked for, and those that came with it or while another question was open. */
function photosIn(draft: Draft, photo: string | undefined): readonly string[] {
  const kept = walk(form, draft, derived)
    .slots.flatMap(({ key }) => evidenceOn(draft, key))
    .flatMap((evidence) => (evidence.kind === 'photo' ? [evidence.file] : []));
  return [...(photo === undefined ? [] : [photo]), ...kept];
}
