import type { Store } from '../app/ports.ts';
import type { Surroundings } from '../app/process/surroundings.ts';
import type { Clock, Pushes } from '../kernel/store.ts';
import {
  isNearlyUsedUp,
  type LineFigures,
  type MonthQuota,
  openMonth,
  quotaMonthOf,
} from '../programme/quota/monthQuota.ts';
import { release, reserve, settleReservation } from '../programme/quota/reserve.ts';
import { sync } from '../programme/quota/sync.ts';

/** How often, and after how many milliseconds, LINE is asked again before many are told. */
const mostTries = 3;
const pause = 1_000;

const noLimit = { limit: 'none', used: 0 } as const;

export type PushesParts = {
  readonly store: Pick<Store, 'quotas'>;
  readonly line: LineQuota;
  readonly clock: Clock;
  readonly alert: Surroundings['alert'];
};

export type LineQuota = {
  /** The month's pushes as LINE tells them; absent when it does not. */
  readonly quota: () => Promise<LineFigures | 'unauthorized' | undefined>;
};

export function createPushes({ store: { quotas }, line, clock, alert }: PushesParts): Pushes {
  async function firstTold(): Promise<LineFigures> {
    const answer = await line.quota();
    return typeof answer === 'object' ? answer : noLimit;
  }

  /** One change by compare-and-swap, made again while others are faster. */
  async function change<O>(
    decide: (present: MonthQuota) => { readonly record: MonthQuota; readonly outcome: O },
  ): Promise<{ readonly record: MonthQuota; readonly outcome: O }> {
    for (;;) {
      const month = quotaMonthOf(clock.now());
      const present = (await quotas.read(month)) ?? openMonth(month, await firstTold());
      const decided = decide(present);
      if (decided.record === present && present.rev > 0) return decided;
      const record = { ...decided.record, rev: present.rev + 1 };
      if ((await quotas.write(record, present.rev)) !== 'committed') continue;
      if (isNearlyUsedUp(record)) alert('quotaLow');
      return { ...decided, record };
    }
  }

  /** Takes in what LINE says; when it says nothing, what it said last stands. */
  async function ask(): Promise<{ readonly record: MonthQuota; readonly isTold: boolean }> {
    const asked = (await quotas.read(quotaMonthOf(clock.now())))?.rev ?? 0;
    const answer = await line.quota();
    if (answer === 'unauthorized') alert('tokenRefused');
    const fresh = typeof answer === 'object' ? answer : undefined;
    const { record } = await change((present) =>
      fresh
        ? sync(present, { told: fresh, asked, at: clock.now() })
        : { record: present, outcome: undefined },
    );
    return { record, isTold: fresh !== undefined };
  }

  /** A morning is not kept back for one question that was lost. */
  async function isTold(): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      if ((await ask()).isTold) return true;
      if (tries === mostTries) return false;
      await clock.sleep(pause);
    }
  }

  return {
    now: async () => (await ask()).record,
    async reserve(id, wants) {
      const isUntold = !(await isTold());
      const { outcome } = await change((present) =>
        reserve(present, { id, at: clock.now(), wants, isUntold }),
      );
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
