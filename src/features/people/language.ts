import { read, unreadable } from '../../engine/parse/reading.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import type { Question } from '../../kernel/ask/question.ts';
import { typedValue } from '../../kernel/ask/typedValue.ts';
import type { Turn } from '../../kernel/asking.ts';
import type { Context } from '../../kernel/flow.ts';
import { isOneOf } from '../../kernel/isOneOf.ts';
import type { Language, Person } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { showMenu } from '../menu/index.ts';

const languages: readonly Language[] = ['th', 'en'];

/** Tapped, or typed by its name in either language. */
export const whichLanguage = ({ wordings }: Context): Question<Language> =>
  typedValue({
    ...{ flow: 'people', act: 'language', text: [t('people:askLanguage')] },
    values: {
      read: (text) => {
        if (isOneOf(text, t('people:thaiWords'), wordings)) return read('th');
        return isOneOf(text, t('people:englishWords'), wordings) ? read('en') : unreadable;
      },
      unreadable: t('problems:unreadable.language'),
      say: (language) => t(language === 'th' ? 'people:thai' : 'people:english'),
      carriedBy: (answer) => languages.find((language) => language === answer),
      offered: languages,
    },
  });

const newcomersWords: readonly Text[] = [
  t('people:acceptWords'),
  t('people:declineWords'),
  t('commands:language'),
];

/** A newcomer who begins with a word of ours in English goes on in it. */
export function inLanguageOf(text: string, person: Person, { render }: Context): Person {
  const isIn = (language: Language) => (words: Text) => isOneOf(text, words, () => [render(words, language)]);
  const isEnglish = newcomersWords.some(isIn('en')) && !newcomersWords.some(isIn('th'));
  return isEnglish ? { ...person, language: 'en' } : person;
}

export function setLanguage(person: Person, language: Language, context: Context): Turn {
  return showMenu({ ...withoutPrompt(person), language }, context, t('people:languageSet'));
}
