import { type Announcement, countsOf, type Decided, type IntentOf, unchanged } from './announcement.ts';
import { chunksOf } from './chunk.ts';
import { nextStep } from './nextStep.ts';

/** The audience is frozen; what the quota does not suffice for is begun at once, since keeping it costs nothing. */
export function confirm(
  present: Announcement,
  { by, shown, groups, kept, blocked = 0 }: IntentOf<'confirm'>,
): Decided {
  if (by !== present.by) return unchanged(present, 'notYours');
  if (present.state !== 'planned' && present.state !== 'scheduled')
    return unchanged(present, 'alreadyConfirmed');
  const people = groups.reduce((sum, group) => sum + group.length, kept.length);
  if (people !== shown) return { record: present, outcome: { kind: 'audienceChanged', people } };
  const keeping = kept.length > 0 ? [{ group: 0, state: { kind: 'keeping', to: kept } as const }] : [];
  const chunks = [...keeping, ...chunksOf(groups)].map((chunk, no) => ({ ...chunk, id: String(no) }));
  return {
    record: { ...present, state: 'sending', chunks, blocked },
    outcome: { kind: 'confirmed', people },
  };
}

/** For later; the audience of that time is taken as it is then. */
export function schedule(present: Announcement, { by, shown, people, from }: IntentOf<'schedule'>): Decided {
  if (by !== present.by) return unchanged(present, 'notYours');
  if (present.state !== 'planned') return unchanged(present, 'alreadyConfirmed');
  if (people !== shown) return { record: present, outcome: { kind: 'audienceChanged', people } };
  return { record: { ...present, state: 'scheduled', from }, outcome: { kind: 'scheduled', from, people } };
}

/** What has begun is finished, nothing new begins. */
export function stop(present: Announcement, { by }: IntentOf<'stop'>): Decided {
  if (by !== present.by) return unchanged(present, 'notYours');
  switch (present.state) {
    case 'planned':
      return unchanged(present, 'notConfirmed');
    case 'scheduled':
      return { record: { ...present, state: 'stopped' }, outcome: { kind: 'stopping' } };
    case 'sending':
      return { record: { ...present, state: 'stopping' }, outcome: { kind: 'stopping' } };
    case 'stopping':
      return { record: present, outcome: { kind: 'stopping' } };
    case 'stopped':
    case 'done':
      return unchanged(present, 'alreadyOver');
    default:
      return present.state satisfies never;
  }
}

/** Asked again it gives the same report. */
export function finish(present: Announcement, { at }: IntentOf<'finish'>): Decided {
  const { state } = present;
  if (state === 'done' || state === 'stopped') return finished(present, state);
  if (nextStep(present, at)?.kind !== 'finish') return unchanged(present, 'outOfDate');
  const end = countsOf(present).open > 0 ? 'stopped' : 'done';
  return finished({ ...present, state: end }, end);
}

const finished = (record: Announcement, state: 'done' | 'stopped'): Decided => ({
  record,
  outcome: { kind: 'finished', state, counts: countsOf(record) },
});
