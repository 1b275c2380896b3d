import { areaPath } from '../../kernel/area/path.ts';
import { areaTitle } from '../../kernel/area/text.ts';
import { clauses } from '../../kernel/clauses.ts';
import type { Audit } from '../../kernel/decision.ts';
import { reportName } from '../../kernel/due.ts';
import type { Context } from '../../kernel/flow.ts';
import { commandOfYear } from '../../kernel/ofYear.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, type Message, type Text, t } from '../../kernel/reply.ts';
import type { AreaFigures, SummaryFigures } from '../../kernel/summaryFigures.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { DeadlineRule } from '../../programme/deadline/deadline.ts';
import { closedOn } from '../../programme/deadline/summaryDays.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import type { JobName } from '../../programme/job/job.ts';
import type { AreaStanding } from '../../programme/standing.ts';
import { assessmentFigures } from '../assessment/index.ts';
import { debtFigures, reducedOrCleared } from '../household/index.ts';
import {
  barsOf,
  figureBlocks,
  nameBlocks,
  openWorkOf,
  type SummaryFound,
  sawSummary,
  wholeOf,
} from '../summary/index.ts';
import { summaryAreas } from './morning.ts';

/** Areas with a bar of their own. */
const barsShown = 20;
/** Areas of a year with a card of their own. */
const mostCards = 2;
/** All cards of a morning: LINE takes five messages at once, and one is for the reminders. */
const mostOfAll = 4;

/** An area that a morning's summaries are of, in a year, with the dates that have passed in it. */
export type SummedUp = {
  readonly area: Scope;
  readonly year: FiscalYear;
  readonly closed: readonly DeadlineRule[];
};

/** What the summaries of each year that is summed up are made of. */
export type FoundIn = ReadonlyMap<FiscalYear, SummaryFound>;

/**
 * The areas of which the jobs of a morning sum something up: of the newest year every week, of each open year once a
 * date of it has passed.
 */
export function summedUp(
  person: Person,
  jobs: readonly JobName[],
  rules: readonly DeadlineRule[],
  { today, year: newest, features: { dues } }: Pick<Context, 'today' | 'year' | 'features'>,
): readonly SummedUp[] {
  const isClosing = jobs.includes('closing-summary');
  const older = [...new Set(rules.map(({ year }) => year))].filter((year) => year !== newest);
  return [newest, ...older.sort((a, b) => b - a)].flatMap((year) => {
    const own = rules.filter((rule) => rule.year === year);
    const isWeekly = year === newest && jobs.includes('weekly-summary');
    return summaryAreas(person)
      .map((area) => ({ area, year, closed: isClosing ? closedOn(dues, own, area, today) : [] }))
      .filter(({ closed }) => closed.length > 0 || isWeekly);
  });
}

/** Those that are shown: an area without a center has nothing to sum up. */
export function shownOf(all: readonly SummedUp[], found: FoundIn): readonly SummedUp[] {
  const filled = all.filter(({ area, year }) => {
    const whole = wholeOf({ area, standings: found.get(year)?.standings ?? [] });
    return whole !== undefined && whole.centers.length > 0;
  });
  return [...new Set(filled.map(({ year }) => year))]
    .flatMap((year) => filled.filter((one) => one.year === year).slice(0, mostCards))
    .slice(0, mostOfAll);
}

/** The summaries of a morning, one card for each area of a year; only the newest year is compared with before. */
export const summaryMessages = (
  shown: readonly SummedUp[],
  since: SummaryFigures,
  found: FoundIn,
  context: Context,
): readonly Message[] =>
  shown.flatMap((one) => {
    const own = found.get(one.year);
    const last = one.year === context.year ? since[areaPath(one.area)] : undefined;
    return own ? [summaryMessage(one, last, own, context)] : [];
  });

/** Which dates have passed, or that a week has. */
function headingOf({ area, year, closed }: SummedUp): Text {
  if (closed.length === 0) return t('clock:weekly', { area: areaTitle(area), year });
  const reports = closed
    .filter(({ kind, due }, at) => closed.findIndex((one) => one.kind === kind && one.due === due) === at)
    .map(({ kind, due }) => t('clock:closed', { report: reportName(kind), due: { date: due } }));
  return t('clock:closing', { area: areaTitle(area), year, reports });
}

function summaryMessage(
  summed: SummedUp,
  last: AreaFigures | undefined,
  found: SummaryFound,
  { year: newest, today, isOpen, features: { summaryOf } }: Context,
): Message {
  const { area, year } = summed;
  const heading = headingOf(summed);
  const whole = wholeOf({ area, ...found });
  const view = {
    ...found,
    ...openWorkOf(found, year, newest),
    area,
    year,
    today,
    summaryOf,
    debtReports: [],
    isOpen: isOpen(year),
  };
  const blocks: readonly Block[] = [
    ...(whole ? changes(last, whole) : []),
    ...figureBlocks(view),
    ...barsOf(view).slice(0, barsShown),
    ...nameBlocks(view),
  ];
  return {
    kind: 'card',
    card: {
      heading,
      blocks,
      buttons: [{ label: commandOfYear('summary', year, newest), tap: { kind: 'say' } }],
    },
  };
}

/** What was added since the last summary that this person got. */
function changes(last: AreaFigures | undefined, now: AreaStanding): readonly Block[] {
  if (!last) return [];
  const figures = figuresIn(now);
  const on = { date: last.on };
  const more = (['assessed', 'reducedOrCleared', 'joined', 'withResult'] as const).flatMap((name) => {
    const count = figures[name] - (last[name] ?? figures[name]);
    return count === 0 ? [] : [t(`clock:more.${name}`, { count })];
  });
  const text: Text =
    more.length > 0 ? t('clock:since', { on, changes: clauses(more) }) : t('clock:unchanged', { on });
  return [{ kind: 'text', text, tone: 'strong' }];
}

function figuresIn({ figures }: AreaStanding) {
  const debt = debtFigures(figures);
  const { joined, withResult } = debt;
  const { assessed } = assessmentFigures(figures);
  return { assessed, reducedOrCleared: reducedOrCleared(debt), joined, withResult };
}

/**
 * What the summaries of today say, to be compared with the next ones; of one's areas that they do not show, what was
 * shown of them last stands.
 */
export function figuresOf(
  person: Person,
  shown: readonly SummedUp[],
  found: FoundIn,
  { today, year: newest }: Pick<Context, 'today' | 'year'>,
): SummaryFigures {
  const last = person.clock?.figures ?? {};
  const standings = found.get(newest)?.standings ?? [];
  const isShown = (path: string) =>
    shown.some(({ area, year }) => year === newest && areaPath(area) === path);
  return Object.fromEntries(
    summaryAreas(person).flatMap((area) => {
      const path = areaPath(area);
      const whole = isShown(path) ? wholeOf({ area, standings }) : undefined;
      const figures = whole ? { on: today, ...figuresIn(whole) } : last[path];
      return figures ? [[path, figures] as const] : [];
    }),
  );
}

/** Who was shown the figures of which areas. */
export const sawSummaries = (shown: readonly SummedUp[]): readonly Audit[] =>
  shown.map(({ area, year }) => sawSummary(area, year));
