import { describe, expect, it } from 'vitest';
import {
  type Announcement,
  type AnnouncementIntent,
  countsOf,
  plannedAnnouncement,
} from '../../../../src/features/announce/record/announcement.ts';
import { retryLife } from '../../../../src/features/announce/record/chunk.ts';
import { decideAnnouncement } from '../../../../src/features/announce/record/decide.ts';
import { nextStep } from '../../../../src/features/announce/record/nextStep.ts';
import type { IntentId, PersonId } from '../../../../src/programme/ids.ts';

const at = new Date('2022-08-09T02:00:00Z');
const author = 'P-author' as PersonId;
const persons = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => `P${from + n}` as PersonId);
const planned = plannedAnnouncement('A1', author, 'text');

type Told = AnnouncementIntent extends infer I
  ? I extends AnnouncementIntent
    ? Omit<I, 'id' | 'at'>
    : never
  : never;
let told = 0;
const decide = (present: Announcement, intent: Told, id = `i${told++}`) =>
  decideAnnouncement(present, { ...intent, id: id as IntentId, at } as AnnouncementIntent);
const after = (present: Announcement, ...intents: readonly Told[]) =>
  intents.reduce((record, intent) => decide(record, intent).record, present);

const confirm = (people: number, kept = 0): Told => ({
  kind: 'confirm',
  by: author,
  shown: people,
  groups: [persons(people - kept)],
  kept: persons(kept, people - kept),
});
const begin = (
  chunk: string,
  key: string,
  rest: { blocked?: PersonId[]; skipped?: PersonId[]; kept?: PersonId[] } = {},
): Told => ({
  kind: 'begin',
  chunk,
  body: `body ${chunk}`,
  key,
  silent: false,
  blocked: [],
  skipped: [],
  kept: [],
  ...rest,
});
const stop: Told = { kind: 'stop', by: author };

describe('confirming an announcement', () => {
  it('is for its author alone', () => {
    const { record, outcome } = decide(planned, { ...confirm(3), by: 'P-other' } as Told);
    expect(outcome).toEqual({ kind: 'notYours' });
    expect(record.state).toBe('planned');
  });

  it('holds for the number of people that was shown alone', () => {
    const { record, outcome } = decide(planned, { ...confirm(3), shown: 4 } as Told);
    expect(outcome).toEqual({ kind: 'audienceChanged', people: 3 });
    expect(decide(record, confirm(3)).outcome).toEqual({ kind: 'confirmed', people: 3 });
  });

  it('happens once, however often it is told', () => {
    const first = decide(planned, confirm(3), 'tap');
    expect(decide(first.record, confirm(3), 'tap')).toEqual(first);
    expect(decide(first.record, confirm(3)).outcome).toEqual({ kind: 'alreadyConfirmed' });
  });

  it('freezes the audience in chunks of 500 at most, with one rendering each', () => {
    const groups = [persons(1001), persons(2, 2000)];
    const { record } = decide(planned, { kind: 'confirm', by: author, shown: 1003, groups, kept: [] });
    expect(record.chunks.map(({ group, state }) => [group, 'to' in state && state.to.length])).toEqual([
      [0, 500],
      [0, 500],
      [0, 1],
      [1, 2],
    ]);
  });
});

describe('an announcement for later', () => {
  const from = new Date(at.getTime() + 3600_000);
  const schedule: Told = { kind: 'schedule', by: author, shown: 3, people: 3, from };

  it('waits with nothing to do, then takes the audience of its time', () => {
    const { record, outcome } = decide(planned, schedule);
    expect(outcome).toEqual({ kind: 'scheduled', from, people: 3 });
    expect(nextStep(record, from)).toBeUndefined();
    expect(decide(record, confirm(5)).outcome).toEqual({ kind: 'confirmed', people: 5 });
  });

  it('is confirmed by its author, once, for the number that was shown', () => {
    expect(decide(planned, { ...schedule, people: 4 } as Told).outcome).toEqual({
      kind: 'audienceChanged',
      people: 4,
    });
    expect(decide(planned, { ...schedule, by: 'P-other' } as Told).outcome).toEqual({ kind: 'notYours' });
    expect(decide(after(planned, schedule), schedule).outcome).toEqual({ kind: 'alreadyConfirmed' });
  });

  it('can be stopped before it begins', () => {
    const stopped = after(planned, schedule, stop);
    expect(stopped.state).toBe('stopped');
    expect(decide(stopped, confirm(3)).outcome).toEqual({ kind: 'alreadyConfirmed' });
  });
});

