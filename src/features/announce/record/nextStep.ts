import type { Announcement } from './announcement.ts';
import { type Calling, type Chunk, retryLife } from './chunk.ts';

/** What is to be done next for an announcement that is being sent. */
export type NextStep =
  /** Lay it beside for the next reply to each, under the announcement's id, then say `kept`. */
  | { readonly kind: 'keep'; readonly chunk: Chunk }
  /** Make or repeat exactly this call, then say how LINE answered; say nothing when it did not. */
  | { readonly kind: 'call'; readonly chunk: Chunk; readonly calling: Calling }
  /** Its key ran out: say `giveUp`. */
  | { readonly kind: 'giveUp'; readonly chunk: Chunk; readonly calling: Calling }
  /** Judge the recipients anew, render, draw a key, say `begin`; call only after that is stored. */
  | { readonly kind: 'begin'; readonly chunk: Chunk }
  | { readonly kind: 'finish' };

/** What was begun comes before what was not; nothing for one that is not being sent. */
export function nextStep({ state, chunks }: Announcement, now: Date): NextStep | undefined {
  if (state !== 'sending' && state !== 'stopping') return undefined;
  for (const chunk of chunks) {
    if (chunk.state.kind === 'keeping') return { kind: 'keep', chunk };
    if (chunk.state.kind === 'calling') {
      const isOver = now.getTime() - chunk.state.since.getTime() > retryLife;
      return { kind: isOver ? 'giveUp' : 'call', chunk, calling: chunk.state };
    }
  }
  const waiting = state === 'sending' && chunks.find((chunk) => chunk.state.kind === 'waiting');
  return waiting ? { kind: 'begin', chunk: waiting } : { kind: 'finish' };
}
