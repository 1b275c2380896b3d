import { areaPath } from '../../kernel/area/path.ts';
import { areaTitle } from '../../kernel/area/text.ts';
import { clauses } from '../../kernel/clauses.ts';
import type { Audit } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, type Message, type Text, t } from '../../kernel/reply.ts';
import type { AreaFigures, SummaryFigures } from '../../kernel/summaryFigures.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { DeadlineRule } from '../../programme/deadline/deadline.ts';
import { closedOn } from '../../programme/deadline/summaryDays.ts';
import type { JobName } from '../../programme/job/job.ts';
import type { AreaStanding } from '../../programme/standing.ts';
import { barsOf, figureBlocks, nameBlocks, wholeOf } from '../summary/card.ts';
import type { SummaryFound } from '../summary/reads.ts';
import { sawSummary } from '../summary/saw.ts';
import { summaryAreas } from './morning.ts';

/** Areas with a bar of their own. */
const barsShown = 20;

type MorningFound = SummaryFound & { readonly rules: readonly DeadlineRule[] };

/** The summaries of a morning, one card for each of the person's areas. */
export function summaryMessages(
  person: Person,
  jobs: readonly JobName[],
  since: SummaryFigures,
  { rules, ...found }: MorningFound,
  context: Context,
): readonly Message[] {
  const day = context.today;
  const isClosing = jobs.includes('closing-summary');
  return summaryAreas(person)
    .map((area) => ({ area, closed: isClosing ? closedOn(rules, area, day) : [] }))
    .filter(({ closed }) => closed.length > 0 || jobs.includes('weekly-summary'))
    .slice(0, 2)
    .map(({ area, closed }) => summaryMessage(area, closed, since[areaPath(area)], found, context));
}

/** Which dates have passed, or that a week has. */
function headingOf(area: Scope, closed: readonly DeadlineRule[], year: Context['year']): Text {
  if (closed.length === 0) return t('clock:weekly', { area: areaTitle(area), year });
  const reports = closed
    .filter(({ kind, due }, at) => closed.findIndex((one) => one.kind === kind && one.due === due) === at)
    .map(({ kind, due }) => t('clock:closed', { report: t(`duty:kind.${kind}`), due: { date: due } }));
  return t('clock:closing', { area: areaTitle(area), year, reports });
}

function summaryMessage(
  area: Scope,
  closed: readonly DeadlineRule[],
  last: AreaFigures | undefined,
  found: SummaryFound,
  { year, today, isOpen }: Context,
): Message {
  const heading = headingOf(area, closed, year);
  const whole = wholeOf({ area, ...found });
  const view = { ...found, area, year, today, debtReports: [], isOpen: isOpen(year) };
  const blocks: readonly Block[] = [
    ...(whole ? changes(last, whole) : []),
    ...figureBlocks(view),
    ...barsOf(view).slice(0, barsShown),
    ...nameBlocks(view),
  ];
  return {
    kind: 'card',
    card: { heading, blocks, buttons: [{ label: t('commands:summary'), tap: { kind: 'say' } }] },
  };
}

/** What was added since the last summary that this person got. */
function changes(last: AreaFigures | undefined, now: AreaStanding): readonly Block[] {
  if (!last) return [];
  const figures = figuresIn(now);
  const on = { date: last.on };
  const more = (['assessed', 'joined', 'withResult'] as const).flatMap((name) => {
    const count = figures[name] - last[name];
    return count === 0 ? [] : [t(`clock:more.${name}`, { count })];
  });
  const text: Text =
    more.length > 0 ? t('clock:since', { on, changes: clauses(more) }) : t('clock:unchanged', { on });
  return [{ kind: 'text', text, tone: 'strong' }];
}

const figuresIn = ({ assessed, debt: { joined, withResult } }: AreaStanding) => ({
  assessed,
  joined,
  withResult,
});

/** What the summaries of today say, to be compared with the next ones. */
export function figuresOf(
  person: Person,
  { standings }: SummaryFound,
  { today }: Pick<Context, 'today'>,
): SummaryFigures {
  return Object.fromEntries(
    summaryAreas(person).flatMap((area) => {
      const whole = wholeOf({ area, standings });
      return whole ? [[areaPath(area), { on: today, ...figuresIn(whole) }] as const] : [];
    }),
  );
}

/** Who was shown the figures of which areas. */
export const sawSummaries = (person: Person, { year }: Pick<Context, 'year'>): readonly Audit[] =>
  summaryAreas(person).map((area) => sawSummary(area, year));
