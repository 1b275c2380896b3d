import type { Decision } from '../decision.ts';
import type { Person } from '../person.ts';
import { t } from '../reply.ts';
import { toMenu } from './toMenu.ts';

/** Words that mean nothing here, with the way to the menu. */
export const notUnderstood = (person: Person): Decision => ({
  person,
  reply: { messages: [{ kind: 'text', text: [t('common:notUnderstood')] }], options: [toMenu] },
});
