import { isAsking, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Asked, Found, Readers, ReadName, Reads, Want, Wants } from '../../kernel/reads.ts';

/** Reads what a turn asks for, as often as it asks, until it is decided. */
export async function decided(turn: Turn, readers: Readers, asked: Asked): Promise<Decision> {
  if (!isAsking(turn)) return turn;
  const next = await turn.ask(async (wants, goOn) => goOn(await readAll(wants, readers, asked)));
  return decided(next, readers, asked);
}

/** All of one question side by side, under the names that the asker gave. */
async function readAll<W extends Wants>(wants: W, readers: Readers, asked: Asked): Promise<Found<W>> {
  const found = await Promise.all(
    Object.entries(wants).map(async ([name, want]) => [name, await readOne(want, readers, asked)] as const),
  );
  // Each name has what its own read found; no type of the language follows names through an object's entries.
  return Object.fromEntries(found) as Found<W>;
}

const readOne = <N extends ReadName>(
  { read, of }: Want<N>,
  readers: Readers,
  asked: Asked,
): Promise<ReturnType<Reads[N]>> => readers[read](asked, ...of);
