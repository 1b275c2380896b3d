import { partitionOf } from '../../src/app/inbox/partition.ts';
import type { NewRow } from '../../src/app/ports.ts';
import type { EventId } from '../../src/engine/ids.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { toyBody } from '../app/toy.ts';
import { screenOf, userOf } from '../app/world.ts';
import type { FakeLine } from '../support/fakeLine.ts';
import type { Dice } from './dice.ts';

/** People who go on typing whenever something happened to them. */
export type Typists = {
  readonly prompt: (person: PersonId) => void;
  readonly promptAll: () => void;
  readonly acked: ReadonlySet<EventId>;
  /** Whether all was typed and acknowledged. */
  readonly areDone: () => boolean;
};

export type TypistsOptions = {
  readonly people: readonly PersonId[];
  readonly texts: number;
  readonly line: FakeLine;
  readonly dice: Dice;
  readonly deliver: (rows: readonly NewRow[]) => Promise<void>;
  readonly onAcked: () => void;
};

export function createTypists({ people, texts, line, dice, deliver, onAcked }: TypistsOptions): Typists {
  const left = new Map(people.map((person) => [person, texts]));
  const typing = new Set<PersonId>();
  const acked = new Set<EventId>();
  const begin = new Date();
  let events = 0;

  function rowOf(person: PersonId): NewRow {
    events += 1;
    const question = screenOf(line, person);
    const body = toyBody(question ? `saw ${question}` : 'agree', line.token(userOf(person)), userOf(person));
    // Nobody can tell what is typed while a question is on its way from what is typed under it: all is stamped
    // with the moment at which its writer was last shown something.
    const at = line.shown.findLast(({ to }) => to === userOf(person))?.at ?? begin;
    const times = { at, receivedAt: new Date() };
    return { id: `e${events}` as EventId, person, partition: partitionOf(person), place: 0, body, ...times };
  }

  async function type(person: PersonId): Promise<void> {
    const burst = Math.min(dice(4) === 0 ? 3 : 1, left.get(person) ?? 0);
    left.set(person, (left.get(person) ?? 0) - burst);
    const rows = Array.from({ length: burst }, () => rowOf(person));
    await Promise.all(rows.map((row) => deliver([row])));
    for (const { id } of rows) acked.add(id);
    typing.delete(person);
    onAcked();
  }

  function prompt(person: PersonId): void {
    if (typing.has(person) || !left.get(person)) return;
    typing.add(person);
    // Nobody types in no time.
    setTimeout(() => void type(person), 3 + dice(30));
  }

  return {
    acked,
    prompt,
    promptAll: () => people.forEach(prompt),
    areDone: () => typing.size === 0 && people.every((person) => left.get(person) === 0),
  };
}
