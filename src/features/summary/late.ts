import { reportName } from '../../kernel/due.ts';
import { byDueAndName, type DutyGroup, districtOf, groupDuties } from '../../kernel/duty/groups.ts';
import { type Block, type Text, t } from '../../kernel/reply.ts';
import { type Scope, scopeKey } from '../../programme/area/areas.ts';
import { daysBetween } from '../../programme/calendar/calendar.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import type { IsoDate } from '../../programme/ids.ts';
import type { LateWork } from './found.ts';

/** Areas with a line of their own; the rest is counted. */
const linesShown = 12;
const namesShown = 4;

/** Who is late with what, by the areas next below: centers of a district, districts, provinces of the nation. */
export function lateBlocks(area: Scope, late: readonly LateWork[], today: IsoDate): readonly Block[] {
  if (late.length === 0) return [];
  const places = groupDuties(
    late.map(({ duty }) => duty),
    keyIn(area),
  ).toSorted(byDueAndName((own) => placeOf(area, own)));
  const names = new Map(late.map(({ duty, who }) => [duty, who]));
  const rest = places.length - linesShown;
  return [
    { kind: 'title', text: t('summary:late', { reports: late.length, places: places.length }) },
    ...places.slice(0, linesShown).map((own) => warning(lineOf(area, own, names, today))),
    ...(rest > 0 ? [warning(t('summary:lateMore', { count: rest }))] : []),
  ];
}

const placeOf = (area: Scope, [first]: DutyGroup): string =>
  area.kind === 'district' ? first.name : keyIn(area)(first);

const keyIn =
  ({ kind }: Scope) =>
  (duty: Duty): string => {
    if (kind === 'nation') return duty.about.province;
    return kind === 'province' ? districtOf(duty) : scopeKey(duty.about);
  };

function lineOf(
  area: Scope,
  own: DutyGroup,
  names: ReadonlyMap<Duty, readonly string[]>,
  today: IsoDate,
): Text {
  const place = placeOf(area, own);
  const reports = area.kind === 'district' ? reportsOf(own, today) : [countOf(own, today)];
  const params = { place, reports };
  const who = [...new Set(own.flatMap((duty) => names.get(duty) ?? []))];
  // In the nation it is left to the provinces whom they ask.
  if (area.kind === 'nation' || who.length === 0) return t('summary:lateIn', params);
  const rest = who.length - namesShown;
  const shown = who.slice(0, namesShown).join(', ');
  return t(rest > 0 ? 'summary:lateInByMore' : 'summary:lateInBy', { ...params, who: shown, rest });
}

/** How many there are; which ones is told further down. */
const countOf = (own: DutyGroup, today: IsoDate): Text =>
  t('summary:lateCount', { count: own.length, days: daysLate(own[0], today) });

const daysLate = ({ deadline }: Duty, today: IsoDate): number =>
  deadline ? daysBetween(deadline.due, today) : 0;

/** Each kind of report with how many there are, and since when; said once where all were due on one day. */
function reportsOf(own: DutyGroup, today: IsoDate): readonly Text[] {
  const kinds = groupDuties(own, ({ kind }) => kind).map(([first, ...others]) => {
    const report = reportName(first.kind);
    const count = others.length + 1;
    return {
      text: count > 1 ? t('summary:lateReport', { report, count }) : report,
      days: daysLate(first, today),
    };
  });
  return kinds.map(({ text, days }, at) =>
    kinds[at + 1]?.days === days ? text : t('summary:lateSince', { report: text, days }),
  );
}

const warning = (text: Text): Block => ({ kind: 'text', text, tone: 'warning' });
