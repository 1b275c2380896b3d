import {
  byDueAndName,
  type DutyGroup,
  districtOf,
  groupDuties,
  placeOf as unitOf,
} from '../../kernel/duty/groups.ts';
import { dutyReport } from '../../kernel/duty/text.ts';
import type { Context } from '../../kernel/flow.ts';
import { type Block, type Text, t } from '../../kernel/reply.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { daysLate } from '../../programme/duty/stepDate.ts';
import type { LateWork } from './found.ts';

/** Areas with a line of their own; the rest is counted. */
const linesShown = 12;
const namesShown = 4;

/** Who is late with what, by the areas next below: centers of a district, districts, provinces of the nation. */
export function lateBlocks(
  area: Scope,
  late: readonly LateWork[],
  context: Pick<Context, 'today' | 'year'>,
): readonly Block[] {
  if (late.length === 0) return [];
  const places = groupDuties(
    late.map(({ duty }) => duty),
    keyIn(area),
  ).toSorted(byDueAndName((own) => placeOf(area, own)));
  // In the nation it is left to the provinces whom they ask.
  const names = new Map(area.kind === 'nation' ? [] : late.map(({ duty, who }) => [duty, who]));
  const rest = places.length - linesShown;
  return [
    { kind: 'title', text: headingOf(late.length, places.length) },
    ...places.slice(0, linesShown).map((own) => warning(lineOf(area, own, names, context))),
    ...(rest > 0 ? [warning(t('summary:lateMore', { count: rest }))] : []),
  ];
}

const headingOf = (reports: number, places: number): Text =>
  t('summary:late', {
    reports: t('summary:lateReports', { count: reports }),
    places: t('summary:latePlaces', { count: places }),
  });

const placeOf = (area: Scope, [first]: DutyGroup): string =>
  area.kind === 'district' ? first.name : keyIn(area)(first);

const keyIn =
  ({ kind }: Scope) =>
  (duty: Duty): string => {
    if (kind === 'nation') return duty.about.province;
    return kind === 'province' ? districtOf(duty) : unitOf(duty);
  };

function lineOf(
  area: Scope,
  own: DutyGroup,
  names: ReadonlyMap<Duty, readonly string[]>,
  context: Pick<Context, 'today' | 'year'>,
): Text {
  const place = placeOf(area, own);
  const reports = area.kind === 'district' ? reportsOf(own, context) : [countOf(own, context)];
  const params = { place, reports };
  const who = [...new Set(own.flatMap((duty) => names.get(duty) ?? []))];
  if (who.length === 0) return t('summary:lateIn', params);
  const rest = who.length - namesShown;
  const shown = who.slice(0, namesShown).join(', ');
  return t(rest > 0 ? 'summary:lateInByMore' : 'summary:lateInBy', { ...params, who: shown, rest });
}

/** How many there are; which ones is told further down. */
const countOf = (own: DutyGroup, context: Pick<Context, 'today' | 'year'>): Text =>
  t(own.length > 1 ? 'summary:lateCount' : 'summary:lateCountOne', {
    reports: t('summary:lateReports', { count: own.length }),
    count: daysOf(own[0], context),
  });

const daysOf = ({ deadline }: Duty, { today }: Pick<Context, 'today'>): number =>
  deadline ? daysLate(deadline, today) : 0;

/** Each kind of report with how many there are, and since when; said once where all were due on one day. */
function reportsOf(own: DutyGroup, context: Pick<Context, 'today' | 'year'>): readonly Text[] {
  const kinds = groupDuties(own, ({ kind, year, step }) =>
    [kind, year, step.act, step.chain?.step.id].join(':'),
  ).map(([first, ...others]) => {
    const report = dutyReport(first, context.year);
    const count = others.length + 1;
    return {
      text: count > 1 ? t('summary:lateReport', { report, count }) : report,
      days: daysOf(first, context),
    };
  });
  return kinds.map(({ text, days }, at) =>
    kinds[at + 1]?.days === days ? text : t('summary:lateSince', { report: text, count: days }),
  );
}

const warning = (text: Text): Block => ({ kind: 'text', text, tone: 'warning' });
