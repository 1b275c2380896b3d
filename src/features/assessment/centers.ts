import type { DraftId } from '../../engine/ids.ts';
import type { ChoiceRow } from '../../kernel/ask/choose.ts';
import type { Context } from '../../kernel/flow.ts';
import { valuesIn } from '../../kernel/form/talk.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { said, type Text, t } from '../../kernel/reply.ts';
import { officerName } from '../../kernel/roleText.ts';
import type { Center } from '../../programme/center/center.ts';
import { pointsIn } from './report.ts';
import type { ReportCase } from './rules/reportCase.ts';
import { assessmentTalk } from './talk.ts';

/** The centers of an officer's districts with a mark each; what is begun first, what is done last. */
export function centersToAssess(person: Person, context: Context): readonly ChoiceRow[] {
  const { centers, cases } = context.gathered;
  return centers
    .map((center) => {
      const present = cases.find((one) => one.center === center.id && one.year === context.year);
      return { center, ...markOf(person, center, present, context) };
    })
    .sort((a, b) => a.rank - b.rank || a.center.name.localeCompare(b.center.name, 'th'))
    .map(({ center, mark }) => ({ id: center.id, name: said(center.name), note: mark }));
}

type Mark = { readonly rank: number; readonly mark: Text };

function markOf(
  person: Person,
  { district }: Center,
  present: ReportCase | undefined,
  context: Context,
): Mark {
  const submitted = present?.revisions.at(-1);
  if (submitted) return { rank: 3, mark: t('assessment:mark.submitted', { level: submitted.report.level }) };
  const holder = present?.holder;
  if (!holder) return { rank: 1, mark: t('assessment:mark.notBegun') };
  if (holder.person === person.id)
    return { rank: 0, mark: t('assessment:mark.mine', { n: answeredIn(person, holder.draft as DraftId) }) };
  const n = context.gathered.progress.get(holder.draft as DraftId) ?? 0;
  return { rank: 2, mark: t('assessment:mark.colleague', { n, name: officerName(holder.name, district) }) };
}

/** Indicators answered in an own draft. */
export function answeredIn(person: Person, id: DraftId): number {
  const draft = draftOf(person, id);
  return draft ? Object.keys(pointsIn(valuesIn(assessmentTalk, draft))).length : 0;
}
