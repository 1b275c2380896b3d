import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import type { Message, Option, Reply } from '../../kernel/reply.ts';
import type { SummaryFigures } from '../../kernel/summaryFigures.ts';
import { mayTell, type SettledReminder, type Tick } from '../../kernel/tick.ts';
import { jobsOf, type Waiting, waitsOf, withoutOlder } from '../../kernel/waiting.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { DeadlineRule } from '../../programme/deadline/deadline.ts';
import type { DutyCall as ClockCall } from '../../programme/duty/calls.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import type { JobName, ReminderReason } from '../../programme/job/job.ts';
import { summaryReads } from '../summary/index.ts';
import { isSummary, jobsOfMorning, summaryAreas } from './morning.ts';
import { clockNoticed } from './notices.ts';
import { closedAt, remindedAt, summarised } from './recipients.ts';
import { overdueReply, remindedIn, remindersMessage } from './reminders.ts';
import {
  type FoundIn,
  figuresOf,
  type SummedUp,
  sawSummaries,
  shownOf,
  summaryMessages,
  summedUp,
} from './summaries.ts';
import { daysWith, remindedOf, toldOn } from './told.ts';

/**
 * What the clock tells a person in a morning: reminders and summaries of that day, in one message, and each once.
 * What there is to say is decided now, not when the run was planned; also of what waited for a reply.
 */
export const clockFlow: Flow = {
  id: 'clock',
  decide: (person, call, _event, context) => {
    const event = tickIn(call);
    if (!event) return { person };
    const refused = refusal(person, event, context);
    if (refused) return { person, settledReminders: [{ id: event.id, ...refused }] };
    return event.tick.job === 'manual-reminder'
      ? tellOverdue(person, event, context)
      : tellMorning(person, event, context);
  },
};

type TickEvent = InboundEvent & { readonly kind: 'tick' };

const tickIn = (call: Call): TickEvent | undefined =>
  call.kind === 'event' && call.event.kind === 'tick' ? call.event : undefined;

/** Why a tick is not told whatever there is to say; what rides along was let through before. */
function refusal(
  person: Person,
  { tick, rides }: TickEvent,
  { now, quiet }: Pick<Context, 'now' | 'quiet'>,
): Pick<SettledReminder, 'state' | 'why'> | undefined {
  if (rides) return undefined;
  if (person.away) return { state: 'skipped', why: 'away' };
  // In a turn of the clock it is the time by the clock of the run.
  if (!mayTell(tick, now, quiet)) return { state: 'cancelled', why: 'missed' };
  if (!tick.again && toldOn(person, tick).includes(tick.job)) return { state: 'merged', why: 'sameDay' };
  return undefined;
}

/** What an office orders to be told goes by itself. */
function tellOverdue(person: Person, event: TickEvent, context: Context): Turn {
  return ask({ duties: read('dutiesOf', person) }, ({ duties }) => {
    const unsaid = duties.filter(isUnsaid(person, event, context));
    const reply = overdueReply(unsaid, context);
    return tell(person, event, { jobs: jobsOf(event.tick), reply }, context);
  });
}

/** What falls on a morning: reminders, and summaries for who gets them. */
function tellMorning(person: Person, event: TickEvent, context: Context): Turn {
  const { tick } = event;
  const wants = { calls: read('clockCallsFor', person, tick.at), rules: read('openDueDates') };
  return ask(wants, ({ calls, rules }) => {
    const jobs = jobsToTell(person, event, rules, context);
    const isNew = isUnsaid(person, event, context);
    const reminders = jobs.includes('reminders') ? calls.filter(({ duty }) => isNew(duty)) : [];
    if (!jobs.some(isSummary))
      return tell(person, event, { jobs, reply: replyOf(reminders, [], context) }, context);
    const all = summedUp(person, jobs, rules, context);
    return withFound(yearsOf(all), summaryAreas(person), context, (found) => {
      const shown = shownOf(all, found);
      const summaries = summaryMessages(shown, sinceOf(person, tick), found, context);
      const reply = replyOf(reminders, summaries, context);
      const figures = figuresOf(person, shown, found, context);
      return tell(person, event, { jobs, reply, summaries: { shown, figures } }, context);
    });
  });
}

const yearsOf = (shown: readonly SummedUp[]): readonly FiscalYear[] => [
  ...new Set(shown.map(({ year }) => year)),
];

