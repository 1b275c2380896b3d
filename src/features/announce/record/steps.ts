import type { PersonId } from '../../../programme/ids.ts';
import { type Announcement, type Decided, type IntentOf, unchanged } from './announcement.ts';
import { type Calling, type Chunk, type ChunkState, halvesOf } from './chunk.ts';

/** Freezes recipients, body and key. A chunk that was begun before stays as it was frozen then. */
export function begin(
  present: Announcement,
  { chunk: id, body, key, silent, blocked, skipped, kept, at }: IntentOf<'begin'>,
): Decided {
  const chunk = chunkOf(present, id);
  if (chunk?.state.kind !== 'waiting' || present.state !== 'sending') return unchanged(present, 'outOfDate');
  const planned = chunk.state.to;
  const isBlocked = new Set(blocked);
  const isSkipped = new Set(skipped);
  const remaining = planned.filter((one) => !isBlocked.has(one));
  const meant = remaining.filter((one) => !isSkipped.has(one));
  const isKept = new Set(kept);
  const to = meant.filter((one) => !isKept.has(one));
  const state: ChunkState =
    to.length === 0 ? { kind: 'sent', to } : { kind: 'calling', to, body, key, silent, since: at };
  const beside = besides(
    chunk,
    meant.filter((one) => isKept.has(one)),
  );
  return noted({
    ...replaced(present, chunk, [{ ...chunk, state }, ...beside]),
    blocked: present.blocked + planned.length - remaining.length,
    skipped: present.skipped + remaining.length - meant.length,
  });
}

/** Those of a chunk who get it with their next reply, as a chunk of their own. */
const besides = ({ id, group }: Chunk, to: readonly PersonId[]): readonly Chunk[] =>
  to.length === 0 ? [] : [{ id: `${id}.kept`, group, state: { kind: 'keeping', to } }];

/** A call of one person that is refused has failed; one of more is tried in halves. */
export function refused(present: Announcement, intent: IntentOf<'refused'>): Decided {
  const called = calledUnder(present, intent);
  if (!called) return unchanged(present, 'outOfDate');
  const { chunk, calling } = called;
  if (calling.to.length === 1) {
    return noted(replaced(present, chunk, [{ ...chunk, state: { kind: 'failed', to: calling.to } }]));
  }
  const halves = halvesOf(chunk, calling, intent.newKeys);
  return noted(replaced(present, chunk, [{ ...chunk, state: { kind: 'split' } }, ...halves]));
}

export function afterCall(
  present: Announcement,
  told: { readonly chunk: string; readonly key: string },
  to: (calling: Calling) => ChunkState,
): Decided {
  const called = calledUnder(present, told);
  if (!called) return unchanged(present, 'outOfDate');
  return noted(replaced(present, called.chunk, [{ ...called.chunk, state: to(called.calling) }]));
}

export function kept(present: Announcement, { chunk: id }: IntentOf<'kept'>): Decided {
  const chunk = chunkOf(present, id);
  if (chunk?.state.kind !== 'keeping') return unchanged(present, 'outOfDate');
  return noted(replaced(present, chunk, [{ ...chunk, state: { kind: 'kept', to: chunk.state.to } }]));
}

const noted = (record: Announcement): Decided => ({ record, outcome: { kind: 'noted' } });

const chunkOf = ({ chunks }: Announcement, id: string) => chunks.find((chunk) => chunk.id === id);

/** The chunk if it is still being called under that key. */
function calledUnder(
  present: Announcement,
  { chunk: id, key }: { readonly chunk: string; readonly key: string },
) {
  const chunk = chunkOf(present, id);
  if (chunk?.state.kind !== 'calling' || chunk.state.key !== key) return undefined;
  return { chunk, calling: chunk.state };
}

const replaced = (present: Announcement, chunk: Chunk, by: readonly Chunk[]): Announcement => ({
  ...present,
  chunks: present.chunks.flatMap((one) => (one.id === chunk.id ? by : [one])),
});
