import type { Draft } from '../../engine/draft.ts';
import { type Slot, walk } from '../../engine/walk.ts';
import { type FormTalk, type Suggestion, stepKey, valuesIn } from '../../kernel/form/talk.ts';
import { type Card, said, type Text, t } from '../../kernel/reply.ts';
import type { TextKey } from '../../kernel/textKey.ts';
import { endOfFiscalYear } from '../../programme/calendar/calendar.ts';
import { levelCard } from '../level/card.ts';
import {
  centerAssessment2565,
  centerAssessmentDerived,
  indicatorStep,
  registryFields,
} from './forms/centerAssessment2565.ts';
import { fieldName, generalCard, generalRow, showFields, typedOnCard } from './generalCard.ts';
import { indicatorCard } from './indicatorCard.ts';
import { correctionsIn, pointsIn, reportOf } from './report.ts';
import { indicators, type Points14, scoreOf } from './rules/assessment.ts';
import { centerName, centerOf, yearOf } from './subject.ts';

const form = centerAssessment2565;
const derived = centerAssessmentDerived;

/** The conversation of the yearly assessment. */
export const assessmentTalk: FormTalk = {
  form,
  derived,
  about: (draft) => t('assessment:about', { center: centerName(draft) }),
  short: (draft) => said(centerName(draft)),
  year: (draft) => yearOf(draft),
  titleParams: (_draft, slot) => planParams(slot),
  question: (view) => {
    if (view.slot.step.kind === 'choice' && view.slot.step.points) return indicatorCard(view);
    return view.slot.item?.of.id === 'corrections' && view.slot.step.id === 'field'
      ? generalCard(view)
      : undefined;
  },
  name,
  suggestion: suggest,
  explain: (slot) => (slot.step.number ? t(stepKey(form, slot.step, 'about')) : undefined),
  milestone: (before, after) => {
    const score = scoreOf(pointsIn(values(after)));
    if (!score || scoreOf(pointsIn(values(before)))) return undefined;
    return levelCard({
      centerName: centerName(after),
      year: yearOf(after),
      score,
      points: pointsIn(values(after)),
    });
  },
  summary: (draft) => [...scoreLine(draft), generalRow(draft)],
  typed: typedOnCard,
  act: (at, act) => (act === 'fields' ? showFields(at) : undefined),
  submit: (draft) => ({
    kind: 'submit',
    center: centerOf(draft),
    year: yearOf(draft),
    draft: draft.id,
    report: reportOf(walk(form, draft, derived).slots, draft),
    corrections: correctionsIn(values(draft)),
  }),
  release: (draft) => ({ kind: 'release', center: centerOf(draft), year: yearOf(draft), draft: draft.id }),
};

function scoreLine(draft: Draft): Card['blocks'] {
  const score = scoreOf(pointsIn(values(draft)));
  if (!score) return [];
  const { total, level, percent } = score;
  return [
    {
      kind: 'text',
      text: t('assessment:score', { total, level, percent: percent.toFixed(1) }),
      tone: 'strong',
    },
  ];
}

const values = (draft: Draft) => valuesIn({ form, derived }, draft);

function planParams(slot: Slot) {
  const n = planIndicator(slot);
  return n === undefined ? {} : { n, indicator: t(stepKey(form, { id: indicatorStep(n) }, 'title')) };
}

const shortNames = ['field', 'improve', 'opinion', 'together'] as const;

/** Corrections and plan lines by what they are about; other long questions by a few words. */
function name({ step }: Slot): Text | undefined {
  const short = shortNames.find((one) => one === step.id);
  if (short) return t(`assessment:name.${short}`);
  const field = registryFields.find((one) => one === step.id);
  if (field) return fieldName(field);
  const [, about = '', part = ''] = /^(plan\d+|keep)(Aim|Who|By)$/.exec(step.id) ?? [];
  const kind = planNames.get(part);
  if (!kind) return undefined;
  const of = about === 'keep' ? t('assessment:name.keep') : t('assessment:name.item', { n: about.slice(4) });
  return t(kind, { of });
}

const planNames: ReadonlyMap<string, TextKey> = new Map([
  ['Aim', 'assessment:name.aim'],
  ['Who', 'assessment:name.who'],
  ['By', 'assessment:name.by'],
]);

/** The indicator that a plan question is about. */
function planIndicator(slot: Slot): number | undefined {
  const n = Number(/^plan(\d+)/.exec(slot.step.id)?.[1] ?? Number.NaN);
  return indicators.includes(n) ? n : undefined;
}

/** What the plan questions propose: the next point's description, then who and by when as in the line before. */
function suggest(draft: Draft, slot: Slot): Suggestion | undefined {
  switch (slot.step.suggest) {
    case 'aim': {
      const n = planIndicator(slot);
      if (n === undefined) return { kind: 'text', text: t(stepKey(form, slot.step, 'suggestion')) };
      const points: Points14 = pointsIn(values(draft));
      const next = Math.min((points[n] ?? 1) + 1, 3);
      const description = t(stepKey(form, { id: indicatorStep(n) }, `options.${next}`));
      return { kind: 'text', text: t('assessment:reach', { points: next, description }) };
    }
    case 'who': {
      const last = lastOf(draft, 'Who');
      return last === undefined
        ? { kind: 'text', text: t(stepKey(form, slot.step, 'suggestion')) }
        : { kind: 'value', value: last };
    }
    case 'by':
      return { kind: 'value', value: lastOf(draft, 'By') ?? endOfFiscalYear(yearOf(draft)) };
    default:
      return undefined;
  }
}

/** The answer last given to a plan question of this kind. */
function lastOf(draft: Draft, ending: string): string | undefined {
  const entry = draft.log.findLast(
    (one) => one.do === 'answer' && /^(plan\d+|keep)/.test(one.key) && one.key.endsWith(ending),
  );
  return entry?.do === 'answer' && typeof entry.value === 'string' ? entry.value : undefined;
}
