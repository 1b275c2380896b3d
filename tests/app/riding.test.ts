import { describe, expect, it } from 'vitest';
import { withRiders } from '../../src/app/riding.ts';
import type { EventId } from '../../src/engine/ids.ts';
import type { Decision } from '../../src/kernel/decision.ts';
import type { InboundEvent, What } from '../../src/kernel/event.ts';
import type { Notice } from '../../src/kernel/notice.ts';
import { type Person, stranger } from '../../src/kernel/person.ts';
import { type Message, said } from '../../src/kernel/reply.ts';
import type { Tick } from '../../src/kernel/tick.ts';
import { type Waiting, waitsOf, withoutRider, withRiderBack } from '../../src/kernel/waiting.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { type JobName, runId } from '../../src/programme/job/job.ts';

const now = new Date('2022-08-10T09:00:00+07:00');
const who = 'P1' as PersonId;
const event = (id: string, what: What, replyToken?: string): InboundEvent => ({
  ...{ id: id as EventId, who, lineUser: 'U1', at: now, receivedAt: now, redelivered: false },
  ...(replyToken === undefined ? {} : { replyToken }),
  ...what,
});
const says = (...words: readonly string[]): readonly Message[] =>
  words.map((word) => ({ kind: 'text', text: [said(word)] }));
const wordsIn = (message: Message | undefined) => (message?.kind === 'text' ? message.text : []);
const saying = (word: string) => [said(word)];

/** A bot that answers everything, and whose unasked messages are these, by job or kind of notice. */
function botThatSays(unasked: { readonly [about: string]: readonly string[] }) {
  return withRiders(async (happened, person): Promise<Decision> => {
    if (happened.kind === 'text') return { person, reply: { messages: says('answer') } };
    if (happened.kind !== 'tick' && happened.kind !== 'notice') return { person };
    const about = happened.kind === 'tick' ? (happened.tick.jobs ?? []).join() : happened.notice.kind;
    const words = unasked[about] ?? [];
    return words.length > 0 ? { person, reply: { messages: says(...words) } } : { person };
  });
}

const personWith = (...waiting: readonly Waiting[]): Person => ({ ...stranger(who, 'U1'), waiting });
const tick = (day: string, ...jobs: readonly JobName[]): Tick => {
  const at = new Date(`${day}T08:30:00+07:00`);
  const [job = 'reminders'] = jobs;
  return { job, run: runId(job, at), at, ahead: 0, push: false, jobs };
};
const waits = (day: string, ...jobs: readonly JobName[]) =>
  waitsOf(`clock:${day}`, { kind: 'tick', tick: tick(day, ...jobs) });
const notice: Notice = { kind: 'alert', alert: 'queueOld', about: '' };
const typed = event('e1', { kind: 'text', text: 'เมนู' }, 'token');

describe('with a reply', () => {
  it('goes one message of what waits longest, and the rest of it with the next', async () => {
    const bot = botThatSays({ alert: ['first', 'second'], reminders: ['owed'] });
    let person = personWith(
      ...waitsOf('n1', { kind: 'notice', notice }),
      ...waits('2022-08-08', 'reminders'),
    );
    const heard: unknown[] = [];
    for (const _ of ['one', 'two', 'three', 'four']) {
      const { person: after, rider } = await bot(typed, person);
      heard.push(wordsIn(rider?.message));
      person = rider ? { ...after, waiting: withoutRider(after.waiting, rider) } : after;
    }
    expect(heard).toEqual([saying('first'), saying('second'), saying('owed'), []]);
    expect(person.waiting).toEqual([]);
  });

  it('both parts of a morning go, one after the other, also when the first has nothing left to say', async () => {
    const morning = waits('2022-08-08', 'reminders', 'weekly-summary');
    expect(morning).toHaveLength(2);
    const both = await botThatSays({ reminders: ['owed'], 'weekly-summary': ['figures'] })(
      typed,
      personWith(...morning),
    );
    expect(wordsIn(both.rider?.message)).toEqual(saying('owed'));
    const one = await botThatSays({ 'weekly-summary': ['figures'] })(typed, personWith(...morning));
    expect(wordsIn(one.rider?.message)).toEqual(saying('figures'));
    expect(one.settledReminders).toEqual([{ id: 'clock:2022-08-08', state: 'skipped', why: 'done' }]);
  });

  it('of what the clock told on several mornings only the newest goes', async () => {
    const person = personWith(...waits('2022-08-02', 'reminders'), ...waits('2022-08-08', 'reminders'));
    const turned = await botThatSays({ reminders: ['owed'] })(typed, person);
    expect(turned.rider?.waits.id).toBe('clock:2022-08-08');
    expect(turned.settledReminders).toEqual([{ id: 'clock:2022-08-02', state: 'merged', why: 'newer' }]);
  });

  it('nothing goes that has nothing to say to this person any more', async () => {
    const person = personWith(...waitsOf('n1', { kind: 'notice', notice }));
    const turned = await botThatSays({})(typed, person);
    expect(turned.rider).toBeUndefined();
    expect(turned.person.waiting).toEqual([]);
  });

  it('a receipt goes as it was said, since it is of what was done', async () => {
    const receipt = { id: 'r1', gone: 0, kind: 'receipt', reply: { messages: says('FL65') } } as const;
    const { rider } = await botThatSays({})(typed, personWith(receipt));
    expect(wordsIn(rider?.message)).toEqual(saying('FL65'));
  });

  it('what did not arrive waits again, before the others', async () => {
    const bot = botThatSays({ alert: ['first', 'second'] });
    const person = personWith(...waitsOf('n1', { kind: 'notice', notice }));
    const { rider } = await bot(typed, person);
    if (!rider) throw new Error('nothing rides along');
    expect(withRiderBack(withoutRider(person.waiting, rider), rider)).toEqual(person.waiting);
  });
});

it('what comes unasked takes nothing along', async () => {
  const person = personWith(...waits('2022-08-08', 'reminders'));
  const turned = await botThatSays({ alert: ['now'], reminders: ['owed'] })(
    event('e2', { kind: 'notice', notice }),
    person,
  );
  expect(turned.rider).toBeUndefined();
  expect(turned.person.waiting).toEqual(person.waiting);
});
