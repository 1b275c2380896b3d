import { judgeOf } from '../../../kernel/duty/readLate.ts';
import { retryKeyOf } from '../../../kernel/retryKey.ts';
import { bangkokDate } from '../../../programme/calendar/calendar.ts';
import type { PersonId } from '../../../programme/ids.ts';
import { mayInAll } from '../../../programme/people/actor.ts';
import { announcementReply, decodeContent } from '../content.ts';
import { sendAnnouncements } from '../deeds.ts';
import { languages, reservationOf, wantOf } from '../perform/startAnnouncement.ts';
import type { Announcement } from '../record/announcement.ts';
import type { Chunk } from '../record/chunk.ts';
import { isSilentFrom } from './callChunk.ts';
import type { SendingParts } from './parts.ts';
import type { Step } from './step.ts';

/** Whether its author may still announce to all of its audience. */
export async function isAuthorised({ store }: SendingParts, { by, content }: Announcement): Promise<boolean> {
  const [author] = await store.persons.read([by]);
  return (
    author !== undefined &&
    mayInAll(author.person.bindings, sendAnnouncements, decodeContent(content).audience.areas)
  );
}

/** Recipients are judged once more, the words are rendered in their language; a body is only called once it is kept. */
export async function beginningOf(
  parts: SendingParts,
  record: Announcement,
  { id, group, state }: Chunk,
): Promise<Extract<Step, { kind: 'begin' }>> {
  const { store, year, clock, render, quiet } = parts;
  const to = peopleOf(state);
  const content = decodeContent(record.content);
  const when = { year: await year(), today: bangkokDate(clock.now()) };
  const isMeant = await judgeOf(parts, content.audience, when);
  const found = new Map((await store.persons.read(to)).map(({ person }) => [person.id, person]));
  const isBlocked = (one: PersonId) => found.get(one)?.away === true;
  const isGone = (one: PersonId) => {
    const person = found.get(one);
    return !person || person.lineUser === '' || !isMeant(person);
  };
  const granted = await grantedTo(parts, record);
  return {
    kind: 'begin',
    chunk: id,
    body: JSON.stringify(render(announcementReply(content), languages[group] ?? 'th')),
    key: retryKeyOf(`${reservationOf(record.id)}:${id}`),
    silent: isSilentFrom(clock.now(), quiet),
    blocked: to.filter(isBlocked),
    skipped: to.filter((one) => !isBlocked(one) && isGone(one)),
    kept: to.filter((one) => !granted.has(one)),
  };
}

/**
 * To whom of those who still wait a push may go. What was reserved at the start has lapsed after a day, and with the
 * month; then it is reserved anew, in the month of the call.
 */
const grantedTo = ({ pushes }: SendingParts, { id, chunks }: Announcement): Promise<ReadonlySet<string>> => {
  const waiting = chunks.flatMap(({ state }) =>
    state.kind === 'waiting' || state.kind === 'calling' ? state.to : [],
  );
  return pushes.reserve(reservationOf(id), waiting.map(wantOf));
};

const peopleOf = (state: Chunk['state']): readonly PersonId[] => ('to' in state ? state.to : []);
