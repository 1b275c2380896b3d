import { areaTitle } from '../../kernel/area/text.ts';
import { type ChoiceRow, chooseReply, readChosen } from '../../kernel/ask/choose.ts';
import { missesOf, withoutPrompt } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Start } from '../../kernel/duty/kind.ts';
import { startOf } from '../../kernel/duty/start.ts';
import { dutyNote, dutyText } from '../../kernel/duty/text.ts';
import { type Feature, says } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Block, type Option, type Text, t } from '../../kernel/reply.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { urgencyOf } from '../../programme/duty/urgency.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { capacities } from '../../programme/people/actor.ts';
import { type AreaProgress, barOf, districtsOf, notDone, seeSummary, wholeOf } from '../summary/index.ts';
import { seeTasks } from './deeds.ts';
import { dutyReaders } from './reads.ts';

/** `งานค้าง`: what this person still owes, the most urgent first, each with a button that starts it. */
export const tasksFlow: Flow = {
  id: 'tasks',
  decide: (person, call, event, context) =>
    ask({ duties: read('dutiesOf', person) }, ({ duties }) => {
      const meant = startMeant(call, duties, context);
      if (meant) {
        const { start, duty } = meant;
        const { year } = duty;
        return context.features.flowOf(start.flow).decide(person, callOf(start), event, { ...context, year });
      }
      return duties.length === 0 ? nothingOwed(person, context.year) : listed(person, call, duties, context);
    }),
};

const callOf = ({ act, value = '' }: Start): Call => ({ kind: 'act', act, value });

/** The duty that was tapped, or chosen by number or name, and where it is taken up. */
function startMeant(call: Call, duties: readonly Duty[], context: Context) {
  const read: Read = (rows, text, data) => readChosen(text, data, rows, context.wordings);
  const key = keyMeant(call, duties, read, context);
  const duty = duties.find((one) => one.key === key);
  const start = duty && startOf(duty, context);
  return start && { start, duty };
}

type Read = (
  rows: readonly ChoiceRow[],
  text: string,
  data: Extract<Call, { kind: 'answer' }>['data'],
) => ReturnType<typeof readChosen>;

function keyMeant(call: Call, duties: readonly Duty[], read: Read, context: Context): string | undefined {
  if (call.kind === 'act') return call.act === 'start' ? call.value : undefined;
  if (call.kind !== 'answer' || call.event.kind !== 'text') return undefined;
  const chosen = read(duties.map(toRow(context)), call.event.text, call.data);
  return chosen.kind === 'one' ? chosen.id : undefined;
}

const toRow =
  (context: Context) =>
  (duty: Duty): ChoiceRow => ({
    id: duty.key,
    name: dutyText(duty, context.year),
    note: dutyNote(duty, context),
  });

function listed(person: Person, call: Call, duties: readonly Duty[], context: Context): Decision {
  const { today, year } = context;
  const overdue = duties.filter((duty) => urgencyOf(duty, today) === 'overdue').length;
  return chooseReply(person, {
    flow: 'tasks',
    act: 'start',
    heading: t('tasks:heading', { count: duties.length, year }),
    lead: [...(overdue > 0 ? [t('tasks:overdue', { count: overdue })] : []), ...freezesOf(duties)],
    rows: duties.map(toRow(context)),
    page: call.kind === 'act' && call.act === 'more' ? Number(call.value) : 0,
    misses: call.kind === 'answer' ? missesOf(call.data) + 1 : 0,
  });
}

/** Why some of it can only be read, and until when; each reason once. */
const freezesOf = (duties: readonly Duty[]): readonly Text[] =>
  [
    ...new Map(
      duties.flatMap(({ frozen }) =>
        frozen ? [[`${frozen.from} ${frozen.until} ${frozen.by} ${frozen.reason}`, frozen] as const] : [],
      ),
    ).values(),
  ].map(frozenText);

/** What is most urgent of what a person owes, with the button that starts it. */
export function firstTask(duties: readonly Duty[], context: Context): readonly Block[] {
  const [duty, ...others] = duties;
  if (!duty) return [];
  const { id, name, note } = toRow(context)(duty);
  const start: Option = { label: name, tap: { kind: 'act', flow: 'tasks', act: 'start', value: id } };
  const all: Block = {
    kind: 'row',
    text: t('commands:tasks'),
    note: t('menu:owed', { count: duties.length }),
    option: says('tasks'),
  };
  return [
    { kind: 'row', text: name, ...(note && { note }), option: start },
    ...(others.length > 0 ? [all] : []),
  ];
}

const scopesSeen = (person: Person): readonly Scope[] =>
  capacities(person.bindings, seeSummary).map(({ scope }) => scope);

/** Nothing waits; who oversees others sees who is not done. */
function nothingOwed(person: Person, year: FiscalYear): Turn {
  const seen = scopesSeen(person);
  if (seen.length === 0) return noneOwed(person, [], [toMenu]);
  const summary: Option = { label: t('commands:summary'), tap: { kind: 'say' } };
  const wants = {
    standings: read('standingsOf', seen, year),
    centers: read('centersIn', districtsOf(seen)),
  };
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
  open: (parts) => ({ readers: dutyReaders(parts) }),
};
