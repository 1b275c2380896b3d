import type { Duty } from '../../domain/duty/duty.ts';
import type { JobName, ReminderReason } from '../../domain/job/job.ts';
import type { InboundEvent } from '../event.ts';
import type { Call, Context, Decision, Flow } from '../flow.ts';
import type { Person } from '../person.ts';
import type { Message, Option, Reply } from '../reply.ts';
import { mayTell, type Tick, type Told } from '../tick.ts';
import { jobsOf, type Waiting, waitsOf, withoutOlder } from '../waiting.ts';
import { isSummary, jobsOfMorning, summaryAreas } from './morning.ts';
import { overdueReply, remindedIn, remindersMessage } from './reminders.ts';
import { figuresOf, type SummedUp, sawSummaries, summaryMessages, summedUp } from './summaries.ts';
import { daysWith, remindedOf, toldOn } from './told.ts';

/**
 * What the clock tells a person in a morning: reminders and summaries of that day, in one message, and each once.
 * What there is to say is decided now, not when the run was planned; also of what waited for a reply.
 */
export const clockFlow: Flow = {
  id: 'clock',
  needs: (person, call, context) => {
    const event = tickIn(call);
    if (!event || refusal(person, event, context)) return {};
    const { tick } = event;
    return tick.job === 'manual-reminder'
      ? { duties: person }
      : { calls: { person, at: tick.at }, rules: true };
  },
  needsThen: (person, call, context) => {
    const event = tickIn(call);
    if (!event || refusal(person, event, context)) return undefined;
    if (!jobsToTell(person, event, context).some(isSummary)) return undefined;
    const areas = summaryAreas(person);
    return {
      standings: areas,
      forecasts: { areas, today: context.today },
      late: { areas, today: context.today },
      centersIn: areas.filter(({ kind }) => kind === 'district'),
    };
  },
  decide: (person, call, _event, context) => {
    const event = tickIn(call);
    return event ? tell(person, event, context) : { person };
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
): Pick<Told, 'state' | 'why'> | undefined {
  if (rides) return undefined;
  if (person.away) return { state: 'skipped', why: 'away' };
  // In a turn of the clock it is the time by the clock of the run.
  if (!mayTell(tick, now, quiet)) return { state: 'cancelled', why: 'missed' };
  if (!tick.again && toldOn(person, tick).includes(tick.job)) return { state: 'merged', why: 'sameDay' };
  return undefined;
}

function tell(person: Person, event: TickEvent, context: Context): Decision {
  const { id, tick, rides } = event;
  const ended = (state: Told['state'], why: ReminderReason) => ({ person, told: [{ id, state, why }] });
  const refused = refusal(person, event, context);
  if (refused) return { person, told: [{ id, ...refused }] };
  const jobs = jobsToTell(person, event, context);
  const since = tick.since ?? person.clock?.figures ?? {};
  const known = rides || tick.again ? [] : remindedOf(person, tick, context);
  const shown = summedUp(person, jobs, context);
  const reply = replyOf({ jobs, since, known, shown }, context);
  if (!reply) return known.length > 0 ? ended('merged', 'sameDay') : ended('skipped', 'done');
  const days = rides && person.clock ? person.clock.days : daysWith(person, tick, jobs, reply);
  if (!tick.push && !rides) {
    const waiting = [...person.waiting, ...waitsOf(`${id}:reply`, { kind: 'tick', tick })];
    return { ...ended('kept', 'quota'), person: { ...person, waiting, clock: { ...person.clock, days } } };
  }
  const { left, outdated } = withoutOlder(person.waiting, { ...tick, jobs });
  const hasSummary = jobs.some(isSummary);
  const figures = hasSummary && { figures: figuresOf(person, shown, context) };
  return {
    person: {
      ...person,
      waiting: rides ? person.waiting : left,
      clock: { ...person.clock, days, ...figures, options: rowsIn(reply) },
    },
    reply,
    ...(!rides && outdated.length > 0 && { told: outdated.map(newerCame) }),
    tick: { ...tick, jobs, ...(hasSummary && { since }) },
    audits: sawSummaries(shown, context),
  };
}

const newerCame = ({ id }: Waiting): Told => ({ id, state: 'merged', why: 'newer' });

/** What is decided already stays; else what falls on the same morning goes too, where it may be pushed. */
function jobsToTell(person: Person, { tick, rides }: TickEvent, context: Context): readonly JobName[] {
  if (rides || tick.again || !tick.push) return jobsOf(tick);
  const told = toldOn(person, tick);
  return jobsOfMorning(person, tick, context).filter((job) => !told.includes(job));
}

type ToTell = Required<Pick<Tick, 'jobs' | 'since'>> & {
  /** The keys of duties that need not be said again. */
  readonly known: readonly string[];
  readonly shown: readonly SummedUp[];
};

/** One message of each kind that there is something to say in. */
function replyOf({ jobs, since, known, shown }: ToTell, context: Context): Reply | undefined {
  const isNew = ({ key }: Duty) => !known.includes(key);
  if (jobs.includes('manual-reminder')) return overdueReply(context, isNew);
  const called = jobs.includes('reminders') ? context.gathered.calls : [];
  const calls = called.filter(({ duty }) => isNew(duty));
  const messages: readonly Message[] = [
    ...(calls.length > 0 ? [remindersMessage(remindedIn(calls), context)] : []),
    ...summaryMessages(shown, since, context),
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
