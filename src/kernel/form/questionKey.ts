import { presentSlot } from '../../engine/advance.ts';
import { talkOf } from '../../features/forms.ts';
import type { Wordings } from '../commands.ts';
import { openDraft, type Person } from '../person.ts';
import { specOf } from './talk.ts';

/** Which question is open, in one word; the same as long as it is the same question. */
export function questionKey(person: Person, wordings: Wordings): string {
  const { open } = person;
  if (open.kind === 'prompt') return JSON.stringify([open.flow, open.act, open.data.draft ?? '']);
  const draft = openDraft(person);
  const slot = draft && presentSlot(specOf(talkOf(draft), { wordings }), draft);
  return JSON.stringify([draft?.id ?? '', slot?.key ?? '']);
}
