import type { Draft } from '../../engine/draft.ts';
import { type Text, t } from '../reply.ts';
import { moveDraft } from './askOn.ts';
import { notesOn } from './notes.ts';
import { quoted } from './severalCard.ts';
import type { At, Meant } from './talk.ts';

/** The draft with some of what a message said, and what is said of it. */
type Taken = { readonly draft: Draft; readonly notes: readonly Text[] };

/**
 * What one message says to questions that are not open: what can be taken stands, whatever comes of the rest, and one
 * is left to be moved by as if it were said alone: the first that is refused or asked about, else the last.
 */
export function takeThrough(at: At, all: readonly Meant[]): (Taken & { readonly last: Meant }) | undefined {
  let so: Taken = { draft: at.draft, notes: [] };
  let final: (Taken & { readonly last: Meant }) | undefined;
  const held: Meant[] = [];
  for (const meant of all) {
    const next = takenInto(at, so, meant);
    if (next) {
      final = { ...so, last: meant };
      so = next;
    } else held.push(meant);
  }
  const [first, ...others] = held;
  if (!first) return final;
  const words = quoted(others.map(({ text }) => text));
  const unclear = others.length > 0 ? [t('common:severalUnclear', { words })] : [];
  return { draft: so.draft, notes: [...so.notes, ...unclear], last: first };
}

function takenInto(at: At, { draft, notes }: Taken, { key: focus, text }: Meant): Taken | undefined {
  const { talk, context } = at;
  const before: Draft = { ...draft, focus };
  const { draft: after, happened } = moveDraft(at, before, { kind: 'text', text });
  if (happened.kind !== 'answered' || talk.judge?.({ before, after, context, ...happened })) return undefined;
  return { draft: after, notes: [...notes, ...notesOn(talk, after, happened)] };
}
