import { withPrompt } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { yesNo } from '../../kernel/ask/yesNo.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';

export const whetherSignOut = yesNo({
  ...{ flow: 'people', act: 'signOut', text: t('people:askSignOut') },
  ...{ yes: t('common:yes'), no: t('common:no') },
});

/** Unbinds this LINE account; drafts stay and come back with a new code. */
export function signOut(person: Person): Decision {
  return {
    person: { ...withPrompt(person, 'people', 'code'), bindings: [] },
    reply: { messages: [{ kind: 'text', text: [t('people:signedOut')] }], options: [toMenu] },
    audits: [{ did: 'signedOut', record: 'person' }],
  };
}
