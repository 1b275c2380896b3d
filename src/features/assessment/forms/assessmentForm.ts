import type { Form, LeafStep, Scoring, Test } from '../../../engine/form.ts';
import type { Derived } from '../../../engine/walk.ts';
import {
  type CorrectableField,
  correctableFields,
  correctionLimits,
} from '../../../programme/center/correction.ts';
import { planYearsAhead } from '../../../programme/planLimits.ts';
import { indicatorsOf } from '../rules/assessment.ts';

export const indicatorStep = (n: number): string => `i${n}`;
export const planSteps = (n: number) => ({ aim: `plan${n}Aim`, who: `plan${n}Who`, by: `plan${n}By` });
/** The line that says how the level is kept, asked when every indicator has full points. */
export const keepSteps = { aim: 'keepAim', who: 'keepWho', by: 'keepBy' } as const;

/** Below full points; an indicator without an answer asks for no plan yet. */
const belowFull = (n: number): Test => ({
  any: [{ is: [indicatorStep(n), '1'] }, { is: [indicatorStep(n), '2'] }],
});

const general = 'general';
const corrected = (field: CorrectableField): Test => ({ is: ['field', field] });

const corrections: readonly LeafStep[] = [
  { id: 'field', part: general, kind: 'choice', options: [...correctableFields] },
  {
    id: 'founded',
    part: general,
    kind: 'date',
    only: 'past',
    anyYear: true,
    yearAlone: true,
    ...correctionLimits.founded,
    when: corrected('founded'),
  },
  {
    id: 'chairName',
    part: general,
    kind: 'text',
    max: correctionLimits.name,
    letters: true,
    none: true,
    when: corrected('chairName'),
  },
  { id: 'chairPhone', part: general, kind: 'phone', when: corrected('chairPhone') },
  {
    id: 'committeeSize',
    part: general,
    kind: 'number',
    counts: 'people',
    ...correctionLimits.committeeSize,
    whole: true,
    when: corrected('committeeSize'),
  },
  {
    id: 'divisions',
    part: general,
    kind: 'text',
    names: true,
    none: true,
    max: correctionLimits.list,
    when: corrected('divisions'),
  },
  {
    id: 'memberFunds',
    part: general,
    kind: 'text',
    names: true,
    none: true,
    max: correctionLimits.list,
    when: corrected('memberFunds'),
  },
];

/** The question that corrects a field. */
export function correctionStep(id: CorrectableField): LeafStep {
  const step = corrections.find((one) => one.id === id);
  if (!step) throw new Error(`the form has no step ${id}`);
  return step;
}

/** What is special to an indicator: what its explanation defines, where its ranges begin, what is asked for beside it. */
type Particular = Pick<Extract<LeafStep, { kind: 'choice' }>, 'definitions' | 'timesFrom'> & {
  readonly evidence?: readonly Evidence[];
};
type Evidence =
  | ({ readonly id: string } & Pick<Extract<LeafStep, { kind: 'text' }>, 'kind' | 'max'>)
  | ({ readonly id: string } & Pick<Extract<LeafStep, { kind: 'money' }>, 'kind' | 'min' | 'max'>);

/** By the indicator's number. */
export type Particulars = { readonly [indicator: number]: Particular };

/** An indicator, and the evidence in words and figures that may be given beside it. */
function indicator(n: number, { evidence = [], ...particular }: Particular = {}): readonly LeafStep[] {
  const id = indicatorStep(n);
  return [
    {
      ...{ id, part: 'indicators', number: n },
      ...{ kind: 'choice', points: true, options: ['1', '2', '3'], ...particular },
    },
    ...evidence.map((one): LeafStep => ({ part: 'evidence', optional: true, beside: id, ...one })),
  ];
}

function planLine(
  ids: { aim: string; who: string; by: string },
  text: string,
  when: Test,
): readonly LeafStep[] {
  return [
    {
      id: ids.aim,
      text: `${text}Aim`,
      part: 'plan',
      kind: 'text',
      none: true,
      max: 500,
      suggest: 'aim',
      when,
    },
    {
      id: ids.who,
      text: `${text}Who`,
      part: 'plan',
      kind: 'text',
      none: true,
      max: 200,
      suggest: 'who',
      once: 'who',
      when,
    },
    {
      id: ids.by,
      text: `${text}By`,
      part: 'plan',
      kind: 'date',
      only: 'future',
      yearsAhead: planYearsAhead,
      suggest: 'by',
      once: 'by',
      when,
    },
  ];
}

/** A form whose points add up to a level. */
export type ScoredForm = Form & { readonly scoring: Scoring };

/** A version of the assessment: its questions follow from its indicators; their words are its own texts. */
export function assessmentForm(
  version: number,
  source: string,
  scoring: Scoring,
  particulars: Particulars,
): ScoredForm {
  const indicators = indicatorsOf(scoring);
  return {
    id: 'center-assessment',
    version,
    source,
    numbered: indicators.length,
    scoring,
    steps: [
      { id: 'corrections', part: general, kind: 'repeat', min: 0, max: 20, steps: [...corrections] },
      ...indicators.flatMap((n) => indicator(n, particulars[n])),
      { id: 'improve', part: 'opinions', kind: 'text', none: true, max: 2000, optional: true },
      { id: 'opinion', part: 'opinions', kind: 'text', none: true, max: 2000, optional: true },
      { id: 'together', part: 'opinions', kind: 'text', none: true, max: 500, optional: true },
      ...indicators.flatMap((n) => planLine(planSteps(n), 'plan', belowFull(n))),
      ...planLine(keepSteps, 'keep', { fact: 'fullPoints' }),
    ],
  };
}

export const assessmentDerived = ({ scoring }: ScoredForm): Derived => ({
  fullPoints: (values) => indicatorsOf(scoring).every((n) => values[indicatorStep(n)] === '3'),
});
