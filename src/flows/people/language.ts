import type { Context, Decision } from '../flow.ts';
import { menuReply } from '../menu.ts';
import type { Language, Person } from '../person.ts';
import { t } from '../reply.ts';

export function askLanguage(person: Person): Decision {
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [{ kind: 'text', text: [t('people:askLanguage')] }],
      options: [
        { label: t('people:thai'), tap: { kind: 'act', flow: 'people', act: 'th' } },
        { label: t('people:english'), tap: { kind: 'act', flow: 'people', act: 'en' } },
      ],
      asks: true,
    },
  };
}

export function setLanguage(person: Person, language: Language, context: Context): Decision {
  const next: Person = { ...person, language };
  return { person: next, reply: menuReply(next, context, t('people:languageSet')) };
}