describe('a chunk', () => {
  const begun = after(planned, confirm(4), begin('0', 'K1'));

  it('that has begun keeps its recipients, body and key', () => {
    const again = decide(begun, begin('0', 'K2'));
    expect(again).toEqual({ record: begun, outcome: { kind: 'outOfDate' } });
    expect(nextStep(begun, at)).toMatchObject({ kind: 'call', calling: { key: 'K1', body: 'body 0' } });
  });

  it('begins without those who blocked the bot or are no longer concerned', () => {
    const [first, second] = persons(2);
    const some = after(
      planned,
      confirm(4),
      begin('0', 'K1', { blocked: first ? [first] : [], skipped: second ? [second] : [] }),
    );
    expect(nextStep(some, at)).toMatchObject({ kind: 'call', calling: { to: ['P2', 'P3'] } });
    expect(countsOf(some)).toMatchObject({ people: 4, blocked: 1, skipped: 1, open: 2 });
  });

  it('keeps for the next reply those for whom the month leaves no push any more', () => {
    const some = after(planned, confirm(4), begin('0', 'K1', { kept: persons(2), skipped: persons(1) }));
    expect(nextStep(some, at)).toMatchObject({ kind: 'call', calling: { to: ['P2', 'P3'] } });
    const called = after(some, { kind: 'sent', chunk: '0', key: 'K1' });
    expect(nextStep(called, at)).toMatchObject({
      kind: 'keep',
      chunk: { id: '0.kept', state: { to: ['P1'] } },
    });
    expect(countsOf(after(called, { kind: 'kept', chunk: '0.kept' }))).toEqual({
      ...{ people: 4, sent: 2, kept: 1, skipped: 1, blocked: 0, failed: 0, unsure: 0, open: 0 },
    });
  });

  it('has failed as a whole when LINE refuses what is said', () => {
    const failed = after(begun, { kind: 'fail', chunk: '0', key: 'K1' });
    expect(countsOf(failed)).toMatchObject({ people: 4, failed: 4, open: 0 });
    expect(nextStep(failed, at)).toEqual({ kind: 'finish' });
  });

  it('that certainly was not sent can be put off, to begin anew', () => {
    const put = after(begun, { kind: 'putOff', chunk: '0', key: 'K1' });
    expect(nextStep(put, at)).toMatchObject({ kind: 'begin', chunk: { id: '0' } });
    expect(countsOf(put)).toMatchObject({ people: 4, open: 4 });
    expect(nextStep(after(put, stop), at)).toEqual({ kind: 'finish' });
  });

  it('of whom nobody is left needs no call', () => {
    const none = after(planned, confirm(2), begin('0', 'K1', { blocked: persons(2) }));
    expect(nextStep(none, at)).toEqual({ kind: 'finish' });
  });

  it('that is refused is tried in halves under new keys, down to one who has failed', () => {
    const halved = after(begun, { kind: 'refused', chunk: '0', key: 'K1', newKeys: ['K2', 'K3'] });
    expect(halved.chunks.map(({ id, state }) => [id, state.kind])).toEqual([
      ['0', 'split'],
      ['0.0', 'calling'],
      ['0.1', 'calling'],
    ]);
    const ended = after(
      halved,
      { kind: 'sent', chunk: '0.0', key: 'K2' },
      { kind: 'refused', chunk: '0.1', key: 'K3', newKeys: ['K4', 'K5'] },
      { kind: 'sent', chunk: '0.1.0', key: 'K4' },
      { kind: 'refused', chunk: '0.1.1', key: 'K5', newKeys: ['K6', 'K7'] },
    );
    expect(countsOf(ended)).toMatchObject({ people: 4, sent: 3, failed: 1, open: 0 });
  });

  it('is told of under its own key alone', () => {
    const late: Told = { kind: 'sent', chunk: '0', key: 'K9' };
    expect(decide(begun, late)).toEqual({ record: begun, outcome: { kind: 'outOfDate' } });
  });

  it('rides along with the next reply when the month is used up', () => {
    const keeping = after(begun, { kind: 'keep', chunk: '0', key: 'K1' });
    expect(nextStep(keeping, at)).toMatchObject({ kind: 'keep', chunk: { id: '0' } });
    expect(countsOf(after(keeping, { kind: 'kept', chunk: '0' }))).toMatchObject({
      kept: 4,
      sent: 0,
      open: 0,
    });
  });

  it('is given up for unsure when its key runs out', () => {
    const later = new Date(at.getTime() + retryLife + 1);
    expect(nextStep(begun, later)).toMatchObject({ kind: 'giveUp', calling: { key: 'K1' } });
    const ended = after(begun, { kind: 'giveUp', chunk: '0', key: 'K1' });
    expect(countsOf(ended)).toMatchObject({ unsure: 4, open: 0 });
  });
});

describe('stopping an announcement', () => {
  const two = after(
    planned,
    { kind: 'confirm', by: author, shown: 5, groups: [persons(2), persons(2, 2)], kept: persons(1, 4) },
    begin('1', 'K1'),
    stop,
  );

  it('is for its author, while it is being sent', () => {
    expect(decide(planned, stop).outcome).toEqual({ kind: 'notConfirmed' });
    expect(decide(two, { ...stop, by: 'P-other' } as Told).outcome).toEqual({ kind: 'notYours' });
  });

  it('lets what has begun be finished, and nothing new begin', () => {
    expect(decide(two, begin('2', 'K2')).outcome).toEqual({ kind: 'outOfDate' });
    expect(decide(two, { kind: 'finish' }).outcome).toEqual({ kind: 'outOfDate' });
    const called = after(two, { kind: 'kept', chunk: '0' }, { kind: 'sent', chunk: '1', key: 'K1' });
    const { record, outcome } = decide(called, { kind: 'finish' });
    const counts = { people: 5, sent: 2, kept: 1, blocked: 0, skipped: 0, failed: 0, unsure: 0, open: 2 };
    expect(outcome).toEqual({ kind: 'finished', state: 'stopped', counts });
    expect(decide(record, { kind: 'finish' })).toEqual({ record, outcome });
    expect(decide(record, stop).outcome).toEqual({ kind: 'alreadyOver' });
    expect(nextStep(record, at)).toBeUndefined();
  });
});
