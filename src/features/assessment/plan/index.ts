import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import { byName } from '../../../kernel/ask/byName.ts';
import { readChosen } from '../../../kernel/ask/choose.ts';
import { notAllowed } from '../../../kernel/ask/notAllowed.ts';
import { missesOf } from '../../../kernel/ask/prompt.ts';
import { toMenu } from '../../../kernel/ask/toMenu.ts';
import { type CenterQuestion, centerNotFound, whichCenter } from '../../../kernel/ask/whichCenter.ts';
import { ask, type Turn } from '../../../kernel/asking.ts';
import { centerYearKey } from '../../../kernel/centerYear.ts';
import type { Decision } from '../../../kernel/decision.ts';
import type { InboundEvent } from '../../../kernel/event.ts';
import { type Feature, says } from '../../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../../kernel/flow.ts';
import { withoutDraft } from '../../../kernel/form/openDraft.ts';
import { withFirst } from '../../../kernel/form/question.ts';
import type { Outcome } from '../../../kernel/intent.ts';
import { openDraft, type Person } from '../../../kernel/person.ts';
import { read } from '../../../kernel/reads.ts';
import { type Text, t } from '../../../kernel/reply.ts';
import { freezeAround } from '../../../kernel/report/freezeAround.ts';
import { frozenText } from '../../../kernel/report/frozen.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import { capacities } from '../../../programme/people/actor.ts';
import { latestReport } from '../rules/newestReport.ts';
import { carryPlan, seePlan, workWithPlan } from './deeds.ts';
import { draftAbout, showLine, tellLine } from './line.ts';
import { doneOf, linesOf, mayCarry, showLines } from './lines.ts';
import { lineText, stateText } from './lineText.ts';
import { lineNamedIn, lineOf, type PlanOf, type Plans, planOf, type ShownLine } from './shownLine.ts';
import { planTalk } from './talk.ts';

/** `แผน`: the lines of a center's development plan; the officer tells how they are carried out. */
export const planFlow: Flow = {
  id: 'plan',
  decide: (person, call, event, context) => {
    const scopes = scopesOf(person);
    if (scopes.length === 0) return notAllowed(person, t('plan:who'));
    const carried = outcomeIn(call);
    if (call.kind === 'event' && !carried) return { person };
    const wants = {
      centers: read('centersIn', scopes),
      cases: read('assessmentsIn', scopes, context.year),
      freezes: read('freezes'),
    };
    return ask(wants, (plans) => {
      const at = { person, event, context, plans };
      if (call.kind === 'event') return carried ? noted(at, carried) : { person };
      if (call.kind === 'command' || call.act === 'choose') return choose(at, call);
      const meant = planOf(lineNamedIn(call)?.split('/')[0], plans);
      return meant ? ofPlan(at, call, meant) : centerNotFound(person, plans.centers);
    });
  },
};

const scopesOf = (person: Person) => capacities(person.bindings, seePlan).map(({ scope }) => scope);

/** One event of one person, and the plans that it may be about. */
type At = {
  readonly person: Person;
  readonly event: InboundEvent;
  readonly context: Context;
  readonly plans: Plans;
};

const choose = (at: At, call: Call): Turn =>
  whichCenter(at.person, call, questionFor(at.plans, at.context), at.context, (center) =>
    showLines(at.person, planOf(center.id, at.plans) ?? { center }, { lead: frozenLead(at, center) }),
  );

/** Why nothing can be told of a plan at present, to who tells of it. */
function frozenLead({ person, context, plans }: At, center: Center): readonly Text[] {
  const freeze = mayCarry(person, center) ? freezeOf(center, plans, context) : undefined;
  return freeze ? [frozenText(freeze)] : [];
}

const freezeOf = ({ id, province, district }: Center, { freezes }: Plans, context: Context) =>
  freezeAround({ kind: 'center', province, district, center: id }, freezes, context);

function questionFor({ centers, cases }: Plans, { year }: Context): CenterQuestion {
  const reportOf = ({ id }: Center) => latestReport(cases, id);
  const years = yearsOf(
    centers.flatMap((center) => reportOf(center)?.case.period.year ?? []),
    year,
  );
  const rank = (center: Center) => (reportOf(center) ? 0 : 1);
  return {
    flow: 'plan',
    act: 'choose',
    heading: t('plan:choose', { years: years.join(', ') }),
    centers: centers.toSorted((a, b) => rank(a) - rank(b) || byName(a, b)),
    note: (center) => {
      const found = reportOf(center);
      if (!found) return t('plan:noPlan');
      const { done, of } = doneOf(found);
      const row = { done, count: of };
      return years.length > 1
        ? t('plan:rowOfYear', { ...row, year: found.case.period.year })
        : t('plan:row', row);
    },
    none: t('plan:noCenters'),
  };
}

