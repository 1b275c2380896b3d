import { stepText } from '../../kernel/duty/text.ts';
import { type Block, type Text, t } from '../../kernel/reply.ts';
import { covers, type Scope } from '../../programme/area/areas.ts';
import { bangkokDate, daysBetween } from '../../programme/calendar/calendar.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { urgencyOf } from '../../programme/duty/urgency.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { signingRoles } from '../../programme/report/signSteps.ts';

/** What waits for the same signature in an area. */
type StepWait = {
  readonly step: Duty['step'];
  readonly reports: number;
  readonly overdue: number;
  /** Of which nothing can be signed at present, and until when the last of them. */
  readonly frozen: number;
  readonly until?: IsoDate;
  /** Since when the first of them waits. */
  readonly since: IsoDate;
};

/**
 * Who holds how many reports for how long: a line for each step, for those who stand in for its seats, and for each kind
 * of seat that is vacant, or whose holder left LINE. In the nation nobody is named.
 */
export function waitBlocks(area: Scope, waiting: readonly Duty[], today: IsoDate): readonly Block[] {
  const waits = new Map<string, StepWait>();
  for (const duty of waiting) {
    const { chain, act } = duty.step;
    if (!chain || !covers(area, duty.about)) continue;
    const deputies = area.kind === 'nation' ? [] : chain.deputies;
    const named = deputies.map(({ person }) => person).sort();
    const seat = chain.left ? 'left' : '';
    const key = [signingRoles.indexOf(chain.step.role), chain.step.act, act, seat, ...named].join(':');
    const step = { ...duty.step, chain: { ...chain, deputies } };
    waits.set(key, withDuty(waits.get(key), { ...duty, step }, bangkokDate(chain.since), today));
  }
  return [...waits]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, wait]) => ({
      kind: 'text',
      text: lineOf(wait, today),
      ...(wait.overdue > 0 && { tone: 'warning' }),
    }));
}

function withDuty(known: StepWait | undefined, duty: Duty, began: IsoDate, today: IsoDate): StepWait {
  const { reports } = duty.state;
  const isOverdue = urgencyOf(duty, today) === 'overdue';
  const until = [known?.until ?? [], duty.frozen?.until ?? []].flat().sort().at(-1);
  return {
    step: duty.step,
    reports: (known?.reports ?? 0) + reports,
    overdue: (known?.overdue ?? 0) + (isOverdue ? reports : 0),
    frozen: (known?.frozen ?? 0) + (duty.frozen ? reports : 0),
    ...(until && { until }),
    since: known && known.since < began ? known.since : began,
  };
}

function lineOf(wait: StepWait, today: IsoDate): Text {
  const { frozen: count, until } = wait;
  const line = waitText(wait, today);
  return until ? t('summary:waitsFrozen', { line, count, until: { date: until } }) : line;
}

function waitText({ step, reports, overdue, since }: StepWait, today: IsoDate): Text {
  const params = {
    step: stepText(step),
    reports: t('summary:lateReports', { count: reports }),
    count: daysBetween(since, today),
    overdue: overdue.toLocaleString('en'),
  };
  if (overdue > 0) return t('summary:waitsOverdue', params);
  return t(params.count > 0 ? 'summary:waits' : 'summary:waitsToday', params);
}
