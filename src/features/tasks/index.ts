import { areaTitle } from '../../kernel/area/text.ts';
import { type ChoiceRow, chooseReply, readChosen } from '../../kernel/ask/choose.ts';
import { missesOf, settled } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { type Start, startOf } from '../../kernel/duty/start.ts';
import { dutyNote, dutyText } from '../../kernel/duty/text.ts';
import type { Call, Context, Decision, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Option, type Text, t } from '../../kernel/reply.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { urgencyOf } from '../../programme/duty/urgency.ts';
import { capacities } from '../../programme/people/actor.ts';
import { assessFlow } from '../assessment/index.ts';
import { householdFlow } from '../household/index.ts';
import { registryFlow } from '../registry/index.ts';
import { notDone, wholeOf } from '../summary/card.ts';

/** `งานค้าง`: what this person still owes, the most urgent first, each with a button that starts it. */
export const tasksFlow: Flow = {
  id: 'tasks',
  needs: (person) => {
    const seen = scopesSeen(person);
    const districts = seen.filter(({ kind }) => kind === 'district');
    return { duties: person, centersIn: districts, standings: seen };
  },
  needsThen: (person, call, context) => {
    const start = startMeant(call, context);
    if (!start) return undefined;
    const { needs } = taken[start.flow];
    return needs?.(person, callOf(start), context);
  },
  decide: (person, call, event, context) => {
    const start = startMeant(call, context);
    if (start) return taken[start.flow].decide(person, callOf(start), event, context);
    const { duties } = context.gathered;
    return duties.length === 0 ? nothingOwed(person, context) : listed(person, call, context);
  },
};

/** The flows in which duties are taken up. */
const taken = { assess: assessFlow, household: householdFlow, registry: registryFlow };
type Taken = Start & { readonly flow: keyof typeof taken };
const isTaken = (start: Start | undefined): start is Taken => start !== undefined && start.flow in taken;
const callOf = ({ act, value = '' }: Start): Call => ({ kind: 'act', act, value });

/** The duty that was tapped, or chosen by number or name. */
function startMeant(call: Call, { gathered: { duties }, today, wordings }: Context): Taken | undefined {
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

function listed(person: Person, call: Call, { gathered: { duties }, today, year }: Context): Decision {
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
  capacities(person.bindings, 'seeSummary').map(({ scope }) => scope);

/** Nothing waits; who oversees others sees who is not done. */
function nothingOwed(person: Person, context: Context): Decision {
  const seen = scopesSeen(person);
  const summary: Option = { label: t('commands:summary'), tap: { kind: 'say' } };
  return {
    person: settled(person),
    reply: {
      messages: [
        { kind: 'text', text: [t('tasks:none'), ...seen.flatMap((area) => progressOf(area, context))] },
      ],
      options: [...(seen.length > 0 ? [summary] : []), toMenu],
    },
  };
}

function progressOf(area: Scope, { gathered: { standings, centers } }: Context): readonly Text[] {
  const whole = wholeOf({ area, standings });
  const late = notDone({ area, standings, centers });
  if (!whole) return [];
  const { assessed, centers: of } = whole;
  return [t('tasks:progress', { area: areaTitle(area), assessed, of }), ...(late ? [late] : [])];
}