/** The years of the plans that are there, which may be those of last year's reports. */
function yearsOf(plans: readonly FiscalYear[], present: FiscalYear): readonly FiscalYear[] {
  const years = [...new Set(plans)].toSorted((a, b) => a - b);
  return years.length > 0 ? years : [present];
}

type Within = Extract<Call, { kind: 'act' | 'answer' }>;

function ofPlan(at: At, call: Within, meant: PlanOf): Decision {
  const { person, plans } = at;
  if (call.act === 'lines')
    return showLines(person, meant, { page: Number(lineNamedIn(call)?.split('/')[1] ?? 0) });
  if (call.act === 'line' && call.kind === 'answer') return readLine(at, call, meant);
  if (call.act !== 'line' && !mayCarry(person, meant.center)) return notAllowed(person, t('plan:whoCarries'));
  const shown = lineOf(lineNamedIn(call), plans);
  return shown ? chosen(at, shown) : showLines(person, meant);
}

/** Who carries the plan out tells of the line; others read it, and so do all while it is frozen. */
function chosen({ person, event, context, plans }: At, shown: ShownLine): Decision {
  if (!mayCarry(person, shown.center)) return showLine(person, shown);
  const freeze = freezeOf(shown.center, plans, context);
  return freeze ? showLine(person, shown, [frozenText(freeze)]) : tellLine(person, shown, event, context);
}

function readLine(at: At, call: Extract<Call, { kind: 'answer' }>, meant: PlanOf): Decision {
  const { person, context, plans } = at;
  const text = call.event.kind === 'text' ? call.event.text : '';
  const choice = readChosen(text, call.data, linesOf(meant), context.wordings);
  const shown = choice.kind === 'one' ? lineOf(choice.id, plans) : undefined;
  if (shown) return chosen(at, shown);
  return showLines(person, meant, { misses: missesOf(call.data) + 1 });
}

type Carried = Extract<Outcome, { of: 'carryPlan' }>;

function outcomeIn(call: Call): Carried | undefined {
  const event = call.kind === 'event' ? call.event : undefined;
  return event?.kind === 'outcome' && event.outcome.of === 'carryPlan' ? event.outcome : undefined;
}

/** What became of a line's new state: said back with the plan as it is now. */
function noted({ person, plans }: At, { center, year, result }: Carried): Decision {
  const meant = planOf(centerYearKey(center, year), plans);
  if (!meant) return { person };
  // What was told of the line is kept with its draft.
  if (result.kind === 'frozen') return linesShown(person, meant, [frozenText(result)]);
  if (result.kind !== 'noted')
    return linesShown(withoutDraftOf(person, meant, year), meant, [t('plan:noSuchLine')]);
  const shown = lineOf(`${centerYearKey(center, year)}/${result.line}`, plans);
  const line = shown ? lineText(shown.form, shown.plan) : t('plan:theLine');
  const note = t('plan:noted', { n: result.line, line, state: stateText(result.state) });
  const audits = [{ did: 'carriedPlan' as const, record: center, scope: scopeOfCenter(meant.center) }];
  return { ...linesShown(withoutDraftOf(person, meant, year, result.line), meant, [note]), audits };
}

/** The person without the draft about a line: it is kept, or there is no such line. */
function withoutDraftOf(person: Person, { center }: PlanOf, year: FiscalYear, line?: number): Person {
  const about = line === undefined ? undefined : draftAbout(person, { center, year, line });
  // The line may have another number by now.
  const draft = about ?? openDraft(person);
  if (draft?.form !== planTalk.form.id) return person;
  const what = line === undefined ? 'deleted' : 'saved';
  return withoutDraft(person, draft.id, { draft: draft.id, what, center: center.id });
}

function linesShown(person: Person, meant: PlanOf, notes: Parameters<typeof withFirst>[1]): Decision {
  // After one line the others are on the card; what else is owed stands beside.
  const shown = showLines(person, meant, { options: [says('tasks'), toMenu] });
  return shown.reply ? { ...shown, reply: withFirst(shown.reply, notes) } : shown;
}

export const plan: Feature = {
  id: 'plan',
  flow: planFlow,
  deeds: [carryPlan, seePlan, workWithPlan],
  commands: { plan: { takesRest: 'name' } },
  menu: [{ command: 'plan', place: 70, deed: workWithPlan }],
  startedBy: 'plan',
  forms: [planTalk],
  outcomes: ['carryPlan'],
};
