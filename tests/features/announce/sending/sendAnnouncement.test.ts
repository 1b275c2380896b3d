import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encodeContent } from '../../../../src/features/announce/content.ts';
import { startAnnouncement } from '../../../../src/features/announce/perform/startAnnouncement.ts';
import { countsOf, plannedAnnouncement } from '../../../../src/features/announce/record/announcement.ts';
import { decideAnnouncement } from '../../../../src/features/announce/record/decide.ts';
import { createLateWork } from '../../../../src/features/remind/perform.ts';
import { readAudience } from '../../../../src/kernel/duty/readLate.ts';
import { type Person, stranger } from '../../../../src/kernel/person.ts';
import type { FiscalYear, IntentId, IsoDate } from '../../../../src/programme/ids.ts';
import { noCounts, runId } from '../../../../src/programme/job/job.ts';
import type { Audience } from '../../../../src/programme/people/audience.ts';
import { createSimulator, type Simulator } from '../../../../src/simulator/index.ts';
import { migrate, type OpenStore, openStore } from '../../../../src/storage/index.ts';
import { program } from '../../../e2e/fundline.ts';
import { sealer } from '../../../jobs/sealing.ts';
import { fromBefore } from '../../../storage/mongoWorld.ts';
import { freshDatabase, type TestDatabase } from '../../../support/database.ts';
import { dues } from '../../../support/dues.ts';
import { inDistrict, inProvince } from '../../../support/flowWorld.ts';
import { recorder } from '../../../support/record.ts';
import { stores } from '../../../support/stores.ts';
import { openSender, workingHours } from './sender.ts';

const since = new Date('2022-01-01T00:00:00Z');
const tooFast = { message: 'The API rate limit has been exceeded. Try again later.' };
const monthIsOver = { message: 'You have reached your monthly limit.' };
const badWords = {
  message: 'The request body has 1 error(s)',
  details: [{ message: 'May not be empty', property: 'messages[0].text' }],
};
const toOfficers: Audience = { roles: ['officer'], areas: [inProvince], late: false };

let database: TestDatabase;
let store: OpenStore;
let line: Simulator;
let senders: ReturnType<typeof openSender>[] = [];
const time = { now: workingHours };

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.db, sealer, fromBefore);
});
afterAll(() => database?.close());

beforeEach(async () => {
  time.now = workingHours;
  const marks = { partitionOf: () => 0, progressOf: () => 0, countsOf: () => [] };
  store = openStore({
    stores,
    db: database.db,
    sealer,
    process: 'test',
    clock: () => time.now,
    marks,
    figures: [],
  });
  line = await createSimulator({
    ...{ port: 0, channelSecret: 'secret', channelAccessToken: 'token', webhookUrl: 'http://127.0.0.1:9/' },
    ...{ now: () => new Date(), newId: randomUUID, recorder: recorder('announcement') },
  });
});
afterEach(async () => {
  await Promise.all(senders.map((one) => one.close()));
  senders = [];
  await line.close();
  await database.empty();
});

function sender() {
  const one = openSender(store, line.url, time);
  senders.push(one);
  return one;
}

async function keep(people: readonly Person[]): Promise<void> {
  const record = (person: Person) => ({ person, rev: 1, handled: [], outbox: [], pending: [] });
  await store.persons.commit(people.map((person) => ({ record: record(person), expected: 0 })));
}

function personWith(lineUser: string, changes: Partial<Person>): Person {
  return { ...stranger(sealer.personId(lineUser), lineUser), consentedAt: since, name: 'คน', ...changes };
}

const asOfficer = { role: 'officer', scope: inDistrict('นาดี'), since } as const;

async function officers(count: number, changes: Partial<Person> = {}): Promise<readonly string[]> {
  const users = Array.from({ length: count }, (_, n) => line.platform.addPerson({ name: `คนที่ ${n}` }).userId);
  await keep(users.map((user) => personWith(user, { bindings: [asOfficer], ...changes })));
  return users;
}

/** An announcement that its author has confirmed. */
async function announced(audience: Audience = toOfficers): Promise<string> {
  const author = personWith(`U${randomUUID().replaceAll('-', '')}`, {
    bindings: [{ role: 'province', scope: inProvince, since }],
  });
  await keep([author]);
  const content = encodeContent({
    audience,
    text: 'ประชุมวันศุกร์',
    by: 'วิไล',
    as: { role: 'province', scope: inProvince },
  });
  const id = `announcement-${randomUUID()}`;
  const planned = { ...plannedAnnouncement(id, author.id, content), rev: 1 };
  await store.announcements.write(planned, 0);
  const when = { year: 2565 as FiscalYear, today: '2022-08-09' as IsoDate };
  const { to } = await readAudience({ store, dues }, audience, author.id, when);
  const outcome = await startAnnouncement(sender().parts, planned, {
    id: `confirm ${id}` as IntentId,
    shown: to.length,
  });
  expect(outcome).toMatchObject({ kind: 'confirmed', people: to.length });
  return id;
}