/** Goes on with what the summaries of each of these years are made of. */
function withFound(
  [year, ...others]: readonly FiscalYear[],
  areas: readonly Scope[],
  context: Context,
  goOn: (found: FoundIn) => Turn,
  known: FoundIn = new Map(),
): Turn {
  if (year === undefined) return goOn(known);
  return ask(summaryReads(areas, year, context.today), (found) =>
    withFound(others, areas, context, goOn, new Map([...known, [year, found]])),
  );
}

/** What is said now, if there is anything to say. */
type News = {
  readonly jobs: readonly JobName[];
  readonly reply: Reply | undefined;
  /** Where there are summaries: of what, and with which figures. */
  readonly summaries?: { readonly shown: readonly SummedUp[]; readonly figures: SummaryFigures };
};

function tell(
  person: Person,
  event: TickEvent,
  { jobs, reply, summaries }: News,
  context: Context,
): Decision {
  const { id, tick, rides } = event;
  const ended = (state: SettledReminder['state'], why: ReminderReason) => ({
    person,
    settledReminders: [{ id, state, why }],
  });
  if (!reply)
    return saidBefore(person, event, context).length > 0
      ? ended('merged', 'sameDay')
      : ended('skipped', 'done');
  const days = rides && person.clock ? person.clock.days : daysWith(person, tick, jobs, reply);
  if (!tick.push && !rides) {
    const waiting = [...person.waiting, ...waitsOf(`${id}:reply`, { kind: 'tick', tick })];
    return { ...ended('kept', 'quota'), person: { ...person, waiting, clock: { ...person.clock, days } } };
  }
  const { left, outdated } = withoutOlder(person.waiting, { ...tick, jobs });
  return {
    person: {
      ...person,
      waiting: rides ? person.waiting : left,
      clock: {
        ...person.clock,
        days,
        ...(summaries && { figures: summaries.figures }),
        options: rowsIn(reply),
      },
    },
    reply,
    ...(!rides && outdated.length > 0 && { settledReminders: outdated.map(newerCame) }),
    tick: { ...tick, jobs, ...(summaries && { since: sinceOf(person, tick) }) },
    audits: summaries ? sawSummaries(summaries.shown) : [],
  };
}

/** What the summaries before said. */
const sinceOf = ({ clock }: Person, { since }: Tick): SummaryFigures => since ?? clock?.figures ?? {};

/** The duties, by their keys, that need not be said again. */
const saidBefore = (person: Person, { tick, rides }: TickEvent, context: Context): readonly string[] =>
  rides || tick.again ? [] : remindedOf(person, tick, context);

function isUnsaid(person: Person, event: TickEvent, context: Context): (duty: Duty) => boolean {
  const said = saidBefore(person, event, context);
  return ({ key }) => !said.includes(key);
}

const newerCame = ({ id }: Waiting): SettledReminder => ({ id, state: 'merged', why: 'newer' });

/** What is decided already stays; else what falls on the same morning goes too, where it may be pushed. */
function jobsToTell(
  person: Person,
  { tick, rides }: TickEvent,
  rules: readonly DeadlineRule[],
  { features: { dues } }: Pick<Context, 'features'>,
): readonly JobName[] {
  if (rides || tick.again || !tick.push) return jobsOf(tick);
  const told = toldOn(person, tick);
  return jobsOfMorning(person, tick, dues, rules).filter((job) => !told.includes(job));
}

/** One message of each kind that there is something to say in. */
function replyOf(
  calls: readonly ClockCall[],
  summaries: readonly Message[],
  context: Context,
): Reply | undefined {
  const messages: readonly Message[] = [
    ...(calls.length > 0 ? [remindersMessage(remindedIn(calls), context)] : []),
    ...summaries,
  ];
  if (messages.length === 0) return undefined;
  return { messages, ...(calls.length > 0 && { asLongAs: calls.map(({ duty }) => duty.key) }) };
}

/** The buttons of the lines, whose labels may be typed. */
const rowsIn = ({ messages }: Reply): readonly Option[] =>
  messages.flatMap((message) =>
    message.kind === 'card'
      ? message.card.blocks.flatMap((block) => ('option' in block && block.option ? [block.option] : []))
      : [],
  );

export const clock: Feature = {
  id: 'clock',
  flow: clockFlow,
  events: ['tick'],
  notices: { alert: clockNoticed },
  tells: { reminders: remindedAt, 'weekly-summary': summarised, 'closing-summary': closedAt },
};
