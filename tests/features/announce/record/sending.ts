import fc from 'fast-check';
import {
  type Announcement,
  type AnnouncementIntent,
  countsOf,
  plannedAnnouncement,
} from '../../../../src/features/announce/record/announcement.ts';
import type { Calling, Chunk } from '../../../../src/features/announce/record/chunk.ts';
import { decideAnnouncement } from '../../../../src/features/announce/record/decide.ts';
import { nextStep } from '../../../../src/features/announce/record/nextStep.ts';
import type { IntentId, PersonId } from '../../../../src/programme/ids.ts';
import { type Answer, toyMulticast } from './toyMulticast.ts';

/** What a run can get wrong on purpose. */
export type Faults = {
  readonly forgetsKey?: true;
  readonly notesBeforeCalling?: true;
  readonly halvesUnderOldKey?: true;
  readonly writesOverOthers?: true;
  readonly stopsMidCall?: true;
};

const anyFate = fc.constantFrom('fine', 'blocked', 'skipped', 'bad', 'kept');
/** A worker does one more step, or dies in front of it; the answer to a call may get lost either way. */
const anyTurn = fc.record({
  worker: fc.nat(1),
  dies: fc.nat(11).map((die) => die === 0),
  lost: fc.constantFrom('no', 'no', 'no', 'before', 'after'),
});
export const schedules = fc.record({
  groups: fc.array(fc.array(anyFate, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 5 }),
  month: fc.oneof({ arbitrary: fc.constant(1000), weight: 2 }, { arbitrary: fc.nat(20), weight: 1 }),
  turns: fc.array(anyTurn, { minLength: 20, maxLength: 150, size: 'max' }),
  stopAt: fc.option(fc.nat(120), { nil: -1 }),
});
type Schedule = typeof schedules extends fc.Arbitrary<infer T> ? T : never;

const author = 'P-author' as PersonId;
const at = new Date('2022-08-09T02:00:00Z');

/** Two workers send one announcement, are killed and go on, until a last one finishes it undisturbed. */
export function play({ groups, month, turns, stopAt }: Schedule, faults: Faults = {}) {
  const people = groups.flatMap((group, g) =>
    group.map((fate, n) => ({ who: `P${g}.${n}` as PersonId, group: g, fate })),
  );
  const thoseOf = (fate: string) => people.filter((one) => one.fate === fate).map(({ who }) => who);
  const line = toyMulticast(month, { bad: thoseOf('bad'), blocked: thoseOf('blocked') });
  const laidBeside = new Set<PersonId>();
  let drawn = 0;
  const draw = () => {
    drawn += 1;
    return `key${drawn}`;
  };
  const intentId = () => draw() as IntentId;
  const confirmed = decideAnnouncement(plannedAnnouncement('A1', author, 'text'), {
    kind: 'confirm',
    id: intentId(),
    at,
    by: author,
    shown: people.length,
    kept: thoseOf('kept'),
    groups: groups.map((_, g) =>
      people.filter(({ group, fate }) => group === g && fate !== 'kept').map(({ who }) => who),
    ),
  });
  let record: Announcement = confirmed.record;
  let lost: 'no' | 'before' | 'after' = 'no';
  const seen = { lostRaces: 0, repeats: 0, splits: 0 };

  function* note(intent: AnnouncementIntent) {
    for (;;) {
      const present = record;
      yield;
      const decided = decideAnnouncement(present, intent);
      if (decided.record === present) return;
      if (record.rev === present.rev || faults.writesOverOthers) {
        record = decided.record;
        return;
      }
      seen.lostRaces += 1;
    }
  }

  function answerOf(chunk: string, { key }: Calling, answer: Answer): AnnouncementIntent | undefined {
    const told = { id: intentId(), at, chunk, key };
    switch (answer) {
      case 'accepted':
      case 'acceptedBefore':
        return { ...told, kind: 'sent' };
      case 'refused':
        return {
          ...told,
          kind: 'refused',
          newKeys: faults.halvesUnderOldKey ? [key, key] : [draw(), draw()],
        };
      case 'monthUsedUp':
        return { ...told, kind: 'keep' };
      case 'none':
        return undefined;
      default:
        return answer satisfies never;
    }
  }

  function* call({ id }: Chunk, calling: Calling) {
    yield;
    if (faults.notesBeforeCalling)
      yield* note({ kind: 'sent', id: intentId(), at, chunk: id, key: calling.key });
    const answer = line.multicast(faults.forgetsKey ? { ...calling, key: draw() } : calling, lost);
    if (answer === 'acceptedBefore') seen.repeats += 1;
    if (answer === 'refused' && calling.to.length > 1) seen.splits += 1;
    yield;
    const intent = answerOf(id, calling, answer);
    if (intent) yield* note(intent);
  }

  function* begin({ id, state }: Chunk) {
    const to: readonly PersonId[] = state.kind === 'waiting' ? state.to : [];
    const fated = (fate: string) => to.filter((one) => thoseOf(fate).includes(one));
    const judged = { blocked: fated('blocked'), skipped: fated('skipped'), kept: [], silent: false };
    yield* note({ kind: 'begin', id: intentId(), at, chunk: id, body: `body ${id}`, key: draw(), ...judged });
  }

  function* work() {
    for (;;) {
      const present = record;
      yield;
      const step = nextStep(present, at);
      if (!step) return;
      if (step.kind === 'finish') yield* note({ kind: 'finish', id: intentId(), at });
      else if (step.kind === 'begin') yield* begin(step.chunk);
      else if (step.kind === 'keep') {
        for (const one of 'to' in step.chunk.state ? step.chunk.state.to : []) {
          yield;
          laidBeside.add(one);
        }
        yield* note({ kind: 'kept', id: intentId(), at, chunk: step.chunk.id });
      } else yield* call(step.chunk, step.calling);
    }
  }

  const stop = () => {
    record = decideAnnouncement(record, { kind: 'stop', id: intentId(), at, by: author }).record;
    if (!faults.stopsMidCall || record.state !== 'stopping') return;
    const chunks = record.chunks.map((chunk) =>
      chunk.state.kind === 'calling'
        ? { ...chunk, state: { kind: 'waiting', to: chunk.state.to } as const }
        : chunk,
    );
    record = { ...record, chunks };
  };
  const workers = [work(), work()];
  for (const [turn, { worker, dies, lost: next }] of turns.entries()) {
    lost = next;
    if (turn === stopAt) stop();
    if (dies) workers[worker] = work();
    workers[worker]?.next();
  }
  lost = 'no';
  const last = work();
  for (let steps = 0; steps < 5000 && !last.next().done; steps += 1);
  return { people, record, counts: countsOf(record), deliveries: line.deliveries, laidBeside, seen };
}
