import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { byName } from '../../kernel/ask/byName.ts';
import { readChosen } from '../../kernel/ask/choose.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { missesOf } from '../../kernel/ask/prompt.ts';
import { type CenterQuestion, centerNotFound, whichCenter } from '../../kernel/ask/whichCenter.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Call, Context, Decision, Flow } from '../../kernel/flow.ts';
import { withoutDraft } from '../../kernel/form/openDraft.ts';
import { withFirst } from '../../kernel/form/question.ts';
import { openDraft, type Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { capacities } from '../../programme/people/actor.ts';
import { latestReport } from '../assessment/rules/newestReport.ts';
import { draftAbout, showLine, tellLine } from './line.ts';
import { linesOf, mayCarry, showLines } from './lines.ts';
import { lineText, stateText } from './lineText.ts';
import { planTalk } from './talk.ts';
import { readTold, type Told, toldIn } from './told.ts';

/** `แผน`: the lines of a center's development plan; the officer tells how they are carried out. */
export const planFlow: Flow = {
  id: 'plan',
  needs: (person) => ({ centersIn: scopesOf(person), casesIn: scopesOf(person) }),
  decide: (person, call, event, context) => {
    if (scopesOf(person).length === 0) return notAllowed(person, t('plan:who'));
    if (call.kind === 'event') return outcomeOf(person, call.event, context);
    if (call.kind === 'command' || call.act === 'choose' || call.act === 'more')
      return choose(person, call, context);
    const center = centerOf(call, context);
    if (!center) return centerNotFound(person);
    return ofCenter({ person, event, context }, call, center);
  },
};

const scopesOf = (person: Person) => capacities(person.bindings, 'seePlan').map(({ scope }) => scope);

function choose(person: Person, call: Call, context: Context): Decision {
  const which = whichCenter(person, call, questionFor(context), context);
  return which.kind === 'center' ? showLines(person, which.center, context) : which.decision;
}

function questionFor({ gathered: { centers, cases }, year }: Context): CenterQuestion {
  const planOf = ({ id }: Center) => latestReport(cases, id);
  const years = yearsOf(
    centers.flatMap((center) => planOf(center)?.case.year ?? []),
    year,
  );
  const rank = (center: Center) => (planOf(center) ? 0 : 1);
  return {
    flow: 'plan',
    act: 'choose',
    heading: t('plan:choose', { years: years.join(', ') }),
    centers: centers.toSorted((a, b) => rank(a) - rank(b) || byName(a, b)),
    note: (center) => {
      const found = planOf(center);
      if (!found) return t('plan:noPlan');
      const done = Object.values(found.case.planStates).filter(({ state }) => state === 'done').length;
      const row = { done, of: found.revision.report.plan.length };
      return years.length > 1 ? t('plan:rowOfYear', { ...row, year: found.case.year }) : t('plan:row', row);
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
type Turn = { readonly person: Person; readonly event: InboundEvent; readonly context: Context };

/** The center that a button or the open prompt names in front. */
function centerOf(call: Within, { gathered: { centers } }: Context): Center | undefined {
  const id = toldIn(call)?.split('/')[0];
  return centers.find((one) => one.id === id);
}

function ofCenter(turn: Turn, call: Within, center: Center): Decision {
  const { person, context } = turn;
  if (call.act === 'lines')
    return showLines(person, center, context, { page: Number(toldIn(call)?.split('/')[1] ?? 0) });
  if (call.act === 'line' && call.kind === 'answer') return readLine(turn, call, center);
  if (call.act !== 'line' && !mayCarry(person, center)) return notAllowed(person, t('plan:whoCarries'));
  const told = readTold(toldIn(call), context);
  return told ? chosen(turn, told) : showLines(person, center, context);
}

/** Who carries the plan out tells of the line; others read it. */
const chosen = ({ person, event, context }: Turn, told: Told): Decision =>
  mayCarry(person, told.center) ? tellLine(person, told, event, context) : showLine(person, told);

function readLine(turn: Turn, call: Extract<Call, { kind: 'answer' }>, center: Center): Decision {
  const { person, context } = turn;
  const found = latestReport(context.gathered.cases, center.id);
  const text = call.event.kind === 'text' ? call.event.text : '';
  const choice = readChosen(text, call.data, found ? linesOf(center, found) : [], context.wordings);
  const told = choice.kind === 'one' ? readTold(choice.id, context) : undefined;
  if (told) return chosen(turn, told);
  return showLines(person, center, context, { misses: missesOf(call.data) + 1 });
}

/** What became of a line's new state: said back with the plan as it is now. */
function outcomeOf(person: Person, event: InboundEvent, context: Context): Decision {
  const outcome = event.kind === 'outcome' && event.outcome.of === 'carryPlan' ? event.outcome : undefined;
  const center = context.gathered.centers.find(({ id }) => id === outcome?.center);
  if (!outcome || !center) return { person };
  const { result } = outcome;
  if (result.kind !== 'noted')
    return said(withoutTold(person, center), center, [t('plan:noSuchLine')], context);
  const told = readTold(`${center.id}/${result.line}`, context);
  const line = told ? lineText(told.plan) : t('plan:theLine');
  const note = t('plan:noted', { n: result.line, line, state: stateText(result.state) });
  const audits = [{ did: 'carriedPlan' as const, record: center.id, scope: scopeOfCenter(center) }];
  return { ...said(withoutTold(person, center, result.line), center, [note], context), audits };
}

/** The person without what they told of a line: it is kept, or there is no such line. */
function withoutTold(person: Person, center: Center, line?: number): Person {
  const open = openDraft(person);
  const draft = line === undefined ? open : draftAbout(person, { center, line });
  if (draft?.form !== planTalk.form.id) return person;
  const what = line === undefined ? 'deleted' : 'saved';
  return withoutDraft(person, draft.id, { draft: draft.id, what, center: center.id });
}

function said(
  person: Person,
  center: Center,
  notes: Parameters<typeof withFirst>[1],
  context: Context,
): Decision {
  const shown = showLines(person, center, context);
  return shown.reply ? { ...shown, reply: withFirst(shown.reply, notes) } : shown;
}
