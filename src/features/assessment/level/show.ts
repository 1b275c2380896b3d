import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import { withoutPrompt } from '../../../kernel/ask/prompt.ts';
import { toMenu } from '../../../kernel/ask/toMenu.ts';
import { ask, type Turn } from '../../../kernel/asking.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { says } from '../../../kernel/feature.ts';
import type { Features } from '../../../kernel/features.ts';
import type { Context } from '../../../kernel/flow.ts';
import type { Person } from '../../../kernel/person.ts';
import { read } from '../../../kernel/reads.ts';
import { type Card, type Option, said, type Text, t } from '../../../kernel/reply.ts';
import { openButton } from '../../../kernel/report/openReport.ts';
import type { SeatNow } from '../../../kernel/report/seatNow.ts';
import { whereText } from '../../../kernel/report/where.ts';
import { officerName } from '../../../kernel/roleText.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import { may } from '../../../programme/people/actor.ts';
import { newestRevision } from '../../../programme/report/stage.ts';
import { seeHouseholds } from '../../household/index.ts';
import { assess } from '../deeds.ts';
import { workWithPlan } from '../plan/deeds.ts';
import { scoreOf } from '../rules/assessment.ts';
import { type AssessmentCase, assessmentRules } from '../rules/assessmentCase.ts';
import { caseOf, latestReport, type Newest, officialReport } from '../rules/newestReport.ts';
import { scoredForm } from '../versions.ts';
import { levelCard } from './card.ts';
import { earlierText, totalOf } from './total.ts';

/** The newest submitted report of the present year as a level card, or that there is none yet. */
export function showLevel(
  person: Person,
  center: Center,
  cases: readonly AssessmentCase[],
  context: Context,
  present: FiscalYear,
): Turn {
  const official = officialReport(cases, center.id, context.year);
  return official
    ? ask({ seat: read('seatNow', official.case) }, ({ seat }) =>
        shown(person, center, cases, context, { present, official: { ...official, seat } }),
      )
    : shown(person, center, cases, context, { present });
}

/** The report that stands, and who has the step that it, or a newer one, waits for. */
type Official = Newest & { readonly seat: SeatNow | undefined };

function shown(
  person: Person,
  center: Center,
  cases: readonly AssessmentCase[],
  { year, features }: Context,
  { present, official }: { readonly present: FiscalYear; readonly official?: Official },
): Decision {
  const card = official && cardOf(center, official, features);
  const history: Option = {
    label: t('level:history'),
    tap: { kind: 'act', flow: 'level', act: 'history', value: center.id },
  };
  const changes: Option = {
    label: t('commands:changes'),
    tap: { kind: 'act', flow: 'level', act: 'changes', value: `${year} ${center.id}` },
  };
  return {
    person: withoutPrompt(person),
    reply: {
      messages: [
        card ? { kind: 'card', card } : { kind: 'text', text: notAssessed(center, cases, year, features) },
      ],
      options: [
        // The commands are of the year that new reports belong to.
        ...(year === present ? begin(person, center, official === undefined) : []),
        ...(official ? [changes] : []),
        // Earlier and later revisions are read from there.
        ...(official && official.case.revisions.length > 1
          ? [openButton(t('report:open'), official.case.id)]
          : []),
        ...[history, ...households(person, center), toMenu],
      ],
    },
    audits: [{ did: 'sawLevel', record: official?.case.id ?? center.id, scope: scopeOfCenter(center) }],
  };
}

/** The officer's next step where nothing was reported yet; else the plan, for the officer and the chair. */
function begin({ bindings }: Person, center: Center, isMissing: boolean): readonly Option[] {
  const [deed, command] = isMissing ? ([assess, 'assess'] as const) : ([workWithPlan, 'plan'] as const);
  return may(bindings, deed, scopeOfCenter(center)) ? [says(command)] : [];
}

/** The center's households, for who may see them. */
function households({ bindings }: Person, center: Center): readonly Option[] {
  if (center.householdTarget === 0 || !may(bindings, seeHouseholds, scopeOfCenter(center))) return [];
  return [
    { label: t('commands:debt'), tap: { kind: 'act', flow: 'household', act: 'center', value: center.id } },
  ];
}

function cardOf(center: Center, official: Official, features: Features): Card | undefined {
  const { case: made, revision } = official;
  const form = scoredForm(features, made.form);
  const { points } = revision.content;
  const score = scoreOf(form.scoring, points);
  const sent = t('level:submitted', {
    by: officerName(revision.byName, center.district),
    at: { instant: revision.at },
    receipt: revision.receipt,
  });
  const state = [sent, ...stateOf(official, features)];
  const view = { centerName: center.name, year: made.period.year, score, points, state };
  return score && levelCard(form, { ...view, score });
}

/** Whether it is certified; of a newer one, or one that is being made, that it is not yet, and where it is. */
function stateOf({ case: made, revision, seat }: Official, features: Features): readonly Text[] {
  const { locked, no } = revision;
  const where = whereText(made, assessmentRules, seat);
  if (!locked) return [t('level:notCertified', { where })];
  const certified = t('level:certified', { at: { instant: locked } });
  const newest = newestRevision(made);
  if (newest && newest.no > no) {
    const came = totalOf({ case: made, revision: newest }, features);
    return [certified, t('level:newer', { ...came, no: newest.no, where })];
  }
  const isChanged = made.holder !== undefined || made.revisions.at(-1)?.no !== no;
  return [certified, ...(isChanged ? [t('level:beingChanged')] : [])];
}

function notAssessed(
  { id, name }: Center,
  cases: readonly AssessmentCase[],
  year: FiscalYear,
  features: Features,
): readonly Text[] {
  const begun = caseOf(cases, id, year)?.holder;
  const before = latestReport(
    cases.filter(({ period }) => period.year < year),
    id,
  );
  return [
    t(begun ? 'level:begun' : 'level:notAssessed', { center: said(name), year }),
    ...(before ? [earlierText(before, features)] : []),
  ];
}
