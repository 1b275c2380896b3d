import { judgeOf } from '../app/gather/audience.ts';
import { noticeId, retryKeyOf } from '../app/inbox/effectIds.ts';
import { encodeNotice } from '../app/inbox/ownRows.ts';
import { partitionOf } from '../app/inbox/partition.ts';
import { settle } from '../app/perform/settle.ts';
import {
  type AnnouncingParts,
  languages,
  reservationOf,
  startAnnouncement,
} from '../app/perform/startAnnouncement.ts';
import type { Delivery, Multicast, NewRow, Render } from '../app/ports.ts';
import { backOff } from '../app/process/limits.ts';
import type { Surroundings } from '../app/process/surroundings.ts';
import { type Announcement, type AnnouncementIntent, countsOf } from '../domain/announcement/announcement.ts';
import { mayAnnounceTo } from '../domain/announcement/audience.ts';
import type { Calling, Chunk } from '../domain/announcement/chunk.ts';
import { decideAnnouncement } from '../domain/announcement/decide.ts';
import { type NextStep, nextStep } from '../domain/announcement/nextStep.ts';
import { bangkokDate } from '../domain/calendar/calendar.ts';
import { mayWriteAt } from '../domain/calendar/clockHours.ts';
import type { IntentId, PersonId } from '../domain/ids.ts';
import { announcementReply, decodeContent } from '../flows/announce/content.ts';
import type { Notice } from '../flows/notice.ts';
import type { JobParts } from './parts.ts';

export type SendingParts = AnnouncingParts &
  Pick<JobParts, 'accept' | 'quiet' | 'clock' | 'signal' | 'log'> & {
    readonly multicast: Multicast;
    readonly render: Render;
    readonly alert: Surroundings['alert'];
  };

/** The longest pause after LINE did not take or answer a call, in milliseconds. */
const longestPause = 60_000;
const firstPause = 1_000;

/** What a step came to: the next one may follow, or the same after a while. */
type Went = 'on' | 'again';

/**
 * Sends one announcement as far as it goes now: begun, each step is done and noted by compare-and-swap, so that any
 * process may go on at any point. Two that do the same step meet in the record or at LINE, under one retry key.
 */
export async function sendAnnouncement(parts: SendingParts, id: string): Promise<void> {
  const { store, clock, signal } = parts;
  let failures = 0;
  while (!signal.aborted) {
    const record = await store.announcements.read(id);
    if (!record) return;
    const went = await goOn(parts, record);
    if (!went) return;
    failures = went === 'again' ? failures + 1 : 0;
    if (went === 'again') await clock.sleep(backOff(failures, firstPause, longestPause), signal);
  }
}

/** Nothing where it is over, or where it waits for its time. */
async function goOn(parts: SendingParts, record: Announcement): Promise<Went | undefined> {
  const now = parts.clock.now();
  const isOpen = mayWriteAt(now, parts.quiet);
  if (record.state === 'scheduled') {
    if (!isOpen || (record.from && record.from > now)) return undefined;
    if (!(await isAuthorised(parts, record))) return withdraw(parts, record);
    await startAnnouncement(parts, record, { id: `${record.id}:start` as IntentId });
    return 'on';
  }
  const step = nextStep(record, now);
  if (!step || (step.kind === 'begin' && !isOpen)) return undefined;
  return take(parts, record, step);
}

async function take(parts: SendingParts, record: Announcement, step: NextStep): Promise<Went> {
  const { id } = record;
  switch (step.kind) {
    case 'keep':
      await layBeside(parts, record, step.chunk);
      return note(parts, id, { kind: 'kept', chunk: step.chunk.id });
    case 'call':
      return call(parts, record, step.chunk, step.calling);
    case 'giveUp':
      return note(parts, id, { kind: 'giveUp', chunk: step.chunk.id, key: step.calling.key });
    case 'begin':
      return begin(parts, record, step.chunk);
    case 'finish':
      return finish(parts, record);
    default:
      return step satisfies never;
  }
}

type Told = AnnouncementIntent extends infer I
  ? I extends AnnouncementIntent
    ? Omit<I, 'id' | 'at'>
    : never
  : never;

async function note({ store, clock }: SendingParts, announcement: string, told: Told): Promise<Went> {
  // Steps are told apart by the state of their chunk, so their ids are not remembered.
  const id = `${announcement}:${told.kind}` as IntentId;
  await settle(
    store.announcements,
    announcement,
    (present) => present && decideAnnouncement(present, { ...told, id, at: clock.now() }),
  );
  return 'on';
}

