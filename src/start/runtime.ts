import type { Log } from '../kernel/outside.ts';

/** The last day with fixes of each line of Node that can run Fundline, as its release schedule has it. */
const lastDays: { readonly [line: string]: string } = {
  20: '2026-04-30',
  21: '2024-06-01',
  22: '2027-04-30',
  23: '2025-06-01',
  24: '2028-04-30',
  25: '2026-06-01',
  26: '2029-04-30',
};

/** Warns where the runtime gets no fixes any more; of a line that is younger than the table nothing is known. */
export function warnOfRuntime(log: Pick<Log, 'warn'>, version: string, now: Date): void {
  const [line = ''] = version.split('.');
  const lastDay = lastDays[line];
  if (lastDay === undefined || now.toISOString().slice(0, 10) <= lastDay) return;
  log.warn({ code: 'runtimeOutdated', what: `node-${version}`, at: lastDay });
}
