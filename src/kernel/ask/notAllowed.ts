import type { Decision } from '../decision.ts';
import type { Person } from '../person.ts';
import { type Text, t } from '../reply.ts';
import { toMenu } from './toMenu.ts';

/** Says kindly whose command it is. */
export function notAllowed(person: Person, who: Text): Decision {
  const way = person.bindings.length === 0 ? [t('menu:noRole')] : [];
  return {
    person,
    reply: {
      messages: [{ kind: 'text', text: [t('common:notAllowed', { who }), ...way] }],
      options: [toMenu],
    },
  };
}
