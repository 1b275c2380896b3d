import type { Person } from '../../kernel/person.ts';
import type { Tick } from '../../kernel/tick.ts';
import { type Scope, scopeKey } from '../../programme/area/areas.ts';
import { bangkokDate } from '../../programme/calendar/calendar.ts';
import type { DeadlineRule } from '../../programme/deadline/deadline.ts';
import type { DueKind } from '../../programme/deadline/kind.ts';
import { closesOn, isWeeklySummaryDay } from '../../programme/deadline/summaryDays.ts';
import type { JobName } from '../../programme/job/job.ts';
import type { Role } from '../../programme/people/actor.ts';

/** Who gets summaries by the clock. */
export const summaryRoles: readonly Role[] = ['districtHead', 'province', 'director', 'provinceHead'];

/** The areas that a person gets summaries of, each once. */
export function summaryAreas({ bindings }: Pick<Person, 'bindings'>): readonly Scope[] {
  const own = bindings.filter(({ role }) => summaryRoles.includes(role)).map(({ scope }) => scope);
  return own.filter((scope, at) => own.findIndex((other) => scopeKey(other) === scopeKey(scope)) === at);
}

export const isSummary = (job: JobName): boolean => job === 'weekly-summary' || job === 'closing-summary';

/** The job of the tick, and what else falls on the same morning: it goes in the same message. */
export function jobsOfMorning(
  person: Person,
  tick: Tick,
  dues: readonly DueKind[],
  rules: readonly DeadlineRule[],
): readonly JobName[] {
  const day = bangkokDate(tick.at);
  const areas = summaryAreas(person);
  const closes = areas.some((area) => closesOn(dues, rules, area, day));
  const weekly: readonly JobName[] = areas.length > 0 && isWeeklySummaryDay(day) ? ['weekly-summary'] : [];
  const jobs = new Set<JobName>([tick.job, 'reminders', ...weekly, 'closing-summary']);
  return [...jobs].filter((job) => job !== 'closing-summary' || closes);
}
