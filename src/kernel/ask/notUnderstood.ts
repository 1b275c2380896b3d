import type { Decision } from '../decision.ts';
import type { Context } from '../flow.ts';
import { aboutOf } from '../form/about.ts';
import { goOn, waitingDraft } from '../form/waiting.ts';
import type { Person } from '../person.ts';
import { type Text, t } from '../reply.ts';
import { toMenu } from './toMenu.ts';

/** Words that mean nothing here, with the way to the draft that they may answer, else to the menu. */
export const notUnderstood = (person: Person, context: Context): Decision => ({
  person,
  reply: {
    messages: [{ kind: 'text', text: [perhapsForDraft(person, context) ?? t('common:notUnderstood')] }],
    options: [...goOn(person), toMenu],
  },
});

/** Says which draft waits: a score, name or amount that is typed while nothing is open is rather its answer. */
export function perhapsForDraft(person: Person, context: Context): Text | undefined {
  const draft = waitingDraft(person);
  return draft && t('common:draftWaits', { about: aboutOf(context.features.talkOf(draft), draft, context) });
}
