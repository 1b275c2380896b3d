import { capacities } from '../../domain/actor.ts';
import type { Center } from '../../domain/center.ts';
import { byName } from '../byName.ts';
import { readChosen } from '../choose.ts';
import type { InboundEvent } from '../event.ts';
import type { Call, Context, Decision, Flow } from '../flow.ts';
import { withFirst } from '../form/question.ts';
import { latestReport } from '../newestReport.ts';
import { notAllowed } from '../notAllowed.ts';
import type { Person } from '../person.ts';
import { missesOf } from '../prompt.ts';
import { t } from '../reply.ts';
import { scopeOfCenter } from '../scopeOfCenter.ts';
import { type CenterQuestion, centerNotFound, whichCenter } from '../whichCenter.ts';
import { carry } from './carry.ts';
import { linesOf, lineText, mayCarry, showLines, stateText } from './lines.ts';
import { readTold, toldIn } from './told.ts';

/** `แผน`: the lines of a center's development plan; the officer tells how they are carried out. */
export const planFlow: Flow = {
  id: 'plan',
  needs: (person) => ({ centersIn: scopesOf(person), casesIn: scopesOf(person) }),
  decide: (person, call, _event, context) => {
    if (scopesOf(person).length === 0) return notAllowed(person, t('plan:who'));
    if (call.kind === 'event') return outcomeOf(person, call.event, context);
    if (call.kind === 'command' || call.act === 'choose' || call.act === 'more')
      return choose(person, call, context);
    const center = centerOf(call, context);
    if (!center) return centerNotFound(person);
    return ofCenter(person, call, center, context);
  },
};

const scopesOf = (person: Person) => capacities(person.bindings, 'seePlan').map(({ scope }) => scope);

function choose(person: Person, call: Call, context: Context): Decision {
  const which = whichCenter(person, call, questionFor(context), context);
  return which.kind === 'center' ? showLines(person, which.center, context) : which.decision;
}

function questionFor({ gathered: { centers, cases }, year }: Context): CenterQuestion {
  const planOf = ({ id }: Center) => latestReport(cases, id);
  const rank = (center: Center) => (planOf(center) ? 0 : 1);
  return {
    flow: 'plan',
    act: 'choose',
    heading: t('plan:choose', { year }),
    centers: centers.toSorted((a, b) => rank(a) - rank(b) || byName(a, b)),
    note: (center) => {
      const found = planOf(center);
      if (!found) return t('plan:noPlan');
      const done = Object.values(found.case.planStates).filter(({ state }) => state === 'done').length;
      return t('plan:row', { done, of: found.revision.report.plan.length });
    },
    none: t('plan:noCenters'),
  };
}

type Within = Extract<Call, { kind: 'act' | 'answer' }>;

/** The center that a button or the open prompt names in front. */
function centerOf(call: Within, { gathered: { centers } }: Context): Center | undefined {
  const id = toldIn(call)?.split('/')[0];
  return centers.find((one) => one.id === id);
}

function ofCenter(person: Person, call: Within, center: Center, context: Context): Decision {
  if (call.act === 'lines')
    return showLines(person, center, context, { page: Number(toldIn(call)?.split('/')[1]) });
  if (!mayCarry(person, center)) return notAllowed(person, t('plan:whoCarries'));
  if (call.act === 'line' && call.kind === 'answer') return readLine(person, call, center, context);
  const told = readTold(toldIn(call), context);
  return told ? carry(person, call, told, context) : showLines(person, center, context);
}

function readLine(
  person: Person,
  call: Extract<Call, { kind: 'answer' }>,
  center: Center,
  context: Context,
): Decision {
  const found = latestReport(context.gathered.cases, center.id);
  const text = call.event.kind === 'text' ? call.event.text : '';
  const chosen = readChosen(text, call.data, found ? linesOf(center, found) : [], context.wordings);
  const told = chosen.kind === 'one' ? readTold(chosen.id, context) : undefined;
  if (told) return carry(person, { kind: 'act', act: 'line' }, told, context);
  return showLines(person, center, context, { misses: missesOf(call.data) + 1 });
}

/** What became of a line's new state: said back with the plan as it is now. */
function outcomeOf(person: Person, event: InboundEvent, context: Context): Decision {
  const outcome = event.kind === 'outcome' && event.outcome.of === 'carryPlan' ? event.outcome : undefined;
  const center = context.gathered.centers.find(({ id }) => id === outcome?.center);
  if (!outcome || !center) return { person };
  const { result } = outcome;
  if (result.kind !== 'noted') return said(person, center, [t('plan:noSuchLine')], context);
  const told = readTold(`${center.id}/${result.line}`, context);
  const line = told ? lineText(told.plan) : t('plan:theLine');
  const note = t('plan:noted', { n: result.line, line, state: stateText(result.state) });
  const audits = [{ did: 'carriedPlan' as const, record: center.id, scope: scopeOfCenter(center) }];
  return { ...said(person, center, [note], context), audits };
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
