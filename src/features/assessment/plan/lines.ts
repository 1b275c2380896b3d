import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import { type ChoiceRow, chooseReply } from '../../../kernel/ask/choose.ts';
import { tell } from '../../../kernel/ask/tell.ts';
import { centerYearKey } from '../../../kernel/centerYear.ts';
import type { Decision } from '../../../kernel/decision.ts';
import type { Person } from '../../../kernel/person.ts';
import { type Option, said, type Text, t } from '../../../kernel/reply.ts';
import { openButton } from '../../../kernel/report/openReport.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import { may } from '../../../programme/people/actor.ts';
import type { Newest } from '../rules/newestReport.ts';
import { carryPlan } from './deeds.ts';
import { lineText, noteText } from './lineText.ts';
import type { PlanOf } from './shownLine.ts';

type Shown = {
  readonly page?: number;
  readonly misses?: number;
  readonly options?: readonly Option[];
  readonly lead?: readonly Text[];
};

/** The plan's lines with their state, one of which can be chosen. */
export function showLines(person: Person, { center, found }: PlanOf, shown: Shown = {}): Decision {
  if (!found) return noPlan(person, center);
  const key = keyOf(center, found);
  const more = (page: number) =>
    ({ kind: 'act', flow: 'plan', act: 'lines', value: `${key}/${page}` }) as const;
  return {
    ...chooseReply(person, {
      flow: 'plan',
      act: 'line',
      heading: t('plan:heading', {
        ...doneOf(found),
        center: said(center.name),
        year: found.case.period.year,
      }),
      rows: linesOf({ center, found }),
      // Who only reads it may have come from there.
      ...(!mayCarry(person, center) && {
        buttons: () => [openButton(t('report:open'), found.case.id)],
      }),
      keep: { told: key, back: toList },
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

/** Shows the lines of a center's plan of a year. */
export const planButton = (center: string, year: FiscalYear): Option => ({
  label: t('plan:see'),
  tap: { kind: 'act', flow: 'plan', act: 'lines', value: centerYearKey(center, year) },
});

const keyOf = ({ id }: Center, { case: { period } }: Newest): string => centerYearKey(id, period.year);

/** The act that shows the list of centers again. */
const toList = 'choose';

export const mayCarry = (person: Person, center: Center): boolean =>
  may(person.bindings, carryPlan, scopeOfCenter(center));

/** The lines as they can be chosen, each under `<plan>/<line>`. */
export function linesOf({ center, found }: PlanOf): readonly ChoiceRow[] {
  if (!found) return [];
  const {
    case: { planStates, form },
    revision,
  } = found;
  return revision.content.plan.map((line, place) => ({
    id: `${keyOf(center, found)}/${place + 1}`,
    name: lineText(form, line),
    note: noteText(line, planStates[place + 1]),
  }));
}

const noPlan = (person: Person, center: Center): Decision =>
  tell(person, [t('plan:notYet', { center: said(center.name) })]);
