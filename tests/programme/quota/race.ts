import fc from 'fast-check';
import { type LineFigures, type MonthQuota, openMonth } from '../../../src/programme/quota/monthQuota.ts';
import * as reservations from '../../../src/programme/quota/reserve.ts';
import { sync } from '../../../src/programme/quota/sync.ts';
import type { SendClass, Want } from '../../../src/programme/quota/want.ts';

/** The parts of a race, so that one of them can be broken on purpose. */
export type Parts = {
  readonly reserve: typeof reservations.reserve;
  readonly sync: typeof sync;
  readonly write: (store: Store, record: MonthQuota, base: number) => void;
};
type Store = { readonly read: () => MonthQuota; readonly put: (record: MonthQuota) => void };

/** Tells whether the write went through. */
const compareAndSwap: Parts['write'] = (store, record, base) => {
  if (store.read().rev === base) store.put(record);
};
export const soundParts: Parts = { reserve: reservations.reserve, sync, write: compareAndSwap };

type Job =
  | { readonly kind: 'send'; readonly of: SendClass; readonly count: number; readonly blocked: number }
  | { readonly kind: 'sync' };

const anyJob: fc.Arbitrary<Job> = fc.oneof(
  fc.record({
    kind: fc.constant('send' as const),
    of: fc.constantFrom<SendClass>('act', 'soon', 'announcement'),
    count: fc.integer({ min: 1, max: 5 }),
    blocked: fc.integer({ min: 0, max: 1 }),
  }),
  fc.constant({ kind: 'sync' as const }),
);

/** Who does a step next, and whether that process dies first and begins its job anew. */
const anyTurn = fc.record({ who: fc.nat(2), dies: fc.nat(19).map((die) => die === 0) });
export const schedules = fc.record({
  limit: fc.integer({ min: 3, max: 20 }),
  jobs: fc.array(fc.array(anyJob, { minLength: 2, maxLength: 8 }), { minLength: 3, maxLength: 3 }),
  turns: fc.array(anyTurn, { minLength: 100, maxLength: 300 }),
});
type Schedule = typeof schedules extends fc.Arbitrary<infer T> ? T : never;

/** Three processes on one record and one LINE that knows retry keys; what was refused is pushed beyond the month. */
export function race({ limit, jobs, turns }: Schedule, parts: Parts) {
  let record = openMonth('2022-08', { limit, used: 0 });
  const store: Store = {
    read: () => record,
    put: (next) => {
      record = next;
    },
  };
  const pushed = new Set<string>();
  const seen = { refused: 0, stale: 0, forgotten: 0, spent: 0 };
  const at = new Date('2022-08-09T01:30:00Z');

  function* settle<O>(decide: (present: MonthQuota) => { record: MonthQuota; outcome: O }) {
    for (;;) {
      const present = store.read();
      yield;
      const decided = decide(present);
      if (decided.record === present) return decided.outcome;
      parts.write(store, decided.record, present.rev);
      if (store.read() === decided.record) return decided.outcome;
      seen.stale += 1;
    }
  }

  function push(key: string): void {
    if (pushed.has(key)) return;
    if (pushed.size >= limit) seen.refused += 1;
    else pushed.add(key);
    if (pushed.size === limit) seen.spent += 1;
  }

  function* send(id: string, { of, count, blocked }: Extract<Job, { kind: 'send' }>) {
    const wants: Want[] = Array.from({ length: count }, (_, n) => ({ key: `${id}.${n}`, class: of }));
    const isBlocked = new Set(wants.slice(0, blocked).map(({ key }) => key));
    const { granted } = yield* settle((present) => parts.reserve(present, { id, at, wants }));
    for (const key of granted) {
      yield;
      if (isBlocked.has(key)) yield* settle((present) => reservations.release(present, { id, key }));
      else push(key);
    }
    yield* settle((present) => reservations.settleReservation(present, { id }));
  }

  function* ask() {
    const asked = store.read().rev;
    yield;
    const told: LineFigures = { limit, used: pushed.size };
    yield;
    const before = store.read().reservations.length;
    yield* settle((present) => parts.sync(present, { told, asked, at }));
    seen.forgotten += Math.max(0, before - store.read().reservations.length);
  }

  const begin = (who: number, place: number) => {
    const job = jobs[who]?.[place];
    if (!job) return undefined;
    return job.kind === 'send' ? send(`${who}-${place}`, job) : ask();
  };
  const processes = jobs.map((_, who) => ({ place: 0, job: begin(who, 0) }));
  for (const { who, dies } of turns) {
    const process = processes[who];
    if (!process) continue;
    if (dies) process.job = begin(who, process.place);
    if (!process.job?.next().done) continue;
    process.place += 1;
    process.job = begin(who, process.place);
  }
  return seen;
}
