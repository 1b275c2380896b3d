import { backOff } from '../../../kernel/backOff.ts';
import type { Notice } from '../../../kernel/notice.ts';
import { mayWriteAt } from '../../../programme/calendar/clockHours.ts';
import type { IntentId, PersonId } from '../../../programme/ids.ts';
import { decodeContent } from '../content.ts';
import { reservationOf, startAnnouncement } from '../perform/startAnnouncement.ts';
import { type Announcement, countsOf } from '../record/announcement.ts';
import type { Chunk } from '../record/chunk.ts';
import { type NextStep, nextStep } from '../record/nextStep.ts';
import { beginningOf, isAuthorised } from './beginChunk.ts';
import { callChunk, isCalledAt } from './callChunk.ts';
import type { SendingParts } from './parts.ts';
import { note, type Step } from './step.ts';

/** The longest pause after LINE did not take or answer a call, in milliseconds. */
const longestPause = 60_000;
const firstPause = 1_000;

/** Keys of calls of which this process knows that certainly nothing was sent under them. */
type Unsent = Set<string>;

/** What a step came to: the next one may follow, or the same after a while. */
type Went = 'on' | 'again';

/**
 * Sends one announcement as far as it goes now: begun, each step is done and noted by compare-and-swap, so that any
 * process may go on at any point. Two that do the same step meet in the record or at LINE, under one retry key.
 */
export async function sendAnnouncement(parts: SendingParts, id: string): Promise<void> {
  const { store, clock, signal } = parts;
  const unsent = new Set<string>();
  let failures = 0;
  while (!signal.aborted) {
    const record = await store.announcements.read(id);
    if (!record) return;
    const went = await goOn(parts, record, unsent);
    if (!went) return;
    failures = went === 'again' ? failures + 1 : 0;
    if (went === 'again') await clock.sleep(backOff(failures, firstPause, longestPause), signal);
  }
}

/** Nothing where it is over, or where it waits for its time. */
async function goOn(parts: SendingParts, record: Announcement, unsent: Unsent): Promise<Went | undefined> {
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
  return take(parts, record, step, unsent);
}

async function take(
  parts: SendingParts,
  record: Announcement,
  step: NextStep,
  unsent: Unsent,
): Promise<Went | undefined> {
  const { id } = record;
  switch (step.kind) {
    case 'keep':
      await layBeside(parts, record, step.chunk);
      return noted(parts, id, { kind: 'kept', chunk: step.chunk.id });
    case 'call':
      return call(parts, record, step, unsent);
    case 'giveUp':
      return noted(parts, id, { kind: 'giveUp', chunk: step.chunk.id, key: step.calling.key });
    case 'begin':
      return begin(parts, record, step.chunk, unsent);
    case 'finish':
      return finish(parts, record);
    default:
      return step satisfies never;
  }
}

async function noted(parts: SendingParts, id: string, step: Step): Promise<Went> {
  await note(parts, id, step);
  return 'on';
}

const withdraw = (parts: SendingParts, { id, by }: Announcement): Promise<Went> =>
  noted(parts, id, { kind: 'stop', by });

async function begin(parts: SendingParts, record: Announcement, chunk: Chunk, unsent: Unsent): Promise<Went> {
  if (!(await isAuthorised(parts, record))) return withdraw(parts, record);
  const step = await beginningOf(parts, record, chunk);
  if ((await note(parts, record.id, step)) === 'noted') unsent.add(step.key);
  return 'on';
}

/**
 * What was certainly not sent begins anew after the night, and once it is stopped not at all; what may have been sent is
 * rather not repeated in the night.
 */
async function call(
  parts: SendingParts,
  { id, state }: Announcement,
  { chunk, calling }: Extract<NextStep, { kind: 'call' }>,
  unsent: Unsent,
): Promise<Went | undefined> {
  const now = parts.clock.now();
  const isHeldBack = state === 'stopping' || !mayWriteAt(now, parts.quiet);
  if (isHeldBack && unsent.has(calling.key))
    return noted(parts, id, { kind: 'putOff', chunk: chunk.id, key: calling.key });
  if (!isCalledAt(now, calling, parts.quiet)) return undefined;
  const step = await callChunk(parts, chunk, calling, unsent);
  return step ? noted(parts, id, step) : 'again';
}

/** It waits with each for the next reply. */
async function layBeside(parts: SendingParts, record: Announcement, { state }: Chunk): Promise<void> {
  const { id: announcement } = record;
  const content = decodeContent(record.content);
  const notice: Notice = { kind: 'announced', announcement, content };
  const to: readonly PersonId[] = 'to' in state ? state.to : [];
  await parts.tell(reservationOf(announcement), to, notice);
}

/** The report is on its way before the record is closed, so that it is never forgotten; its id lets it come once. */
async function finish(parts: SendingParts, record: Announcement): Promise<Went> {
  const { id: announcement, by, state } = record;
  const { text } = decodeContent(record.content);
  const counts = countsOf(record);
  const stopped = state === 'stopping' && counts.open > 0;
  const notice: Notice = { kind: 'announcementOver', announcement, text, stopped, counts };
  await parts.tell(reservationOf(announcement), [by], notice);
  await parts.pushes.settle(reservationOf(announcement), []);
  return noted(parts, announcement, { kind: 'finish' });
}
