import { z } from 'zod';
import type { Draft } from '../../../engine/draft.ts';
import { evidenceOn } from '../../../engine/review.ts';
import { walk } from '../../../engine/walk.ts';
import { valuesIn } from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { householdStepDerived as derived, householdStep as form } from '../forms/householdStep.ts';
import {
  type CenterStepNo,
  centerSteps,
  type DebtorClass,
  type DebtStep,
  debtorClasses,
  debtSteps,
  type ToldStep,
} from '../rules/steps.ts';
import { isBeforeJoining } from './joiningDay.ts';

/** What a draft tells of a step, once every question is answered. */
export type StepTold = {
  readonly step: DebtStep;
  readonly told: ToldStep;
  /** The same step, where it is logged for the whole center. */
  readonly forAll?: CenterStepNo;
  readonly classes?: readonly DebtorClass[];
  /** Why it is out of turn. */
  readonly reason?: string;
  /** The day of a step that was earlier than the joining as it is known: the household had joined by then. */
  readonly joinedOn?: IsoDate;
};

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

export const stepValues = (draft: Draft) => valuesIn({ form, derived }, draft);

export const stepOf = (value: unknown): DebtStep | undefined =>
  debtSteps.find((one) => String(one) === value);

export const isOfCenter = ({ subject }: Draft): boolean => subject.household === undefined;

export function stepTold(draft: Draft): StepTold | undefined {
  const { data } = answers.safeParse(stepValues(draft));
  const step = stepOf(data?.step);
  if (!data || !step) return undefined;
  const { wholeCenter, reason, on, classes, together, note, photo } = data;
  const forAll = wholeCenter === true ? centerSteps.find((one) => one === step) : undefined;
  return {
    step,
    told: {
      on: toIsoDate(on),
      ...(together !== undefined && { together }),
      ...(note !== undefined && { note }),
      photos: photosIn(draft, photo),
    },
    ...(forAll && { forAll }),
    ...(classes && { classes }),
    ...(reason !== undefined && { reason }),
    ...(isBeforeJoining(draft, on) && { joinedOn: toIsoDate(on) }),
  };
}

/** The photo that was asked for, and those that came with it or while another question was open. */
function photosIn(draft: Draft, photo: string | undefined): readonly string[] {
  const kept = walk(form, draft, derived)
    .slots.flatMap(({ key }) => evidenceOn(draft, key))
    .flatMap((evidence) => (evidence.kind === 'photo' ? [evidence.file] : []));
  return [...(photo === undefined ? [] : [photo]), ...kept];
}
