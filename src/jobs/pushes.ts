import type { Clock, Pushes, Store } from '../app/ports.ts';
import {
  isNearlyUsedUp,
  type MonthQuota,
  openMonth,
  quotaMonthOf,
  type Told,
} from '../domain/quota/monthQuota.ts';
import { release, reserve, settleReservation } from '../domain/quota/reserve.ts';
import { sync } from '../domain/quota/sync.ts';

const noLimit = { limit: 'none', used: 0 } as const;

export type PushesParts = {
  readonly store: Pick<Store, 'quotas'>;
  readonly line: LineQuota;
  readonly clock: Clock;
  /** Less than a tenth of the month is left. */
  readonly runsLow: () => void;
};

export type LineQuota = {
  /** The month's pushes as LINE tells them; absent when it does not. */
  readonly quota: () => Promise<Told | undefined>;
};

export function createPushes({ store: { quotas }, line, clock, runsLow }: PushesParts): Pushes {
  /** One change by compare-and-swap, made again while others are faster. */
  async function change<O>(
    decide: (present: MonthQuota) => { readonly record: MonthQuota; readonly outcome: O },
  ): Promise<{ readonly record: MonthQuota; readonly outcome: O }> {
    for (;;) {
      const month = quotaMonthOf(clock.now());
      const present = (await quotas.read(month)) ?? openMonth(month, (await line.quota()) ?? noLimit);
      const decided = decide(present);
      if (decided.record === present && present.rev > 0) return decided;
      const record = { ...decided.record, rev: present.rev + 1 };
      if ((await quotas.write(record, present.rev)) !== 'committed') continue;
      if (isNearlyUsedUp(record)) runsLow();
      return { ...decided, record };
    }
  }

  /** Takes in what LINE says; when it says nothing, what it said last stands. */
  async function now(): Promise<MonthQuota> {
    const asked = (await quotas.read(quotaMonthOf(clock.now())))?.rev ?? 0;
    const told = await line.quota();
    const { record } = await change((present) =>
      told ? sync(present, { told, asked, at: clock.now() }) : { record: present, outcome: undefined },
    );
    return record;
  }

  return {
    now,
    async reserve(id, wants) {
      await now();
      const { outcome } = await change((present) => reserve(present, { id, at: clock.now(), wants }));
      return new Set(outcome.granted);
    },
    async settle(id, unsent) {
      await change((present) => {
        const released = unsent.reduce((record, key) => release(record, { id, key }).record, present);
        return settleReservation(released, { id });
      });
    },
  };
}
