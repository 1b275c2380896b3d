import type { Draft } from '../../engine/draft.ts';
import type { LeafStep } from '../../engine/form.ts';
import { type Slot, type Values, walk } from '../../engine/walk.ts';
import { type FormTalk, type Suggestion, stepKey, valuesIn } from '../../kernel/form/talk.ts';
import { whoAndBy } from '../../kernel/form/whoAndBy.ts';
import { type Card, said, type Text, t } from '../../kernel/reply.ts';
import type { TextKey } from '../../kernel/textKey.ts';
import { yearEndAhead } from '../../programme/calendar/calendar.ts';
import { correctableFields } from '../../programme/center/correction.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { assessmentDerived, indicatorStep, type ScoredForm } from './forms/assessmentForm.ts';
import { correctionsIn } from './general.ts';
import { fieldName, generalCard, generalRow, showFields, typedOnCard } from './generalCard.ts';
import { indicatorCard } from './indicatorCard.ts';
import { levelCard } from './level/card.ts';
import { typedNothing } from './nothing.ts';
import { pointsIn, reportOf } from './report.ts';
import { indicatorsOf, type PointsGiven, type Score, scoreOf } from './rules/assessment.ts';
import { severalPoints } from './severalPoints.ts';
import { centerName, centerOf, unitOf, yearOf } from './subject.ts';

/** The conversation of the yearly assessment, in one version of its form. */
export function createAssessmentTalk(form: ScoredForm): FormTalk {
  const derived = assessmentDerived(form);
  const values = (draft: Draft): Values => valuesIn({ form, derived }, draft);
  const points = (draft: Draft) => pointsIn(form, values(draft));
  const score = (draft: Draft) => scoreOf(form.scoring, points(draft));
  return {
    form,
    derived,
    about: (draft) => t('assessment:about', { center: centerName(draft) }),
    short: (draft) => said(centerName(draft)),
    year: (draft) => yearOf(draft),
    titleParams: (_draft, slot) => planParams(form, slot),
    question: (view) => {
      if (view.slot.step.kind === 'choice' && view.slot.step.points) return indicatorCard(form, view);
      return view.slot.item?.of.id === 'corrections' && view.slot.step.id === 'field'
        ? generalCard({ form, derived }, view)
        : undefined;
    },
    name: (slot) => name(form, slot),
    suggestion: (draft, slot, today) => suggest(form, points, { draft, slot, today }),
    explain: ({ step }) => (step.number ? explanation(form, step) : []),
    milestone: (before, after) => {
      const reached = score(after);
      if (!reached || score(before)) return undefined;
      const about = { centerName: centerName(after), year: yearOf(after) };
      return levelCard(form, { ...about, score: reached, points: points(after) });
    },
    summary: (draft) => [...scoreLine(score(draft)), generalRow({ form, derived }, draft)],
    several: (at, slot, text) => severalPoints(form, at, slot, text) ?? whoAndBy(at, slot, text),
    typed: (at, slot, text) => typedOnCard(at, slot, text) ?? typedNothing(at, slot, text),
    act: (at, act) => (act === 'fields' ? showFields(at) : undefined),
    reportsOn: unitOf,
    submit: (draft) => ({
      kind: 'submit',
      center: centerOf(draft),
      year: yearOf(draft),
      draft: draft.id,
      report: reportOf(form, walk(form, draft, derived).slots, draft),
      corrections: correctionsIn(values(draft)),
    }),
    release: (draft) => ({
      ...{ kind: 'release', center: centerOf(draft), year: yearOf(draft), draft: draft.id },
    }),
  };
}

/** What an indicator weighs, the definitions that it rests on, and what to give where no description is met. */
function explanation(form: ScoredForm, step: LeafStep): readonly Text[] {
  const own = `forms:${form.id}.${form.version}` as const;
  return [
    t(stepKey(form, step, 'about')),
    ...(step.definitions ?? []).map((name) => t(`${own}.definitions.${name}`)),
    t(`${own}.floor`),
  ];
}

function scoreLine(score: Score | undefined): Card['blocks'] {
  if (!score) return [];
  const { total, of, level, percent } = score;
  const text = t('assessment:score', { total, of, level, percent: percent.toFixed(1) });
  return [{ kind: 'text', text, tone: 'strong' }];
}

function planParams(form: ScoredForm, slot: Slot) {
  const n = planIndicator(form, slot);
  return n === undefined ? {} : { n, indicator: t(stepKey(form, { id: indicatorStep(n) }, 'title')) };
}

const shortNames = ['field', 'improve', 'opinion', 'together'] as const;

/** Corrections and plan lines by what they are about; other long questions by a few words. */
function name(form: ScoredForm, { step }: Slot): Text | undefined {
  const short = shortNames.find((one) => one === step.id);
  if (short) return t(`assessment:name.${short}`);
  if (step.beside) return t(stepKey(form, step, 'button'));
  const field = correctableFields.find((one) => one === step.id);
  if (field) return fieldName({ form }, field);
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
function planIndicator({ scoring }: ScoredForm, slot: Slot): number | undefined {
  const n = Number(/^plan(\d+)/.exec(slot.step.id)?.[1] ?? Number.NaN);
  return indicatorsOf(scoring).includes(n) ? n : undefined;
}

/** What the plan questions propose: what is to be done for the next point, then who and by when as in the line before. */
function suggest(
  form: ScoredForm,
  points: (draft: Draft) => PointsGiven,
  { draft, slot, today }: { readonly draft: Draft; readonly slot: Slot; readonly today: IsoDate },
): Suggestion | undefined {
  switch (slot.step.suggest) {
    case 'aim': {
      const n = planIndicator(form, slot);
      if (n === undefined) return { kind: 'text', text: t(stepKey(form, slot.step, 'suggestion')) };
      const aim = stepKey(form, { id: indicatorStep(n) }, `aims.${points(draft)[n] ?? 1}`);
      return { kind: 'text', text: t(aim) };
    }
    case 'who': {
      const last = lastOf(draft, 'Who');
      return last === undefined
        ? { kind: 'text', text: t(stepKey(form, slot.step, 'suggestion')) }
        : { kind: 'value', value: last };
    }
    case 'by': {
      const last = lastOf(draft, 'By');
      const isAhead = last !== undefined && last >= today;
      return { kind: 'value', value: isAhead ? last : yearEndAhead(yearOf(draft), today) };
    }
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
