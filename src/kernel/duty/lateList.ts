import type { Duty } from '../../programme/duty/duty.ts';
import type { Context } from '../flow.ts';
import { type Block, said, type Text, t } from '../reply.ts';
import { byDueAndName, type DutyGroup, districtOf, groupDuties, placeOf } from './groups.ts';
import { dueText, dutyReport } from './text.ts';

/** Centers with a line of their own. */
const linesShown = 10;

/**
 * What is late with others, the most urgent first: a line for each center; where those are too many, one for each
 * district, so that a whole province fits.
 */
export function lateBlocks(
  late: readonly Duty[],
  context: Pick<Context, 'today' | 'year'>,
): readonly Block[] {
  const centers = groupDuties(late, placeOf);
  const districts = groupDuties(late, districtOf).toSorted(byDueAndName(([first]) => districtOf(first)));
  if (centers.length > linesShown && districts.length > 1)
    return [...districts.map((own) => warning(districtLine(own, context))), quiet(t('clock:lateHint'))];
  const rest = centers.length - linesShown;
  return [
    ...centers.slice(0, linesShown).map((own) => warning(centerLine(own, context))),
    quiet(rest > 0 ? t('clock:lateMore', { count: rest }) : t('clock:lateHint')),
  ];
}

export const lateTitle = (late: readonly Duty[]): Text =>
  t('clock:late', { count: groupDuties(late, placeOf).length });

/** Each report has its date where the dates are not the same. */
function centerLine(own: DutyGroup, { today, year }: Pick<Context, 'today' | 'year'>): Text {
  const [first] = own;
  const head = { name: first.name, district: districtOf(first) };
  const reportOf = (duty: Duty) => dutyReport(duty, year);
  const dueOf = (duty: Duty) => dueText(duty, today) ?? said('');
  if (own.every((duty) => isDueAlike(duty, first)))
    return t('clock:lateOf', { ...head, reports: own.map(reportOf), due: dueOf(first) });
  const reports = own.map((duty) => t('clock:lateReport', { report: reportOf(duty), due: dueOf(duty) }));
  return t('clock:lateReports', { ...head, reports });
}

/** Whether one word on the date is said for both. */
const isDueAlike = (one: Duty, other: Duty): boolean =>
  one.deadline?.due === other.deadline?.due && !one.step.chain === !other.step.chain;

function districtLine(own: DutyGroup, { today }: Pick<Context, 'today'>): Text {
  const [first] = own;
  return t('clock:lateIn', {
    district: districtOf(first),
    centers: t('clock:lateCenters', { count: groupDuties(own, placeOf).length }),
    reports: t('clock:lateCount', { count: own.length }),
    due: dueText(first, today) ?? said(''),
  });
}

const warning = (text: Text): Block => ({ kind: 'text', text, tone: 'warning' });
const quiet = (text: Text): Block => ({ kind: 'text', text, tone: 'quiet' });
