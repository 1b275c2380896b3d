import type { JobName } from '../programme/job/job.ts';
import type { Notice } from './notice.ts';
import type { Message, Reply } from './reply.ts';
import type { Tick } from './tick.ts';

/** What a message that comes unasked is about. */
export type Cause =
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'tick'; readonly tick: Tick };

/**
 * Something that could not be sent and rides along with replies, one message with each. Its cause is kept and not its
 * words: what there is to say, and whether this person may hear it, is decided when it goes.
 */
export type Waiting = {
  readonly id: string;
  /** So many of its messages rode along already. */
  readonly gone: number;
} & (Cause | { readonly kind: 'receipt'; readonly reply: Reply });

/** What rides along with one reply. */
export type Rider = {
  readonly waits: Waiting;
  readonly message: Message;
  /** What is left of it for the replies after that. */
  readonly rest?: Waiting;
};

/** What a message that was not sent waits as. Each job's part of a morning waits by itself. */
export function waitsOf(id: string, cause: Cause): readonly Waiting[] {
  if (cause.kind === 'notice') return [{ id, gone: 0, ...cause }];
  const { tick } = cause;
  return jobsOf(tick).map((job) => ({
    ...{ id: job === tick.job ? id : `${id}/${job}`, gone: 0 },
    ...{ kind: 'tick', tick: { ...tick, jobs: [job] } },
  }));
}

/** The jobs that a tick tells of: its own alone, before more was decided. */
export const jobsOf = ({ job, jobs = [job] }: Pick<Tick, 'job' | 'jobs'>): readonly JobName[] => jobs;

/** The next message of something that waits; nothing where there is none left. */
export function riderOf(waits: Waiting, messages: readonly Message[]): Rider | undefined {
  const message = messages[waits.gone];
  if (!message) return undefined;
  const gone = waits.gone + 1;
  return { waits, message, ...(gone < messages.length && { rest: { ...waits, gone } }) };
}

/** What still waits while something rides along. */
export const withoutRider = (waiting: readonly Waiting[], { waits, rest }: Rider): readonly Waiting[] => [
  ...(rest ? [rest] : []),
  ...waiting.filter(({ id }) => id !== waits.id),
];

/** What waits once it is known that the rider did not arrive. */
export const withRiderBack = (waiting: readonly Waiting[], { waits }: Rider): readonly Waiting[] => [
  waits,
  ...waiting.filter(({ id }) => id !== waits.id),
];

/** Of what the clock has to tell only the newest of each job is still worth telling. */
export function newestOnly(waiting: readonly Waiting[]): {
  readonly left: readonly Waiting[];
  readonly outdated: readonly Waiting[];
} {
  const isOutdated = (one: Waiting) =>
    one.kind === 'tick' && waiting.some((other) => other.kind === 'tick' && replaces(other.tick, one.tick));
  return {
    left: waiting.filter((one) => !isOutdated(one)),
    outdated: waiting.filter(isOutdated),
  };
}

/** The same where a newer one is sent now. */
export function withoutOlder(
  waiting: readonly Waiting[],
  newer: Tick,
): { readonly left: readonly Waiting[]; readonly outdated: readonly Waiting[] } {
  const isOutdated = (one: Waiting) => one.kind === 'tick' && replaces(newer, one.tick);
  return { left: waiting.filter((one) => !isOutdated(one)), outdated: waiting.filter(isOutdated) };
}

function replaces(newer: Tick, older: Tick): boolean {
  const jobs = jobsOf(newer);
  return newer.at > older.at && jobsOf(older).every((job) => jobs.includes(job));
}
