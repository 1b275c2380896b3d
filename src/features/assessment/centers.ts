import type { DraftId } from '../../engine/ids.ts';
import type { ChoiceRow } from '../../kernel/ask/choose.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Context } from '../../kernel/flow.ts';
import { valuesIn } from '../../kernel/form/talk.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { said, type Text, t } from '../../kernel/reply.ts';
import { officerName } from '../../kernel/roleText.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { capacities } from '../../programme/people/actor.ts';
import type { AreaFreeze } from '../../programme/report/freeze.ts';
import { assess } from './deeds.ts';
import { indicatorsAnswered } from './report.ts';
import type { AssessmentCase } from './rules/assessmentCase.ts';
import { caseOf } from './rules/newestReport.ts';
import { indicatorsIn } from './versions.ts';

/** The areas in which a person assesses centers. */
export const scopesOf = ({ bindings }: Person): readonly Scope[] =>
  capacities(bindings, assess).map(({ scope }) => scope);

/** The centers where a person assesses, their cases of a year and of the year before, and what is frozen there. */
export type Assessed = {
  readonly centers: readonly Center[];
  readonly cases: readonly AssessmentCase[];
  readonly freezes: readonly AreaFreeze[];
};

/** Goes on with the center of an id, where the person assesses it. */
export const withCenter = (
  person: Person,
  id: string | undefined,
  goOn: (center: Center | undefined) => Turn,
): Turn =>
  ask({ centers: read('centersIn', scopesOf(person)) }, ({ centers }) =>
    goOn(centers.find((one) => one.id === id)),
  );

/** Goes on with the centers where the person assesses, and their cases. */
export function withCases(person: Person, year: FiscalYear, goOn: (assessed: Assessed) => Turn): Turn {
  const scopes = scopesOf(person);
  const wants = {
    centers: read('centersIn', scopes),
    cases: read('assessmentsIn', scopes, year),
    freezes: read('freezes'),
  };
  return ask(wants, goOn);
}

/** Goes on with those centers as they can be chosen. */
export const withRows = (
  person: Person,
  context: Context,
  goOn: (rows: readonly ChoiceRow[], assessed: Assessed) => Turn,
): Turn =>
  withCases(person, context.year, (assessed) =>
    ask({ progress: read('progressOf', assessed.cases) }, ({ progress }) =>
      goOn(centersToAssess(person, assessed, progress, context), assessed),
    ),
  );

/** Answered indicators by draft. */
type Progress = ReadonlyMap<DraftId, number>;

/** The centers of an officer's districts with a mark each; what is begun first, what is done last. */
function centersToAssess(
  person: Person,
  { centers, cases }: Assessed,
  progress: Progress,
  context: Context,
): readonly ChoiceRow[] {
  return centers
    .map((center) => {
      const present = caseOf(cases, center.id, context.year);
      return { center, ...markOf(person, center, present, progress, context) };
    })
    .sort((a, b) => a.rank - b.rank || a.center.name.localeCompare(b.center.name, 'th'))
    .map(({ center, mark }) => ({ id: center.id, name: said(center.name), note: mark }));
}

type Mark = { readonly rank: number; readonly mark: Text };

function markOf(
  person: Person,
  { district }: Center,
  present: AssessmentCase | undefined,
  progress: Progress,
  context: Context,
): Mark {
  const last = present?.revisions.at(-1);
  const holder = present?.holder;
  if (last && !last.ended) {
    const { level } = last.content;
    return { rank: 3, mark: t(`assessment:mark.${last.locked ? 'certified' : 'submitted'}`, { level }) };
  }
  if (last?.ended && !holder) return { rank: 0, mark: t(`assessment:mark.${last.ended.kind}`) };
  if (!holder) return { rank: 1, mark: t('assessment:mark.notBegun') };
  const draft = holder.draft as DraftId;
  const of = indicatorsIn(context.features, present.form.version);
  if (holder.person === person.id)
    return { rank: 0, mark: t('assessment:mark.mine', { n: answeredIn(person, draft, context), of }) };
  const name = officerName(holder.name, district);
  return { rank: 2, mark: t('assessment:mark.colleague', { n: progress.get(draft) ?? 0, of, name }) };
}

/** Indicators answered in an own draft. */
function answeredIn(person: Person, id: DraftId, { features }: Context): number {
  const draft = draftOf(person, id);
  return draft ? indicatorsAnswered(valuesIn(features.talkOf(draft), draft)) : 0;
}
