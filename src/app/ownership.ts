import { faultOf } from './process/fault.ts';
import type { Surroundings } from './process/surroundings.ts';

/** Which partitions this process works on, and for how long it may believe so. */
export type Ownership = {
  /** What is left of a partition's lease by the monotonic clock, in milliseconds; 0 or less when it is not held. */
  readonly leaseMs: (partition: number) => number;
  /** The partitions that are held and believed in now. */
  readonly held: () => readonly number[];
  /** Renews; tells which partitions are new, or may have been somebody else's in between. */
  readonly renew: () => Promise<readonly number[]>;
  readonly release: () => Promise<void>;
};

export function createOwnership({
  store,
  clock,
  process,
  shareOfWork,
  log,
  limits,
}: Surroundings): Ownership {
  let partitions: ReadonlySet<number> = new Set();
  let trustedUntil = Number.NEGATIVE_INFINITY;
  let renewal: Promise<unknown> = Promise.resolve();
  const left = () => trustedUntil - clock.monotonic();

  async function renew(): Promise<readonly number[]> {
    // The lease runs from some moment after this; an answer that is long under way adds no trust.
    const asked = clock.monotonic();
    const held = await store.leases.renew(process, limits.leaseLife, shareOfWork);
    const before = left() > 0 ? partitions : new Set();
    partitions = new Set(held);
    trustedUntil = asked + limits.leaseLife;
    const gained = left() > 0 ? held.filter((partition) => !before.has(partition)) : [];
    if (gained.length > 0) log.info({ code: 'partitionsGained', gained: gained.length, held: held.length });
    return gained;
  }

  return {
    leaseMs: (partition) => (partitions.has(partition) ? left() : 0),
    held: () => (left() > 0 ? [...partitions] : []),

    renew() {
      const renewing = renew();
      renewal = renewing.catch(() => {});
      return renewing;
    },

    async release() {
      // A renewal that is still under way would take them again.
      await renewal;
      partitions = new Set();
      try {
        await store.leases.release(process);
      } catch (error) {
        log.warn({ code: 'leasesNotReleased', ...faultOf(error) });
      }
    },
  };
}
