import { areaName } from '../../kernel/area/text.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { covers, type Scope, scopeKey } from '../../programme/area/areas.ts';
import type { DeadlinePlace, DeadlineRule } from '../../programme/deadline/deadline.ts';
import { ruleFor } from '../../programme/deadline/dueFor.ts';
import type { IsoDate } from '../../programme/ids.ts';

/** So many areas are named; of a nation there may be many. */
const named = 5;

/** The areas within one where another date holds than in the rest of it, with that date; nothing where there is none. */
export function overridesText(
  rules: readonly DeadlineRule[],
  { kind, area, ...period }: DeadlinePlace,
): Text | undefined {
  const others = rules.filter(
    (rule) =>
      scopeKey(rule.area) !== scopeKey(area) &&
      covers(area, rule.area) &&
      ruleFor(rules, kind, period, rule.area) === rule,
  );
  if (others.length === 0) return undefined;
  const shown = others.slice(0, named).map(areaDue);
  const rest = others.length - shown.length;
  return t('common:list', {
    items: [...shown, ...(rest > 0 ? [t('deadline:andMore', { count: rest })] : [])],
  });
}

/** An area with its date, if it has one. */
export const areaDue = ({ area, due }: { readonly area: Scope; readonly due?: IsoDate | undefined }): Text =>
  t(area.kind === 'district' ? 'deadline:inDistrict' : 'deadline:inProvince', {
    area: areaName(area),
    due: due ? { date: due } : t('deadline:notSet'),
  });
