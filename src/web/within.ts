import type { Clock } from '../kernel/store.ts';

export type End = 'done' | 'failed' | 'late';

/** Without a reason of ours an abort makes an error with a stack, for each request. */
const noFault = 'ended';

/** What became of something within so many milliseconds; it goes on in any case. */
export function endWithin(ms: number, doing: Promise<unknown>, { sleep }: Clock): Promise<End> {
  const ended = new AbortController();
  const outcome = doing.then(
    (): End => 'done',
    (): End => 'failed',
  );
  const late = sleep(ms, ended.signal).then((): End => 'late');
  return Promise.race([outcome, late]).finally(() => ended.abort(noFault));
}

/** What something resolves to, where it does within so many milliseconds; it goes on in any case. */
export async function valueWithin<T>(ms: number, doing: Promise<T>, clock: Clock): Promise<T | undefined> {
  return (await endWithin(ms, doing, clock)) === 'done' ? doing : undefined;
}
