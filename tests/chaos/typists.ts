import { partitionOf } from '../../src/app/inbox/partition.ts';
import type { NewRow } from '../../src/app/ports.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { EventId } from '../../src/engine/ids.ts';
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
  readonly deliver: (rows: readonly NewRow[]) => Promise<void>;
  readonly onAcked: () => void;
};

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
    const most = goesOn() ? 3 : (left.get(person) ?? 0);
    const burst = Math.min(dice(4) === 0 ? 3 : 1, most);
    left.set(person, Math.max((left.get(person) ?? 0) - burst, 0));
    const rows = Array.from({ length: burst }, () => rowOf(person));
    await Promise.all(rows.map((row) => deliver([row])));
    for (const { id } of rows) acked.add(id);
    for (const { texts, resolve } of awaited) if (acked.size >= texts) resolve();
    typing.delete(person);
    onAcked();
  }

  function prompt(person: PersonId): void {
    if (typing.has(person) || !(left.get(person) || goesOn())) return;
    typing.add(person);
    // Nobody types in no time.
    setTimeout(() => void type(person), 3 + dice(30));
  }

  return {
    acked,
    prompt,
    promptAll: () => people.forEach(prompt),
    reached: (texts) =>
      new Promise((resolve) => {
        if (acked.size >= texts) resolve();
        else awaited.push({ texts, resolve });
      }),
    areDone: () => typing.size === 0 && !goesOn() && people.every((person) => left.get(person) === 0),
  };
}
