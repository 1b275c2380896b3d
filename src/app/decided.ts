import { isAsking, type Turn } from '../kernel/asking.ts';
import type { Decision } from '../kernel/decision.ts';
import type { Asker, Found, Readers, ReadName, Want, Wants } from '../kernel/reads.ts';
import type { Reads } from '../kernel/terms.ts';

/** Reads what a turn asks for, as often as it asks, until it is decided. */
export async function decided(turn: Turn, readers: Partial<Readers>, asked: Asker): Promise<Decision> {
  if (!isAsking(turn)) return turn;
  const next = await turn.ask(async (wants, goOn) => goOn(await readAll(wants, readers, asked)));
  return decided(next, readers, asked);
}

/** All of one question side by side, under the names that the asker gave. */
async function readAll<W extends Wants>(
  wants: W,
  readers: Partial<Readers>,
  asked: Asker,
): Promise<Found<W>> {
  const found = await Promise.all(
    Object.entries(wants).map(async ([name, want]) => [name, await readOne(want, readers, asked)] as const),
  );
  // Each name has what its own read found; no type of the language follows names through an object's entries.
  return Object.fromEntries(found) as Found<W>;
}

function readOne<N extends ReadName>(
  { read, of }: Want<N>,
  readers: Partial<Readers>,
  asked: Asker,
): Promise<ReturnType<Reads[N]>> {
  const reader = readers[read];
  if (!reader) throw new Error(`no feature reads ${read}`);
  return reader(asked, ...of);
}
