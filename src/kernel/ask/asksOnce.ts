import { readYesNo } from '../../engine/parse/yesNo.ts';
import type { InboundEvent } from '../event.ts';
import type { Person } from '../person.ts';
import { type Text, t } from '../reply.ts';
import { helpAfter } from './prompt.ts';

export type Once =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  /** To be asked again, with what was wrong said first. */
  | { readonly kind: 'again'; readonly notes: readonly Text[]; readonly misses: number };

/** Reads the answer to a question that asks once. Its words count only while it is the last thing shown. */
export function readOnce(
  person: Person,
  event: InboundEvent,
  before: number,
  /** What may be answered, where the buttons say something else than yes and no. */
  choices: Text = t('problems:unreadable.yesNo'),
): Once {
  if (!person.shown.asks) return { kind: 'again', notes: [], misses: before };
  if (event.kind !== 'text') return { kind: 'again', notes: [t('common:fileNoQuestion')], misses: before };
  const reading = readYesNo(event.text);
  if (reading.kind === 'read') return { kind: reading.value ? 'yes' : 'no' };
  const misses = before + 1;
  return { kind: 'again', notes: [choices, ...helpAfter(misses)], misses };
}
