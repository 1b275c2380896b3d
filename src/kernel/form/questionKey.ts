import { presentSlot } from '../../engine/advance.ts';
import type { Context } from '../flow.ts';
import { openDraft, type Person } from '../person.ts';
import { specOf } from './talk.ts';

/** Which question is open, in one word; the same as long as it is the same question. */
export function questionKey(person: Person, context: Pick<Context, 'wordings' | 'features'>): string {
  const { open } = person;
  if (open.kind === 'prompt') return JSON.stringify([open.flow, open.act, open.data.draft ?? '']);
  const draft = openDraft(person);
  const slot = draft && presentSlot(specOf(context.features.talkOf(draft), context), draft);
  return JSON.stringify([
    draft?.id ?? '',
    slot?.key ?? '',
    ...(draft?.proposed ? [draft.proposed.event] : []),
  ]);
}
