import type { Clock } from '../app/ports.ts';

export type End = 'done' | 'failed' | 'late';

/** What became of something within so many milliseconds; it goes on in any case. */
export function endWithin(ms: number, doing: Promise<unknown>, { sleep }: Clock): Promise<End> {
  const ended = new AbortController();
  const outcome = doing.then(
    (): End => 'done',
    (): End => 'failed',
  );
  const late = sleep(ms, ended.signal).then((): End => 'late');
  return Promise.race([outcome, late]).finally(() => ended.abort());
}
