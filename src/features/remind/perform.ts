import { reached, readLate } from '../../kernel/duty/readLate.ts';
import type { SituationStore } from '../../kernel/duty/situationStore.ts';
import type { Done, Job, Parts } from '../../kernel/effects.ts';
import type { Intent, Outcome } from '../../kernel/intent.ts';
import type { Person } from '../../kernel/person.ts';
import { reachOf } from '../../kernel/readReach.ts';
import type { Kept } from '../../kernel/store.ts';
import { toldDay } from '../../kernel/toldDay.ts';
import { bangkokDate } from '../../programme/calendar/calendar.ts';
import { mayWriteAt, nextMorning } from '../../programme/calendar/clockHours.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { runId } from '../../programme/job/job.ts';

type LateIntent = Extract<Intent, { kind: 'countLate' | 'remindLate' }>;
export type LateParts = Pick<Parts, 'pushes' | 'year' | 'clock' | 'quiet' | 'wake' | 'dues'> & {
  readonly store: SituationStore & Pick<Kept, 'runs' | 'reminders'>;
};

/** Nobody is told twice on a day what offices remind of. */
const hasHeard = (person: Person, day: IsoDate): boolean =>
  toldDay(person, day)?.told.includes('manual-reminder') ?? false;

/** Reminds those who are late, when an office says so: it orders a run, whose parts go the way of every reminder. */
export function createLateWork(parts: LateParts) {
  const { store, year, clock, quiet, wake } = parts;
  const done = (outcome: Outcome): Done => ({ outcome, notices: [] });

  return async ({ id, by, at }: Job, intent: LateIntent): Promise<Done> => {
    const { areas } = intent;
    const now = clock.now();
    const when = { year: await year(), today: bangkokDate(now) };
    const found = await readLate(parts, areas, by.id, when);
    const late = found.map(({ person }) => person);
    const day = bangkokDate(mayWriteAt(now, quiet) ? now : nextMorning(now, quiet));
    const heard = late.filter((person) => hasHeard(person, day));
    const reach = await reachOf(parts, reached(late.filter((person) => !heard.includes(person))), 'overdue');
    const counted = { areas, reach, ...(heard.length > 0 && { heard: heard.length }) };
    if (intent.kind === 'countLate') {
      const underWay = await underWayOf(by);
      return done({ of: 'countLate', ...counted, ...(underWay && { underWay }) });
    }
    // The instant of the order, which is the same when it is performed again.
    const from = intent.from && intent.from > at ? intent.from : at;
    const order = { id, by: by.id, areas };
    const run = runId('manual-reminder', from, order);
    // It may have ended meanwhile, so that fewer people are late now than it was ordered for.
    const isOrdered = (await store.runs.read(run)) !== undefined;
    const people = isOrdered ? intent.shown : reach.people;
    const common = { of: 'remindLate' as const, ...counted, reach: { ...reach, people } };
    if (!isOrdered && reach.people !== intent.shown)
      return done({ ...common, result: { kind: 'audienceChanged' } });
    if (!isOrdered && !mayWriteAt(from, quiet)) return done({ ...common, result: { kind: 'closed' } });
    await store.runs.order('manual-reminder', from, order);
    wake(run);
    return done({ ...common, result: { kind: 'ordered', run, at: from } });
  };

  /** How far this person's own reminders are. */
  async function underWayOf({ id }: Person) {
    const own = (await store.runs.ordered()).find(({ order }) => order?.by === id);
    return own && { at: own.at, counts: await store.reminders.counts(own.id) };
  }
}