const arrivals = (users: readonly string[]) =>
  users.map((user) => line.platform.messagesTo(user).filter(({ via }) => via === 'multicast').length);
const multicasts = () => line.platform.calls().filter(({ endpoint }) => endpoint === 'multicast');
const chunkState = async (id: string) => (await store.announcements.read(id))?.chunks[0]?.state.kind;
/** Sends in the day, and goes on until it is night. */
async function failingUntilNight(id: string, fault: { readonly status: number; readonly body?: unknown }) {
  line.platform.faults.always('multicast', fault);
  const one = sender();
  one.workers.wake('announce', id);
  await expect.poll(() => multicasts().length).toBeGreaterThan(0);
  time.now = new Date('2022-08-09T21:00:00+07:00');
  await one.workers.idle();
  line.platform.faults.clear();
  const calls = multicasts().length;
  await sendAll(id);
  expect(multicasts()).toHaveLength(calls);
}
async function countsAfter(id: string) {
  const record = await store.announcements.read(id);
  if (!record) throw new Error('it is gone');
  return { state: record.state, ...countsOf(record) };
}
async function sendAll(id: string, by = sender()): Promise<void> {
  by.workers.wake('announce', id);
  await by.workers.idle();
}

describe('an announcement', () => {
  test('goes to 500 people a call, to each once, in the language of each', async () => {
    const thai = await officers(1001);
    const english = await officers(2, { language: 'en' });
    const id = await announced();
    await sendAll(id);
    expect(new Set(arrivals([...thai, ...english]))).toEqual(new Set([1]));
    expect(multicasts().map(({ body }) => (body as { to: unknown[] }).to.length)).toEqual([500, 500, 1, 2]);
    const [told] = line.platform.messagesTo(english[0] ?? '');
    expect(told?.message.text).toContain('Announcement by วิไล');
    expect(await countsAfter(id)).toMatchObject({ state: 'done', people: 1003, sent: 1003 });
  });

  test('whose process is killed in the middle of a call is finished by another: nobody gets two, nobody none', async () => {
    const users = await officers(2000);
    const id = await announced();
    // The second call is taken by LINE, and its answer never comes.
    line.platform.faults.next('multicast', null, 'timeoutAfterAccept');
    const words = [program('tests/features/announce/sending/senderProcess.ts'), database.uri, line.url, id];
    const child = spawn(process.execPath, words, { stdio: 'inherit' });
    const ended = once(child, 'exit');
    await expect.poll(multicasts, { interval: 5 }).toHaveLength(2);
    child.kill('SIGKILL');
    await ended;
    expect(arrivals(users).filter((count) => count === 0)).not.toHaveLength(0);

    const other = sender();
    await other.workers.look();
    expect(multicasts()).toHaveLength(2);
    await other.workers.look();
    await other.workers.idle();
    expect(new Set(arrivals(users))).toEqual(new Set([1]));
    expect(multicasts().map(({ status }) => status)).toEqual([200, 200, 409, 200, 200]);
    expect(await countsAfter(id)).toMatchObject({ state: 'done', sent: 2000 });
  });

  test('that several processes send at once reaches everybody once', async () => {
    const users = await officers(1200);
    const id = await announced();
    await Promise.all([sendAll(id), sendAll(id), sendAll(id)]);
    expect(new Set(arrivals(users))).toEqual(new Set([1]));
    expect(await countsAfter(id)).toMatchObject({ state: 'done', sent: 1200 });
  });

  test('is split where LINE refuses a recipient, who alone has failed', async () => {
    const users = await officers(8);
    await keep([personWith('Unknown-to-line', { bindings: [asOfficer] })]);
    const id = await announced();
    await sendAll(id);
    expect(new Set(arrivals(users))).toEqual(new Set([1]));
    expect(await countsAfter(id)).toMatchObject({ state: 'done', sent: 8, failed: 1 });
  });

  test('goes on under the same key after a rate limit, an error and a silence', async () => {
    const users = await officers(3);
    const id = await announced();
    line.platform.faults.next('multicast', { status: 429, body: tooFast }, { status: 500 }, 'reset');
    await sendAll(id);
    expect(new Set(multicasts().map(({ retryKey }) => retryKey)).size).toBe(1);
    expect(arrivals(users)).toEqual([1, 1, 1]);
    expect(await countsAfter(id)).toMatchObject({ sent: 3 });
  });

  test('takes what the month leaves, but for the reserve; the others get it with their next reply', async () => {
    line.platform.quota.setLimit(100);
    const users = await officers(95);
    const id = await announced();
    await sendAll(id);
    expect(arrivals(users).filter((count) => count === 1)).toHaveLength(90);
    expect(await countsAfter(id)).toMatchObject({ state: 'done', sent: 90, kept: 5 });
    const kept = users.filter((user) => arrivals([user])[0] === 0).map((user) => sealer.personId(user));
    const rows = await Promise.all(kept.map((person) => store.inbox.pendingOf(person)));
    expect(rows.map((own) => own.length)).toEqual([1, 1, 1, 1, 1]);
  });

  test.each([
    ['names the words', { status: 400, body: badWords }],
    ['takes none of this account', { status: 403 }],
    ['finds it too large', { status: 413 }],
  ])('has failed at once for all of a call where LINE %s', async (_, answer) => {
    const users = await officers(6);
    const id = await announced();
    line.platform.faults.next('multicast', answer);
    const one = sender();
    await sendAll(id, one);
    expect(multicasts()).toHaveLength(1);
    expect(arrivals(users)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await countsAfter(id)).toMatchObject({ state: 'done', failed: 6 });
    expect(one.log.lines).toContainEqual(
      expect.objectContaining({ code: 'announcementRefused', status: answer.status }),
    );
  });

  test('that may have arrived before the month was used up does not ride along: nobody gets it twice', async () => {
    await officers(3);
    const id = await announced();
    line.platform.faults.next('multicast', 'reset', { status: 429, body: monthIsOver });
    await sendAll(id);
    expect(await countsAfter(id)).toMatchObject({ state: 'done', unsure: 3, kept: 0 });
  });

  test('that certainly did not go out before the month was used up rides along', async () => {
    await officers(3);
    const id = await announced();
    line.platform.faults.next(
      'multicast',
      { status: 429, body: tooFast },
      { status: 429, body: monthIsOver },
    );
    await sendAll(id);
    expect(await countsAfter(id)).toMatchObject({ state: 'done', kept: 3 });
  });

  test('rides along as well when LINE says that the month is used up after all', async () => {
    const users = await officers(4);
    const id = await announced();
    line.platform.quota.setLimit(0);
    await sendAll(id);
    expect(arrivals(users)).toEqual([0, 0, 0, 0]);
    expect(await countsAfter(id)).toMatchObject({ state: 'done', kept: 4 });
  });

  test('goes neither to who blocked the bot nor to who lost the role before its turn came', async () => {
    const users = await officers(3);
    const id = await announced();
    const [blocked = '', moved = ''] = users;
    const change = async (user: string, to: Partial<Person>) => {
      const [record] = await store.persons.read([sealer.personId(user)]);
      if (!record) throw new Error('nobody');
      const next = { ...record, rev: 2, person: { ...record.person, ...to } };
      await store.persons.commit([{ record: next, expected: 1 }]);
    };
    await change(blocked, { away: true });
    await change(moved, {
      bindings: [{ ...asOfficer, scope: { kind: 'district', province: 'น่าน', district: 'ปัว' } }],
    });
    await sendAll(id);
    expect(arrivals(users)).toEqual([0, 0, 1]);
    expect(await countsAfter(id)).toMatchObject({ sent: 1, blocked: 1, skipped: 1 });
  });

  test('that is stopped finishes what has begun and no more; its author gets the report once', async () => {
    const users = await officers(1000);
    const id = await announced();
    line.platform.faults.next('multicast', { delayMs: 1000 });
    const one = sender();
    one.workers.wake('announce', id);
    await expect.poll(() => line.platform.faults.waiting(), { interval: 5 }).toBe(0);
    const record = await stopped(id);
    await one.workers.idle();
    await sendAll(id);
    expect(arrivals(users).filter((count) => count === 1)).toHaveLength(500);
    expect(await countsAfter(id)).toMatchObject({ state: 'stopped', sent: 500, open: 500 });
    expect(await store.inbox.pendingOf(record.by)).toHaveLength(1);
  });

  test.each([
    ['takes no more calls for a while', { status: 429, body: tooFast }],
    ['does not accept the token', { status: 401, body: { message: 'Authentication failed' } }],
  ])('that is stopped while LINE %s is not sent any more', async (_, answer) => {
    const users = await officers(600);
    const id = await announced();
    line.platform.faults.always('multicast', answer);
    const one = sender();
    one.workers.wake('announce', id);
    await expect.poll(() => multicasts().length, { interval: 5 }).toBeGreaterThan(0);
    await stopped(id);
    await one.workers.idle();
    line.platform.faults.clear();
    await sendAll(id);
    expect(arrivals(users).every((count) => count === 0)).toBe(true);
    expect(await countsAfter(id)).toMatchObject({ state: 'stopped', sent: 0, open: 600 });
  });

  /** Its author stops it. */
  async function stopped(id: string) {
    const record = await store.announcements.read(id);
    if (!record) throw new Error('it is gone');
    const stop = { kind: 'stop', id: 'stop' as IntentId, at: time.now, by: record.by } as const;
    await store.announcements.write(decideAnnouncement(record, stop).record, record.rev);
    return record;
  }

  test('does not begin in the night, but the next time that is open', async () => {
    const users = await officers(2);
    const id = await announced();
    time.now = new Date('2022-08-09T20:30:00+07:00');
    await sendAll(id);
    expect(arrivals(users)).toEqual([0, 0]);
    time.now = new Date('2022-08-10T08:30:00+07:00');
    const other = sender();
    await other.workers.look();
    await other.workers.look();
    await other.workers.idle();
    expect(arrivals(users)).toEqual([1, 1]);
  });

  test('makes no sound where it is begun so late that it may be repeated in the night', async () => {
    await officers(1);
    const id = await announced();
    time.now = new Date('2022-08-09T19:50:00+07:00');
    await sendAll(id);
    expect(multicasts().map(({ body }) => body)).toMatchObject([{ notificationDisabled: true }]);
  });

  test('that was begun and did not go out is begun anew in the morning', async () => {
    const users = await officers(2);
    const id = await announced();
    await failingUntilNight(id, { status: 429, body: tooFast });
    expect(await chunkState(id)).toBe('waiting');
    time.now = new Date('2022-08-10T08:30:00+07:00');
    await sendAll(id);
    expect(arrivals(users)).toEqual([1, 1]);
  });

  test('that may have arrived is repeated in the morning, as it was', async () => {
    const users = await officers(2);
    const id = await announced();
    await failingUntilNight(id, { status: 500 });
    expect(await chunkState(id)).toBe('calling');
    time.now = new Date('2022-08-10T08:30:00+07:00');
    await sendAll(id);
    expect(arrivals(users)).toEqual([1, 1]);
    expect(new Set(multicasts().map(({ retryKey }) => retryKey)).size).toBe(1);
  });

  test('that goes on in another month reserves there, and keeps what that month does not leave', async () => {
    time.now = new Date('2022-08-31T19:00:00+07:00');
    const users = await officers(95);
    const id = await announced();
    line.platform.quota.setLimit(100);
    time.now = new Date('2022-09-01T09:00:00+07:00');
    await sendAll(id);
    expect(arrivals(users).filter((count) => count === 1)).toHaveLength(90);
    expect(await countsAfter(id)).toMatchObject({ state: 'done', sent: 90, kept: 5 });
    const month = await store.quotas.read('2022-09');
    expect(month?.reservations).toMatchObject([{ granted: 90, settledAt: expect.any(Number) }]);
  });

  test('that was over before holds nothing of the month when it is started once more', async () => {
    await officers(2);
    const id = await announced();
    await sendAll(id);
    const record = await store.announcements.read(id);
    if (!record) throw new Error('it is gone');
    const { parts } = sender();
    const outcome = await startAnnouncement(parts, record, { id: 'again' as IntentId, shown: 2 });
    expect(outcome).toEqual({ kind: 'alreadyConfirmed' });
    const month = await store.quotas.read('2022-08');
    expect(month?.reservations.filter(({ settledAt }) => settledAt === undefined)).toEqual([]);
  });
});

