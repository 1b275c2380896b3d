import { bangkokDate } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/ids.ts';
import type { JobName } from '../../domain/job/job.ts';
import type { InboundEvent } from '../event.ts';
import type { Context, Decision, Flow } from '../flow.ts';
import type { Person } from '../person.ts';
import type { Message, Option, Reply } from '../reply.ts';
import type { Tick, Told } from '../tick.ts';
import { jobsOfMorning, summaryAreas } from './morning.ts';
import { overdueReply, remindedIn, remindersMessage } from './reminders.ts';
import { figuresOf, summaryMessages } from './summaries.ts';

/**
 * What the clock tells a person in a morning: reminders and summaries of that day, in one message, and each once.
 * What there is to say is decided now, not when the run was planned.
 */
export const clockFlow: Flow = {
  id: 'clock',
  needs: (person, call, { today }) => {
    const event = call.kind === 'event' ? call.event : undefined;
    if (event?.kind !== 'tick') return {};
    if (event.tick.job === 'manual-reminder') return { duties: person };
    const areas = summaryAreas(person);
    return {
      calls: { person, at: event.tick.at },
      standings: areas,
      forecasts: { areas, today },
      rules: true,
      centersIn: areas.filter(({ kind }) => kind === 'district'),
    };
  },
  decide: (person, _call, event, context) =>
    event.kind === 'tick' ? tell(person, event, event.tick, context) : { person },
};

function tell(person: Person, { id }: InboundEvent, tick: Tick, context: Context): Decision {
  const day = bangkokDate(tick.at);
  const told = toldOn(person, day, tick);
  const ended = (state: Told['state'], why: NonNullable<Told['why']>): Told => ({
    id,
    state,
    why,
  });
  if (person.away) return { person, told: [ended('skipped', 'away')] };
  if (told.includes(tick.job)) return { person, told: [ended('merged', 'sameDay')] };
  const jobs = jobsOfMorning(person, tick, context).filter((job) => !told.includes(job));
  const reply = replyOf(person, jobs, context);
  if (!reply) return { person, told: [ended('skipped', 'done')] };
  const clock = {
    ...dayAfter(person, day, [...told, ...jobs], jobs, context),
    last: jobs,
    options: rowsIn(reply),
  };
  const after: Person = { ...person, clock };
  if (tick.push) return { person: after, reply };
  const waiting = [...after.waiting, { id: `${id}:reply`, reply }];
  return { person: { ...after, waiting }, told: [ended('kept', 'quota')] };
}

/** What was told that day; a message that is made anew did not go out. */
function toldOn({ clock }: Person, day: IsoDate, { again }: Tick): readonly JobName[] {
  if (clock?.day !== day) return [];
  return again ? clock.told.filter((job) => !clock.last?.includes(job)) : clock.told;
}

/** One message of each kind that there is something to say in. */
function replyOf(person: Person, jobs: readonly JobName[], context: Context): Reply | undefined {
  if (jobs.includes('manual-reminder')) return overdueReply(context);
  const calls = jobs.includes('reminders') ? context.gathered.calls : [];
  const messages: readonly Message[] = [
    ...(calls.length > 0 ? [remindersMessage(remindedIn(calls), context)] : []),
    ...summaryMessages(person, jobs, context),
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

function dayAfter(
  person: Person,
  day: IsoDate,
  told: readonly JobName[],
  jobs: readonly JobName[],
  context: Context,
): NonNullable<Person['clock']> {
  const hasSummary = jobs.some((job) => job !== 'reminders' && job !== 'manual-reminder');
  const figures = hasSummary ? figuresOf(person, context) : person.clock?.figures;
  return { day, told, ...(figures && { figures }) };
}
