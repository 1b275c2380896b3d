import type { Decision } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Option, t } from '../../kernel/reply.ts';
import { askCode } from './code.ts';

/** Nothing is kept of a stranger, so the button itself says in which language it was shown. */
const button =
  (act: 'accept' | 'decline') =>
  ({ language }: Person): Option => ({
    label: t(`people:${act}`),
    tap: { kind: 'act', flow: 'people', act, ...(language === 'en' && { value: language }) },
  });
export const accept = button('accept');
const decline = button('decline');

/** First contact: who this is, what is kept and why, and the choice. */
export function greeting(person: Person): Decision {
  return {
    person,
    reply: {
      messages: [
        {
          kind: 'card',
          card: {
            heading: t('people:greeting'),
            blocks: [
              { kind: 'text', text: t('people:greetingEnglish'), tone: 'quiet' },
              { kind: 'text', text: t('people:whatIsKept') },
              { kind: 'text', text: t('people:whatIsKeptEnglish'), tone: 'quiet' },
            ],
            buttons: [accept(person), decline(person)],
          },
        },
      ],
      options: [accept(person), decline(person)],
      asks: true,
    },
  };
}

export function consented(person: Person, context: Context): Decision {
  const agreed: Person = { ...person, consentedAt: context.now };
  return { ...askCode(agreed, [t('people:thanks')]), audits: [{ did: 'consented', record: 'person' }] };
}

export function declined(person: Person): Decision {
  return {
    person,
    reply: { messages: [{ kind: 'text', text: [t('people:declined')] }], options: [accept(person)] },
  };
}
