import fc from 'fast-check';
import { partitions } from '../../src/app/ports.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Fault } from '../support/fakeLine.ts';
import type { ShellStore } from '../support/memoryStore.ts';
import type { Fate } from './life.ts';
import { createWorld, startsAt, type World, type WorldOptions } from './world.ts';

/** A run of two processes on one database, with all that goes wrong in it. */
export type Schedule = {
  /** For each person the pauses before the texts, in milliseconds. */
  readonly pauses: readonly (readonly number[])[];
  /** What befalls a process, and at which of its calls. */
  readonly fates: readonly (Fate & {
    readonly process: number;
    readonly call: Point;
    readonly time: number;
  })[];
  readonly faults: readonly { readonly call: number; readonly fault: Fault }[];
  /** When the database is away for everybody, in milliseconds from the beginning. */
  readonly outage: { readonly from: number; readonly ms: number } | undefined;
  /** Whether both processes believe that they hold all partitions. */
  readonly bothHoldAll: boolean;
  /** Handled events that a document remembers beyond those whose rows are unfinished. */
  readonly handledKept: number;
  readonly slowness: number;
};

const pause = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 5 }), weight: 2 },
  { arbitrary: fc.integer({ min: 20, max: 400 }), weight: 3 },
  { arbitrary: fc.integer({ min: 1000, max: 15_000 }), weight: 3 },
);

/** The calls of which it matters whether a process comes to an end at them. */
const commonCalls = [
  'inbox.insert',
  'inbox.pendingOf',
  'persons.read',
  'flows.turn',
  'persons.commit',
  'line.reply',
  'inbox.finish',
] as const;
const rareCalls = ['records.perform', 'audit.add', 'line.push'] as const;
export const points = [...commonCalls, ...rareCalls];
type Point = (typeof points)[number];

const call = fc.oneof(
  fc.record({ call: fc.constantFrom<Point[]>(...commonCalls), time: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ call: fc.constantFrom<Point[]>(...rareCalls, 'line.push'), time: fc.constant(0) }),
);
const side = fc.constantFrom('before' as const, 'after' as const);
/** Held up for longer than LINE's answer is waited for: from a little to long after others took over. */
const lengths = { kill: [100, 4000], freeze: [2500, 70_000], stop: [100, 4000], away: [0, 0] } as const;
const kinds = fc.constantFrom<Fate['kind'][]>('kill', 'kill', 'freeze', 'freeze', 'stop', 'away');

const fates: fc.Arbitrary<Schedule['fates'][number]> = fc
  .tuple(fc.integer({ min: 0, max: 1 }), call, side, kinds, fc.nat())
  .map(([process, at, side, kind, length]) => {
    const [least, most] = lengths[kind];
    return { process, ...at, side, kind, ms: least + (length % (most - least + 1)) };
  });

const fault = fc.record({
  call: fc.integer({ min: 0, max: 40 }),
  fault: fc.constantFrom<Fault[]>(
    'answerLost',
    'serverError',
    'notSent',
    'rateLimited',
    'unauthorized',
    'refused',
    'quotaUsedUp',
    'tokenGone',
  ),
});

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  pauses: fc.array(fc.array(pause, { minLength: 4, maxLength: 12, size: 'max' }), {
    minLength: 2,
    maxLength: 3,
  }),
  fates: fc.array(fates, { maxLength: 5, size: 'max' }),
  outage: fc.option(
    fc.record({ from: fc.integer({ min: 0, max: 30_000 }), ms: fc.integer({ min: 100, max: 60_000 }) }),
    {
      freq: 6,
      nil: undefined,
    },
  ),
  bothHoldAll: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
  faults: fc.array(fault, { maxLength: 6, size: 'max' }),
  handledKept: fc.constantFrom(1, 3, 40),
  slowness: fc.nat(),
});

export type Run = { readonly world: World; readonly struck: readonly string[] };

/** Plays a schedule to its end. */
export async function play(
  schedule: Schedule,
  faulty: Pick<WorldOptions, 'store' | 'turn'> = {},
): Promise<Run> {
  const struck: string[] = [];
  const calls = new Map<string, number>();
  let answers = 0;
  const fateAt = (process: number, call: string): Fate | undefined => {
    const time = calls.get(`${process} ${call}`) ?? 0;
    calls.set(`${process} ${call}`, time + 1);
    const fate = schedule.fates.find(
      (one) => one.process === process && one.call === call && one.time === time,
    );
    if (fate) struck.push(`${fate.kind} ${fate.side} ${call}`);
    return fate;
  };
  const world = createWorld({
    ...faulty,
    store: (store) => faulty.store?.(withLeases(store, schedule)) ?? withLeases(store, schedule),
    isAway: (now) => isWithin(now.getTime() - startsAt.getTime(), schedule.outage),
    people: schedule.pauses.length,
    limits: { handledKept: schedule.handledKept },
    processes: 2,
    fateAt,
    faultOf: (call) => schedule.faults.find((one) => one.call === call)?.fault ?? 'none',
    latency: (call) => slow(schedule.slowness + 7919 * answers++, call.startsWith('line.')),
  });
  await world.start();
  let typing = schedule.pauses.length;
  for (const [place, pauses] of schedule.pauses.entries()) {
    void typeAll(world, world.people[place] as PersonId, pauses).then(() => {
      typing -= 1;
    });
  }
  await world.time.until(() => typing === 0, 600_000);
  await world.rest(900_000);
  return { world, struck };
}

const isWithin = (ms: number, outage: Schedule['outage']) =>
  outage !== undefined && ms >= outage.from && ms < outage.from + outage.ms;

function withLeases(store: ShellStore, { bothHoldAll }: Schedule): ShellStore {
  if (!bothHoldAll) return store;
  const all = Array.from({ length: partitions }, (_, partition) => partition);
  return { ...store, leases: { ...store.leases, renew: async () => all } };
}

async function typeAll(world: World, person: PersonId, pauses: readonly number[]): Promise<void> {
  for (const pause of pauses) {
    await world.time.after(pause);
    const question = world.screen(person);
    // Typed just before: what is shown in this very millisecond cannot have been seen.
    const at = new Date(world.time.clock.now().getTime() - 1);
    void world.type(person, question ? `saw ${question}` : 'agree', { at });
  }
}

/** Mostly a few milliseconds, now and then long; LINE's answers take longer, and may take seconds. */
function slow(seed: number, isLine: boolean): number {
  const dice = (Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) >>> 8) % 1000;
  if (dice < 900) return (isLine ? 60 : 1) + (dice % 12);
  if (dice < 985) return isLine ? 300 + (dice % 97) * 17 : 50 + (dice % 97) * 4;
  return isLine ? 2500 : 900;
}
