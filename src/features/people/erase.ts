import { yesNo } from '../../kernel/ask/yesNo.ts';
import type { Decision } from '../../kernel/decision.ts';
import { type Person, stranger } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import { accept } from './consent.ts';

export const whetherErase = yesNo({
  ...{ flow: 'people', act: 'erase', text: t('people:askErase') },
  ...{ yes: t('people:eraseYes'), no: t('common:no') },
});

/**
 * Everything about the person goes, and what they hold is free for others; submitted reports stay, as the office has to
 * keep them. Wrong codes are counted on, so that nobody gets more tries by erasing.
 */
export function erase(person: Person): Decision {
  const { id, lineUser, language, wrongCodes, lockedUntil } = person;
  return {
    person: { ...stranger(id, lineUser), language, wrongCodes, ...(lockedUntil && { lockedUntil }) },
    reply: { messages: [{ kind: 'text', text: [t('people:erased')] }], options: [accept(person)] },
    intent: { kind: 'letGo' },
    audits: [{ did: 'erased', record: 'person' }],
  };
}
