import { areaPath } from '../../kernel/area/path.ts';
import { areaName, areaTitle } from '../../kernel/area/text.ts';
import { byName } from '../../kernel/ask/byName.ts';
import type { ChoiceList, ChoiceRow } from '../../kernel/ask/choose.ts';
import { carried } from '../../kernel/ask/question.ts';
import type { Features } from '../../kernel/features.ts';
import { type Block, folded, type Option, said, type Text, t, unfolded } from '../../kernel/reply.ts';
import { covers, type Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import type { FiscalYear, IsoDate } from '../../programme/ids.ts';
import type { AreaFreeze } from '../../programme/report/freeze.ts';
import type { AreaStanding } from '../../programme/standing.ts';
import { assessmentFigures, levelIn } from '../assessment/index.ts';
import { type DebtReport, debtFigures, reducedOrCleared } from '../household/index.ts';
import { flagCounts, flagLines } from './flags.ts';
import { forecastBlocks } from './forecast.ts';
import type { AreaForecast, LateWork } from './found.ts';
import { frozenBlocks } from './frozen.ts';
import { lateBlocks } from './late.ts';
import { waitBlocks } from './waits.ts';

/** Names in the line of who is not done; the rest is counted. */
const namesShown = 12;

type SummaryView = {
  readonly area: Scope;
  readonly year: FiscalYear;
  /** The area's own figures and those of the areas next below it. */
  readonly standings: readonly AreaStanding[];
  /** Those of a district, for their names. */
  readonly centers: readonly Center[];
  /** Those of a district, for what their reports give to look at. */
  readonly debtReports: readonly DebtReport[];
  readonly forecasts: readonly AreaForecast[];
  readonly late: readonly LateWork[];
  /** What waits for a signature. */
  readonly waiting: readonly Duty[];
  readonly freezes: readonly AreaFreeze[];
  readonly today: IsoDate;
  /** What the features show of an area. */
  readonly summaryOf: Features['summaryOf'];
  /** Of a year that is closed nobody is late. */
  readonly isOpen: boolean;
  /** Whether all that there is to say is drawn; else what is to be seen at once. */
  readonly isWhole?: boolean;
};

/** How far an area is, and the areas next below it. */
export type AreaProgress = Pick<SummaryView, 'area' | 'standings' | 'centers'>;

/** The figures of an area, one line each, and the areas below it: those not done first, each to be looked into. */
export function summaryList(view: SummaryView, of?: string): ChoiceList {
  const { area } = view;
  const path = areaPath(area);
  const ofCenters = area.kind === 'district';
  const late = lateIn(view);
  const atOnce: readonly Block[] = [
    ...frozenBlocks(view.area, view.freezes, view.today),
    ...countedBlocks(view),
    ...waitBlocks(view.area, view.waiting, view.today).map(folded),
    // Of who is late it is drawn that there is somebody; the title of their lines would be one of the rows below.
    ...nameBlocks(view, late).map((block): Block => {
      if (block !== late[0]) return folded(block);
      return block.kind === 'title' ? { kind: 'text', text: block.text, tone: 'warning' } : block;
    }),
  ];
  const whole: Option = {
    label: t('summary:whole'),
    tap: { kind: 'act', flow: 'summary', act: 'whole', value: carried(of, path) },
  };
  return {
    flow: ofCenters ? 'level' : 'summary',
    act: ofCenters ? 'show' : 'area',
    heading: headingOf(view),
    ...(view.isWhole
      ? { blocks: [...figureBlocks(view), ...nameBlocks(view, late)] }
      : { blocks: atOnce, buttons: () => [whole] }),
    rows: below(view).map(ofCenters ? centerRow : areaRow),
    keep: { area: path },
    more: (page) => ({ kind: 'act', flow: 'summary', act: 'area', value: carried(of, `${path} ${page}`) }),
  };
}

/** The figure that is looked for comes first, so that it is seen in the chat's list and on a small screen. */
function headingOf(view: SummaryView): Text {
  const { area, year } = view;
  const heading = t('summary:heading', { area: areaTitle(area), year });
  const whole = wholeOf(view);
  return whole ? t('summary:figureFirst', { ...barOf(whole), heading }) : heading;
}

/** What is frozen, the figures of the area, one line each, and who holds its reports. */
export const figureBlocks = (view: SummaryView): readonly Block[] => [
  ...frozenBlocks(view.area, view.freezes, view.today),
  ...countedBlocks(view).map(unfolded),
  ...waitBlocks(view.area, view.waiting, view.today),
];

function countedBlocks(view: SummaryView): readonly Block[] {
  const whole = wholeOf(view);
  return whole ? view.summaryOf(whole, view.year) : [];
}

/** How much is late, then who with what. */
const lateIn = (view: SummaryView): readonly Block[] =>
  lateBlocks(
    view.area,
    view.late.filter(({ duty }) => covers(view.area, duty.about)),
    view,
  );

/** Who is not done, how far it will be, what to look at; last, since it is long, who is late. */
export function nameBlocks(view: SummaryView, late = lateIn(view)): readonly Block[] {
  const open = view.isOpen ? notDone(view) : undefined;
  return [
    ...(open ? [{ kind: 'text', text: open, tone: 'warning' } as const] : []),
    ...view.forecasts.filter(({ area }) => areaPath(area) === areaPath(view.area)).flatMap(forecastBlocks),
    ...(view.area.kind === 'district'
      ? flagLines(
          view.debtReports,
          view.centers.map(({ id, name }) => ({ center: id, name })),
        )
      : flagCounts(
          debtFigures(wholeOf(view)?.figures ?? {}).flags,
          below(view).map(({ name, figures }) => ({ name, flags: debtFigures(figures).flags })),
        )),
    ...late,
  ];
}

/** How far each area below is, those not done first. */
export const barsOf = (view: SummaryView): readonly Block[] =>
  below(view).map((standing) => ({ kind: 'bar', label: said(standing.name), ...barOf(standing) }));

/** The figures of the area itself. */
export function wholeOf({
  area,
  standings,
}: Pick<SummaryView, 'area' | 'standings'>): AreaStanding | undefined {
  return standings.find(({ scope }) => areaPath(scope) === areaPath(area));
}

/** Who is not done, by name; absent when everybody is. */
export function notDone(view: AreaProgress): Text | undefined {
  const names = below(view)
    .filter((standing) => !isDone(standing))
    .map(({ name }) => name);
  if (names.length === 0) return undefined;
  const shown = names.slice(0, namesShown).join(', ');
  const rest = names.length - namesShown;
  return rest > 0
    ? t('summary:notDoneAndMore', { names: shown, rest: count(rest) })
    : t('summary:notDone', { names: shown });
}

type Named = AreaStanding & { readonly name: string };

/** A view's areas are needed for its rows, names and remarks. */
const areasOf = new WeakMap<AreaProgress, readonly Named[]>();

function below(view: AreaProgress): readonly Named[] {
  const known = areasOf.get(view);
  if (known) return known;
  const { area, standings, centers } = view;
  const path = areaPath(area);
  const found = standings
    .filter(({ scope }) => covers(area, scope) && areaPath(scope) !== path)
    .map((standing) => ({ ...standing, name: nameOf(standing.scope, centers) }));
  const sorted = [found.filter((one) => !isDone(one)), found.filter(isDone)].flatMap((some) =>
    some.sort(byName),
  );
  areasOf.set(view, sorted);
  return sorted;
}

/** How many of its centers are assessed. */
export const barOf = ({
  figures,
  centers,
}: AreaStanding): { readonly value: number; readonly of: number } => ({
  value: assessmentFigures(figures).assessed,
  of: centers.length,
});

function isDone(standing: AreaStanding): boolean {
  const { value, of } = barOf(standing);
  return value >= of;
}

function nameOf(area: Scope, centers: readonly Center[]): string {
  const center = area.kind === 'center' ? centers.find(({ id }) => id === area.center) : undefined;
  return center?.name ?? areaName(area);
}

const count = (number: number): string => number.toLocaleString('en');

function centerRow({ scope, figures, name, centers }: Named): ChoiceRow {
  const level = levelIn(assessmentFigures(figures));
  const [only] = centers;
  const of = only?.center.householdTarget ?? 0;
  const done = reducedOrCleared(debtFigures(figures));
  const id = scope.kind === 'center' ? scope.center : areaPath(scope);
  const state = level ? t(`assessment:summary.level.${level}`) : t('summary:notAssessed');
  const isUnknown = only !== undefined && only.center.householdTarget === undefined;
  const ofTarget = of > 0 ? t('summary:centerRow', { state, done: count(done), of: count(of) }) : state;
  const note = isUnknown ? t('summary:centerRowTargetUnknown', { state }) : ofTarget;
  return { id, name: said(name), note };
}

const areaRow = (standing: Named): ChoiceRow => ({
  id: areaPath(standing.scope),
  name: said(standing.name),
  bar: barOf(standing),
});
