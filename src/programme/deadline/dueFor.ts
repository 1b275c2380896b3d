import { covers, type Scope, scopeKey } from '../area/areas.ts';
import type { IsoDate } from '../ids.ts';
import type { Period } from '../report/period.ts';
import type { DeadlineArea, DeadlineRule, NextDue } from './deadline.ts';
import type { DeadlineKind, DueKind } from './kind.ts';

/**
 * The rule that holds in an area. The nation's date is the base: it holds where nobody overrode it, however late it
 * was moved. Of the overrides that cover the area, a province's or a district's, the newest wins: so a province that
 * gives a date to all takes back what it gave one district before.
 */
export function ruleFor(
  rules: readonly DeadlineRule[],
  kind: DeadlineKind,
  period: Period,
  area: Scope,
): DeadlineRule | undefined {
  return rulesOf(rules, kind, period)
    .filter((rule) => covers(rule.area, area))
    .reduce<DeadlineRule | undefined>(
      (best, rule) => (best && !overrides(rule, best) ? best : rule),
      undefined,
    );
}

/** The date that holds in an area; none where it is not set. */
export const dueFor = (
  rules: readonly DeadlineRule[],
  kind: DeadlineKind,
  period: Period,
  area: Scope,
): IsoDate | undefined => ruleFor(rules, kind, period, area)?.due;

const narrowness: { readonly [K in DeadlineArea['kind']]: number } = { nation: 0, province: 1, district: 2 };

/** Of two rules for one area; of two that were set at the same instant the narrower one is meant. */
function overrides(one: DeadlineRule, other: DeadlineRule): boolean {
  const isBase = (rule: DeadlineRule) => rule.area.kind === 'nation';
  if (isBase(one) !== isBase(other)) return isBase(other);
  const newer = one.setAt.getTime() - other.setAt.getTime();
  return newer > 0 || (newer === 0 && narrowness[one.area.kind] > narrowness[other.area.kind]);
}

/** By when the next level has to report itself what a kind is for; nothing where it has no date of its own. */
export function nextDue(
  rules: readonly DeadlineRule[],
  { next }: DueKind,
  period: Period,
  area: DeadlineArea,
): NextDue | undefined {
  if (!next) return undefined;
  const level: DeadlineArea = area.kind === 'nation' ? area : { kind: 'province', province: area.province };
  const due = dueFor(rules, next, period, level);
  return due && { kind: next, due };
}

/** Whether the date that was set for just this area holds in all of it: otherwise to set it again changes something. */
export function holdsThroughout(
  rules: readonly DeadlineRule[],
  kind: DeadlineKind,
  period: Period,
  area: DeadlineArea,
): boolean {
  const same = rulesOf(rules, kind, period);
  const own = same.find((rule) => scopeKey(rule.area) === scopeKey(area));
  if (!own || ruleFor(rules, kind, period, area) !== own) return false;
  return area.kind === 'nation' || !same.some((rule) => covers(area, rule.area) && overrides(rule, own));
}

const rulesOf = (rules: readonly DeadlineRule[], kind: DeadlineKind, { year, part }: Period) =>
  rules.filter((rule) => rule.kind === kind && rule.year === year && rule.part === part);