test('reminders that were ordered are told as ordered again, also when they have gone out meanwhile', async () => {
  const by = personWith('Uwilai', { bindings: [{ role: 'province', scope: inProvince, since }] });
  const id = 'order' as IntentId;
  const areas = [inProvince];
  const order = { id, by: by.id, areas };
  const run = runId('manual-reminder', time.now, order);
  await store.runs.order('manual-reminder', time.now, order);
  await store.runs.end(run, { ...noCounts, sent: 3 });
  const { parts } = sender();
  const perform = createLateWork({ ...parts, wake: () => {} });
  const intent = { kind: 'remindLate' as const, areas, shown: 3 };
  expect(await perform({ id, by, intent, at: time.now }, intent)).toMatchObject({
    outcome: { of: 'remindLate', reach: { people: 3 }, result: { kind: 'ordered', run } },
  });
});

test('what fails is tried again after a growing pause, not at every look', async () => {
  await officers(1);
  await announced();
  const read = () => Promise.reject(new Error('broken'));
  const one = openSender({ ...store, announcements: { ...store.announcements, read } }, line.url, time);
  senders.push(one);
  for (let looks = 0; looks < 4; looks += 1) {
    await one.workers.look();
    await one.workers.idle();
  }
  expect(one.log.lines.filter(({ code }) => code === 'workFailed')).toMatchObject([{ times: 1 }]);
});
