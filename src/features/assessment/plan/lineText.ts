import type { Attached } from '../../../engine/attached.ts';
import { optionText } from '../../../kernel/form/talk.ts';
import { said, type Text, t } from '../../../kernel/reply.ts';
import { parseIsoDate } from '../../../programme/calendar/calendar.ts';
import type { FormVersion } from '../../../programme/report/hash.ts';
import { indicatorStep } from '../forms/assessmentForm.ts';
import type { PlanLine } from '../rules/assessment.ts';
import type { PlanState } from '../rules/planState.ts';
import { planLine } from './form.ts';

/** What a line will do, and for which indicator of the form that the report was made with. */
export function lineText(
  { id, version }: FormVersion,
  { aim, indicator }: Pick<PlanLine, 'aim' | 'indicator'>,
): Text {
  if (indicator === undefined) return said(aim);
  const title = t(`forms:${id}.${version}.${indicatorStep(indicator)}.title`);
  return t('plan:line', { aim: said(aim), indicator: title });
}

/** The photos and then the documents that were sent of a line. */
export const evidenceIn = ({ evidence, documents = [] }: PlanState): readonly Attached[] => [
  ...evidence.map((file) => ({ kind: 'photo', file }) as const),
  ...documents.map((file) => ({ kind: 'file', ...file }) as const),
];

export function stateText(state: PlanState | undefined): Text {
  const label = optionText(planLine, { id: 'state' }, state?.state ?? 'notBegun');
  if (!state || state.state === 'notBegun') return label;
  const told = t('plan:stateOn', { state: label, on: { date: state.on } });
  const count = evidenceIn(state).length;
  return count > 0 ? t('common:withEvidence', { value: told, count }) : told;
}

/** How far a line is, who does it and by when. */
export const noteText = ({ who, by }: PlanLine, state: PlanState | undefined): Text =>
  t('plan:note', { state: stateText(state), who: said(who), by: dateText(by) });

export function dateText(by: string): Text {
  const date = parseIsoDate(by);
  return date ? t('common:date', { date: { date } }) : said(by);
}
