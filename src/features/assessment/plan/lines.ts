import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import { type ChoiceRow, chooseReply } from '../../../kernel/ask/choose.ts';
import { tell } from '../../../kernel/ask/tell.ts';
import type { Decision } from '../../../kernel/decision.ts';
import type { Person } from '../../../kernel/person.ts';
import { type Option, said, t } from '../../../kernel/reply.ts';
import type { Center } from '../../../programme/center/center.ts';
import { may } from '../../../programme/people/actor.ts';
import type { AssessmentCase } from '../rules/assessmentCase.ts';
import { latestReport, type Newest } from '../rules/newestReport.ts';
import { carryPlan } from './deeds.ts';
import { lineText, noteText } from './lineText.ts';

type Shown = { readonly page?: number; readonly misses?: number; readonly options?: readonly Option[] };

/** The plan's lines with their state, one of which can be chosen. */
export function showLines(
  person: Person,
  center: Center,
  cases: readonly AssessmentCase[],
  shown: Shown = {},
): Decision {
  const found = latestReport(cases, center.id);
  if (!found) return noPlan(person, center);
  const more = (page: number) =>
    ({ kind: 'act', flow: 'plan', act: 'lines', value: `${center.id}/${page}` }) as const;
  return {
    ...chooseReply(person, {
      flow: 'plan',
      act: 'line',
      heading: t('plan:heading', {
        ...doneOf(found),
        center: said(center.name),
        year: found.case.period.year,
      }),
      rows: linesOf(center, found),
      keep: { told: center.id, back: toList },
      more,
      ...shown,
    }),
    audits: [{ did: 'sawPlan', record: found.case.id, scope: scopeOfCenter(center) }],
  };
}

/** How many of the plan's lines are done. */
export const doneOf = ({ case: { planStates }, revision }: Newest) => ({
  done: Object.values(planStates).filter(({ state }) => state === 'done').length,
  of: revision.content.plan.length,
});

/** The act that shows the list of centers again. */
const toList = 'choose';

export const mayCarry = (person: Person, center: Center): boolean =>
  may(person.bindings, carryPlan, scopeOfCenter(center));

/** The lines as they can be chosen, each under `<center>/<line>`. */
export function linesOf(
  center: Center,
  { case: { planStates, form }, revision }: Newest,
): readonly ChoiceRow[] {
  return revision.content.plan.map((line, place) => ({
    id: `${center.id}/${place + 1}`,
    name: lineText(form, line),
    note: noteText(line, planStates[place + 1]),
  }));
}

const noPlan = (person: Person, center: Center): Decision =>
  tell(person, [t('plan:notYet', { center: said(center.name) })]);
