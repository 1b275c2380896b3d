import { quantile } from './figures.ts';
import type { Said } from './line.ts';

/** Someone who says the next thing; the loop is closed, since it resolves when the reply is there. */
export type Talker = () => Promise<Said>;

export type Run = {
  readonly perSecond: number;
  /** Of the time from a webhook to its reply, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** All that was said, with what was said while warming up. */
  readonly said: number;
};

/** Lets all talk for so many milliseconds, after others that are not measured. */
export async function talk(talkers: readonly Talker[], warmUp: number, ms: number): Promise<Run> {
  const begin = performance.now() + warmUp;
  const end = begin + ms;
  const times: number[] = [];
  let said = 0;
  const goOn = async (say: Talker) => {
    while (performance.now() < end) {
      const answer = await say();
      const now = performance.now();
      said += 1;
      if (now >= begin && now < end) times.push(answer.ms);
    }
  };
  await Promise.all(talkers.map(goOn));
  times.sort((a, b) => a - b);
  const perSecond = ms === 0 ? 0 : times.length / (ms / 1000);
  return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99), said };
}
