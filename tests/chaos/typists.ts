import type { PersonId } from '../../src/domain/ids.ts';
import type { EventId } from '../../src/engine/ids.ts';
import { screenOf, userOf } from '../app/world.ts';
import type { FakeLine } from '../support/fakeLine.ts';
import type { Dice } from './dice.ts';
import type { Typed } from './typed.ts';

/** People who go on typing whenever something happened to them, and some of them before. */
export type Typists = {
  readonly promptAll: () => void;
  /** Nothing is left to be done for anybody, so no answer comes any more. */
  readonly giveUpWaiting: () => void;
  /** A message is on its way to somebody, who may not wait for it. */
  readonly expect: (lineUser: string, ms: number) => void;
  readonly ended: (lineUser: string, isShown: boolean) => void;
  /** Texts that were held back on their way are delivered with this, until one is not taken. */
  readonly release: (deliver: (typed: Typed) => Promise<boolean>) => Promise<void>;
  readonly acked: ReadonlySet<EventId>;
  /** Whether all was typed and acknowledged. */
  readonly areDone: () => boolean;
  /** Resolves when so many texts were acknowledged. */
  readonly reached: (texts: number) => Promise<void>;
};

export type TypistsOptions = {
  readonly people: readonly PersonId[];
  readonly texts: number;
  /** Whether they type on when they have typed as many. */
  readonly goesOn: () => boolean;
  readonly line: FakeLine;
  readonly dice: Dice;
  readonly deliver: (typed: Typed) => Promise<void>;
  readonly onAcked: () => void;
};

/** What is typed so shortly before LINE's answer counts as typed after it, in milliseconds: nobody is that fast. */
const grace = 80;

export function createTypists({
  people,
  texts,
  goesOn,
  line,
  dice,
  deliver,
  onAcked,
}: TypistsOptions): Typists {
  const left = new Map(people.map((person) => [person, texts]));
  const typing = new Set<PersonId>();
  const acked = new Set<EventId>();
  const awaited: { readonly texts: number; readonly resolve: () => void }[] = [];
  /** Calls to a person that are under way. */
  const underWay = new Map<string, number>();
  /** Texts of a person that were not answered yet. */
  const unanswered = new Map<string, number>();
  let heldBack: Typed[] = [];
  let events = 0;
  let delivering = 0;

  function typed(person: PersonId): Typed {
    events += 1;
    left.set(person, Math.max((left.get(person) ?? 0) - 1, 0));
    const question = screenOf(line, person);
    const text = question ? `saw ${question}` : 'agree';
    return { id: `e${events}` as EventId, person, text, token: line.token(userOf(person)), at: new Date() };
  }

  const hasMore = (person: PersonId) => goesOn() || (left.get(person) ?? 0) > 0;

  const isWaiting = (to: string) => (underWay.get(to) ?? 0) > 0 || (unanswered.get(to) ?? 0) > 0;

  function noteAcked(id: EventId): void {
    acked.add(id);
    for (const { texts, resolve } of awaited) if (acked.size >= texts) resolve();
  }

  async function send(...all: readonly Typed[]): Promise<void> {
    delivering += 1;
    for (const { person } of all) unanswered.set(userOf(person), (unanswered.get(userOf(person)) ?? 0) + 1);
    await Promise.all(all.map(deliver));
    for (const { id } of all) noteAcked(id);
    delivering -= 1;
    onAcked();
  }

  async function type(person: PersonId): Promise<void> {
    if (!isWaiting(userOf(person))) {
      const most = goesOn() ? 3 : (left.get(person) ?? 0);
      const burst = Math.min(dice(4) === 0 ? 3 : 1, most);
      const all = Array.from({ length: burst }, () => typed(person));
      const isLate = burst === 1 && dice(4) === 0 && all[0]?.text !== 'agree';
      if (isLate) heldBack.push(...all);
      else await send(...all);
    }
    typing.delete(person);
    onAcked();
  }

  function prompt(person: PersonId): void {
    if (typing.has(person) || !hasMore(person) || isWaiting(userOf(person))) return;
    typing.add(person);
    // Nobody types in no time; and it takes a while until a process that is busy has LINE's answer.
    setTimeout(() => void type(person), 150 + dice(300));
  }

  async function release(deliverLate: (typed: Typed) => Promise<boolean>): Promise<void> {
    const late = heldBack;
    heldBack = [];
    delivering += 1;
    let isTaken = true;
    for (const one of late) {
      line.renewToken(one.token);
      isTaken &&= await deliverLate(one);
      if (isTaken) noteAcked(one.id);
      else heldBack.push(one);
    }
    delivering -= 1;
  }

  const isTyped = () => typing.size + delivering === 0 && !people.some(hasMore);

  return {
    acked,
    release,
    reached: (texts) =>
      new Promise((resolve) => {
        if (acked.size >= texts) resolve();
        else awaited.push({ texts, resolve });
      }),
    areDone: () => isTyped() && heldBack.length === 0,

    promptAll() {
      people.forEach(prompt);
      if (!isTyped() || heldBack.length === 0) return;
      void release((one) => deliver(one).then(() => true)).then(onAcked);
    },

    expect(to, ms) {
      underWay.set(to, (underWay.get(to) ?? 0) + 1);
      const person = people.find((one) => userOf(one) === to);
      if (!person || ms < 300 || dice(2) === 0) return;
      const end = Date.now() + ms;
      setTimeout(
        () => {
          const isAlone = underWay.get(to) === 1 && end - Date.now() > grace;
          if (isAlone && hasMore(person) && screenOf(line, person)) void send(typed(person));
        },
        ms * (0.1 + dice(60) / 100),
      );
    },

    ended(to, isShown) {
      underWay.set(to, (underWay.get(to) ?? 1) - 1);
      if (isShown) unanswered.set(to, Math.max(0, (unanswered.get(to) ?? 0) - 1));
    },

    giveUpWaiting: () => unanswered.clear(),
  };
}
