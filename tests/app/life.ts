import type { Clock } from '../../src/kernel/store.ts';
import type { VirtualTime } from '../support/virtualTime.ts';

/**
 * What befalls a process at a call, before the call has its effect or after it: it is killed, held up, told to
 * stop, or the database does not answer.
 */
export type Fate = {
  readonly kind: 'kill' | 'freeze' | 'stop' | 'away';
  readonly side: 'before' | 'after';
  readonly ms: number;
};

/** An error that means that the database is away. */
export class Away extends Error {}

/**
 * One life of a process, from its start until it is killed. All it does goes through here, so that it can stop at
 * any call: what is killed never hears an answer, what is held up hears all of them when it wakes.
 */
export type Life = {
  readonly clock: Clock;
  /** The same functions, as this process reaches them. */
  readonly through: <Port extends object>(name: string, port: Port) => Port;
  /** A single function of the process, such as what it is called back with. */
  readonly hear: <Heard extends readonly unknown[]>(
    callback: (...heard: Heard) => void,
  ) => (...heard: Heard) => void;
  readonly isAlive: () => boolean;
  readonly kill: () => void;
};

export type LifeOptions = {
  readonly time: VirtualTime;
  /** How long a call takes, both ways together, in milliseconds. */
  readonly latency: (call: string) => number;
  readonly fateAt: (call: string) => Fate | undefined;
  readonly onKilled: (downMs: number) => void;
  readonly onStop: (downMs: number) => void;
  /** Whether the database is away for everybody. */
  readonly isAway: () => boolean;
};

/** How long LINE's answer is on its way after the phone showed what was sent, in milliseconds. */
const answerWay = 60;
const isStoreCall = (call: string) => !call.startsWith('line.');

export function createLife({ time, latency, fateAt, onKilled, onStop, isAway }: LifeOptions): Life {
  let alive = true;
  let frozenUntil = 0;
  const { clock } = time;

  /** Goes on when the process runs; never once it is dead. */
  async function awake(): Promise<void> {
    while (alive && frozenUntil > clock.monotonic()) await time.after(frozenUntil - clock.monotonic());
    if (!alive) await never;
  }

  function suffer({ kind, ms }: Fate): void {
    if (!alive) return;
    if (kind === 'freeze') frozenUntil = clock.monotonic() + ms;
    if (kind === 'stop') onStop(ms);
    if (kind === 'kill') {
      alive = false;
      onKilled(ms);
    }
  }

  function answerOf<T>(name: string, fate: Fate | undefined, side: Fate['side'], answer: () => T): () => T {
    const isCut = isStoreCall(name) && ((fate?.kind === 'away' && fate.side === side) || isAway());
    if (!isCut) return answer;
    return () => {
      throw new Away(name);
    };
  }

  async function call<T>(name: string, work: () => Promise<T>): Promise<T> {
    const fate = fateAt(name);
    if (fate?.side === 'before') suffer(fate);
    await awake();
    const ms = latency(name);
    const there = isStoreCall(name) ? ms / 2 : Math.max(ms - answerWay, 0);
    if (there > 0) await time.after(there);
    answerOf(name, fate, 'before', () => {})();
    const result = await work().then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    await time.after(ms - there);
    if (fate?.side === 'after') suffer(fate);
    await awake();
    return answerOf(name, fate, 'after', result)();
  }

  return {
    isAlive: () => alive,
    kill: () => {
      alive = false;
    },
    clock: {
      ...clock,
      sleep: async (ms, signal) => {
        await clock.sleep(ms, signal);
        await awake();
      },
    },
    hear:
      (callback) =>
      (...heard) =>
        void awake().then(() => callback(...heard)),
    through: (name, port) =>
      new Proxy(port, {
        get(target, operation) {
          const work: unknown = Reflect.get(target, operation);
          if (typeof work !== 'function') return work;
          return (...given: unknown[]) =>
            call(`${name}.${String(operation)}`, () => work.apply(target, given));
        },
      }),
  };
}

const never = new Promise<never>(() => {});
