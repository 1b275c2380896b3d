import { areaTitle } from '../../kernel/area/text.ts';
import { reportName } from '../../kernel/due.ts';
import type { Context } from '../../kernel/flow.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { daysBetween } from '../../programme/calendar/calendar.ts';
import type {
  DeadlineArea,
  DeadlinePlace,
  DeadlineProblem,
  DeadlineWarning,
} from '../../programme/deadline/deadline.ts';
import { type DueKind, dueKindOf } from '../../programme/deadline/kind.ts';
import { rolesConcerned } from '../../programme/deadline/people.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { type Period, startOfPeriod } from '../../programme/report/period.ts';

/** What is due, with the quarter or month that it is about. */
export function nameText({ id, every }: DueKind, period: Period): Text {
  const name = reportName(id);
  const { part } = period;
  if (part === undefined) return name;
  return every === 'quarter'
    ? t('deadline:quarter', { name, part })
    : t('deadline:month', { name, month: { month: startOfPeriod(every, period) } });
}

/** A date and how far away it is. */
export function dueText(due: IsoDate | undefined, today: IsoDate): Text {
  if (!due) return t('deadline:notSet');
  const days = daysBetween(today, due);
  const date = { date: due };
  if (days === 0) return t('deadline:today', { due: date });
  if (days === 1) return t('deadline:tomorrow', { due: date });
  return days > 0
    ? t('deadline:inDays', { due: date, count: days })
    : t('deadline:over', { due: date, count: -days });
}

export const routeText = ({ from }: DueKind): Text => t(`deadline:route.${from}`);

/** Whose word a date is. */
export const setterText = ({ kind }: DeadlineArea): Text => t(`deadline:setFor.${kind}`);

type Known = Pick<Context, 'features'>;

/** The names of what a sentence about one date needs. */
export const placeParams = ({ kind, area, ...period }: DeadlinePlace, { features: { dues } }: Known) => ({
  name: nameText(dueKindOf(dues, kind), period),
  area: areaTitle(area),
});

/** Who hears of a new date. */
export function audienceText({ kind, area }: DeadlinePlace, { features: { dues } }: Known): Text {
  const roles = rolesConcerned(dueKindOf(dues, kind), area);
  if (!roles.includes('province')) return t('deadline:audience.district');
  return t(`deadline:audience.${roles.includes('officer') ? 'both' : 'province'}`);
}

export function warningText(warning: DeadlineWarning): Text {
  switch (warning.kind) {
    case 'laterThanNext': {
      const { kind, due } = warning.next;
      return t('deadline:warning.laterThanNext', { next: reportName(kind), due: { date: due } });
    }
    case 'past':
      return t('deadline:warning.past');
    default:
      return warning satisfies never;
  }
}

export function problemText(problem: DeadlineProblem): Text {
  switch (problem.code) {
    case 'outsidePeriod': {
      const { from, to } = problem.params;
      return t('deadline:problem.outsidePeriod', { from: { date: from }, to: { date: to } });
    }
    case 'areaTooSmall':
      return t('deadline:problem.areaTooSmall');
    default:
      return problem satisfies never;
  }
}
