import { may } from '../../domain/actor.ts';
import type { PlanLine } from '../../domain/assessment.ts';
import { parseIsoDate } from '../../domain/calendar.ts';
import type { Center } from '../../domain/center.ts';
import type { PlanState } from '../../domain/plan.ts';
import { type ChoiceRow, chooseReply } from '../choose.ts';
import type { Context, Decision } from '../flow.ts';
import { centerAssessment2565 as form, indicatorStep } from '../forms/centerAssessment2565.ts';
import { latestReport, type Newest } from '../newestReport.ts';
import type { Person } from '../person.ts';
import { settled } from '../prompt.ts';
import { type Block, said, type Text, t } from '../reply.ts';
import { scopeOfCenter } from '../scopeOfCenter.ts';

type Shown = { readonly page?: number; readonly misses?: number };

/** The plan's lines with their state; who carries the plan out chooses one of them. */
export function showLines(
  person: Person,
  center: Center,
  { gathered }: Context,
  shown: Shown = {},
): Decision {
  const found = latestReport(gathered.cases, center.id);
  if (!found) return noPlan(person, center);
  const audits = [{ did: 'sawPlan' as const, record: found.case.id, scope: scopeOfCenter(center) }];
  const heading = t('plan:heading', { center: said(center.name), year: found.case.year });
  const rows = linesOf(center, found);
  if (!mayCarry(person, center)) {
    const blocks = rows.flatMap(({ name, note }, place) => readOnly(place + 1, name, note));
    const message = { kind: 'card' as const, card: { heading, blocks } };
    return { person: settled(person), reply: { messages: [message] }, audits };
  }
  const keep = { told: center.id };
  const more = (page: number) =>
    ({ kind: 'act', flow: 'plan', act: 'lines', value: `${center.id}/${page}` }) as const;
  return {
    ...chooseReply(person, { flow: 'plan', act: 'line', heading, rows, keep, more, ...shown }),
    audits,
  };
}

export const mayCarry = (person: Person, center: Center): boolean =>
  may(person.bindings, 'carryPlan', scopeOfCenter(center));

/** The lines as they can be chosen, each under `<center>/<line>`. */
export function linesOf(center: Center, { case: { planStates }, revision }: Newest): readonly ChoiceRow[] {
  return revision.report.plan.map((line, place) => ({
    id: `${center.id}/${place + 1}`,
    name: lineText(line),
    note: t('plan:note', {
      state: stateText(planStates[place + 1]),
      who: said(line.who),
      by: dateText(line.by),
    }),
  }));
}

/** What a line will do, and for which indicator. */
export function lineText({ aim, indicator }: PlanLine): Text {
  if (indicator === undefined) return said(aim);
  const title = t(`forms:${form.id}.${form.version}.${indicatorStep(indicator)}.title`);
  return t('plan:line', { aim: said(aim), indicator: title });
}

export function stateText(state: PlanState | undefined): Text {
  if (!state || state.state === 'notBegun') return t('plan:state.notBegun');
  const { on, evidence } = state;
  const told = t('plan:stateOn', { state: t(`plan:state.${state.state}`), on: { date: on } });
  return evidence.length > 0 ? t('common:withEvidence', { value: told, count: evidence.length }) : told;
}

function dateText(by: string): Text {
  const date = parseIsoDate(by);
  return date ? t('common:date', { date: { date } }) : said(by);
}

function readOnly(n: number, name: Text, note: Text | undefined): readonly Block[] {
  return [
    { kind: 'text', text: t('choose:row', { n, name }), tone: 'strong' },
    ...(note ? [{ kind: 'text', text: note, tone: 'quiet' } as const] : []),
  ];
}

function noPlan(person: Person, center: Center): Decision {
  const text = [t('plan:notYet', { center: said(center.name) })];
  return { person: settled(person), reply: { messages: [{ kind: 'text', text }] } };
}
