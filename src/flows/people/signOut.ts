import type { Decision } from '../flow.ts';
import type { Person } from '../person.ts';
import { t } from '../reply.ts';

/** Unbinding this LINE account asks once; drafts stay and come back with a new code. */
export function askSignOut(person: Person): Decision {
  return {
    person: { ...person, open: { kind: 'prompt', flow: 'people', act: 'signOut', data: {} } },
    reply: {
      messages: [{ kind: 'text', text: [t('people:askSignOut')] }],
      options: [
        { label: t('common:yes'), tap: { kind: 'act', flow: 'people', act: 'signOutYes' } },
        { label: t('common:no'), tap: { kind: 'act', flow: 'people', act: 'stay' } },
      ],
      asks: true,
    },
  };
}

export function signOut(person: Person): Decision {
  return {
    person: { ...person, bindings: [], open: { kind: 'prompt', flow: 'people', act: 'code', data: {} } },
    reply: { messages: [{ kind: 'text', text: [t('people:signedOut')] }] },
    audits: [{ did: 'signedOut', record: 'person' }],
  };
}
