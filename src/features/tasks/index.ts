import { areaTitle } from '../../kernel/area/text.ts';
import { type ChoiceRow, chooseReply, readChosen } from '../../kernel/ask/choose.ts';
import { missesOf, withoutPrompt } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import { type Start, startOf } from '../../kernel/duty/start.ts';
import { dutyNote, dutyText } from '../../kernel/duty/text.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Option, type Text, t } from '../../kernel/reply.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { urgencyOf } from '../../programme/duty/urgency.ts';
import { capacities } from '../../programme/people/actor.ts';
import { assessFlow } from '../assessment/index.ts';
import { householdFlow } from '../household/index.ts';
import { registryFlow } from '../registry/index.ts';
import { type AreaProgress, barOf, notDone, wholeOf } from '../summary/card.ts';
import { seeSummary } from '../summary/index.ts';
import { districtsOf } from '../summary/summaryReads.ts';
import { seeTasks } from './deeds.ts';
import { dutyReaders } from './reads.ts';

/** `งานค้าง`: what this person still owes, the most urgent first, each with a button that starts it. */
export const tasksFlow: Flow = {
  id: 'tasks',
  decide: (person, call, event, context) =>
    ask({ duties: read('dutiesOf', person) }, ({ duties }) => {
      const start = startMeant(call, duties, context);
      if (start) return taken[start.flow].decide(person, callOf(start), event, context);
      return duties.length === 0 ? nothingOwed(person) : listed(person, call, duties, context);
    }),
};

/** The flows in which duties are taken up. */
const taken = { assess: assessFlow, household: householdFlow, registry: registryFlow };
type Taken = Start & { readonly flow: keyof typeof taken };
const isTaken = (start: Start | undefined): start is Taken => start !== undefined && start.flow in taken;
const callOf = ({ act, value = '' }: Start): Call => ({ kind: 'act', act, value });

/** The duty that was tapped, or chosen by number or name. */
function startMeant(call: Call, duties: readonly Duty[], { today, wordings }: Context): Taken | undefined {
  const key = keyMeant(call, duties, (rows, text, data) => readChosen(text, data, rows, wordings), today);
  const duty = duties.find((one) => one.key === key);
  const start = duty && startOf(duty);
  return isTaken(start) ? start : undefined;
}

type Read = (
  rows: readonly ChoiceRow[],
  text: string,
  data: Extract<Call, { kind: 'answer' }>['data'],
) => ReturnType<typeof readChosen>;

function keyMeant(
  call: Call,
  duties: readonly Duty[],
  read: Read,
  today: Context['today'],
): string | undefined {
  if (call.kind === 'act') return call.act === 'start' ? call.value : undefined;
  if (call.kind !== 'answer' || call.event.kind !== 'text') return undefined;
  const chosen = read(duties.map(toRow(today)), call.event.text, call.data);
  return chosen.kind === 'one' ? chosen.id : undefined;
}

const toRow =
  (today: Context['today']) =>
  (duty: Duty): ChoiceRow => ({ id: duty.key, name: dutyText(duty), note: dutyNote(duty, today) });

function listed(person: Person, call: Call, duties: readonly Duty[], { today, year }: Context): Decision {
  const overdue = duties.filter((duty) => urgencyOf(duty, today) === 'overdue').length;
  return chooseReply(person, {
    flow: 'tasks',
    act: 'start',
    heading: t('tasks:heading', { count: duties.length, year }),
    lead: overdue > 0 ? [t('tasks:overdue', { count: overdue })] : [],
    rows: duties.map(toRow(today)),
    page: call.kind === 'act' && call.act === 'more' ? Number(call.value) : 0,
    misses: call.kind === 'answer' ? missesOf(call.data) + 1 : 0,
  });
}

const scopesSeen = (person: Person): readonly Scope[] =>
  capacities(person.bindings, seeSummary).map(({ scope }) => scope);

/** Nothing waits; who oversees others sees who is not done. */
function nothingOwed(person: Person): Turn {
  const seen = scopesSeen(person);
  if (seen.length === 0) return noneOwed(person, [], [toMenu]);
  const summary: Option = { label: t('commands:summary'), tap: { kind: 'say' } };
  const wants = { standings: read('standingsOf', seen), centers: read('centersIn', districtsOf(seen)) };
  return ask(wants, (found) => {
    const progress = seen.flatMap((area) => progressOf({ area, ...found }));
    return noneOwed(person, progress, [summary, toMenu]);
  });
}

const noneOwed = (person: Person, progress: readonly Text[], options: readonly Option[]): Decision => ({
  person: withoutPrompt(person),
  reply: { messages: [{ kind: 'text', text: [t('tasks:none'), ...progress] }], options },
});

function progressOf(view: AreaProgress): readonly Text[] {
  const whole = wholeOf(view);
  const late = notDone(view);
  if (!whole) return [];
  const { value: assessed, of } = barOf(whole);
  return [t('tasks:progress', { area: areaTitle(view.area), assessed, of }), ...(late ? [late] : [])];
}

export const tasks: Feature = {
  id: 'tasks',
  flow: tasksFlow,
  deeds: [seeTasks],
  commands: { tasks: {} },
  menu: [{ command: 'tasks', place: 10, deed: seeTasks }],
  startedBy: 'tasks',
  open: ({ store }) => ({ readers: dutyReaders(store) }),
};