const withdraw = (parts: SendingParts, { id, by }: Announcement): Promise<Went> =>
  note(parts, id, { kind: 'stop', by });

async function isAuthorised({ store }: SendingParts, { by, content }: Announcement): Promise<boolean> {
  const [author] = await store.persons.read([by]);
  return author !== undefined && mayAnnounceTo(author.person.bindings, decodeContent(content).audience);
}

/** Recipients are judged once more, the words are rendered in their language; a body is only called once it is kept. */
async function begin(parts: SendingParts, record: Announcement, { id, group, state }: Chunk): Promise<Went> {
  const { store, year, clock, render } = parts;
  if (!(await isAuthorised(parts, record))) return withdraw(parts, record);
  const to: readonly PersonId[] = 'to' in state ? state.to : [];
  const content = decodeContent(record.content);
  const when = { year: await year(), today: bangkokDate(clock.now()) };
  const isMeant = await judgeOf(store, content.audience, when);
  const found = new Map((await store.persons.read(to)).map(({ person }) => [person.id, person]));
  const isBlocked = (one: PersonId) => found.get(one)?.away === true;
  const isGone = (one: PersonId) => {
    const person = found.get(one);
    return !person || person.lineUser === '' || !isMeant(person);
  };
  return note(parts, record.id, {
    kind: 'begin',
    chunk: id,
    body: JSON.stringify(render(announcementReply(content), languages[group] ?? 'th')),
    key: retryKeyOf(`${reservationOf(record.id)}:${id}`),
    blocked: to.filter(isBlocked),
    skipped: to.filter((one) => !isBlocked(one) && isGone(one)),
  });
}

async function call(
  parts: SendingParts,
  { id }: Announcement,
  chunk: Chunk,
  calling: Calling,
): Promise<Went> {
  const { store, multicast, alert } = parts;
  const { body, key } = calling;
  const people = await store.persons.read(calling.to);
  const users = people.flatMap(({ person }) => (person.lineUser === '' ? [] : [person.lineUser]));
  const messages: Parameters<Multicast>[1] = JSON.parse(body);
  const delivery = await multicast(users, messages, key);
  if (delivery.kind === 'unauthorized') alert('tokenRefused');
  if (delivery.kind === 'quotaUsedUp') alert('quotaLow');
  const told = answerTo(delivery, chunk, calling);
  if (told) return note(parts, id, told);
  parts.log.warn({ code: 'announcementPaused', why: delivery.kind });
  return 'again';
}

/** What LINE's answer means for a chunk; nothing where the same call is to be made again. */
function answerTo({ kind }: Delivery, { id: chunk }: Chunk, { key }: Calling): Told | undefined {
  switch (kind) {
    case 'sent':
      return { kind: 'sent', chunk, key };
    case 'quotaUsedUp':
      return { kind: 'keep', chunk, key };
    case 'refused':
    case 'badToken':
      return { kind: 'refused', chunk, key, newKeys: [retryKeyOf(`${key}:0`), retryKeyOf(`${key}:1`)] };
    case 'rateLimited':
    case 'unauthorized':
    case 'notSent':
    case 'unknown':
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** It waits with each for the next reply. */
async function layBeside(parts: SendingParts, record: Announcement, { state }: Chunk): Promise<void> {
  const { id: announcement } = record;
  const content = decodeContent(record.content);
  const notice: Notice = { kind: 'announced', announcement, content };
  const to: readonly PersonId[] = 'to' in state ? state.to : [];
  await parts.accept(to.map((person) => noticeRow(parts, announcement, person, notice)));
}

/** The report is on its way before the record is closed, so that it is never forgotten; its id lets it come once. */
async function finish(parts: SendingParts, record: Announcement): Promise<Went> {
  const { id: announcement, by, state } = record;
  const { text } = decodeContent(record.content);
  const counts = countsOf(record);
  const stopped = state === 'stopping' && counts.open > 0;
  const notice: Notice = { kind: 'announcementOver', announcement, text, stopped, counts };
  await parts.accept([noticeRow(parts, announcement, by, notice)]);
  await note(parts, announcement, { kind: 'finish' });
  await parts.pushes.settle(reservationOf(announcement), []);
  return 'on';
}

function noticeRow({ clock }: SendingParts, announcement: string, person: PersonId, notice: Notice): NewRow {
  const now = clock.now();
  const id = noticeId(reservationOf(announcement) as NewRow['id'], person, notice.kind);
  const head = { id, person, partition: partitionOf(person), place: 0 };
  return { ...head, receivedAt: now, at: now, body: encodeNotice(notice, { lineUser: '' }) };
}
