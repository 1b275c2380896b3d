import { clean } from '../../engine/parse/clean.ts';
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
import { readTypedCode } from './typedCode.ts';

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
  t('people:englishWords'),
];

/** Latin letters and what parts them, with a vowel among them: words, not the slips of a Thai keyboard. */
const englishWords = /^(?=.*[aeiouy])[a-z]+(?:[ ,.!?'’-]+[a-z]+)*[ .!?]*$/i;

/** A newcomer who begins in English goes on in it. Nothing is kept of strangers, so each of their texts says it anew. */
export function inLanguageOf(text: string, person: Person, { render }: Context): Person {
  const isOneOfOurs = (all: readonly Text[], language: Language) =>
    all.some((words) => isOneOf(text, words, () => [render(words, language)]));
  if (isOneOfOurs([...newcomersWords, t('people:thaiWords')], 'th')) return person;
  const isEnglish =
    isOneOfOurs(newcomersWords, 'en') || (englishWords.test(clean(text)) && !readTypedCode(text));
  return isEnglish ? { ...person, language: 'en' } : person;
}

export function setLanguage(person: Person, language: Language, context: Context): Turn {
  return showMenu({ ...withoutPrompt(person), language }, context, t('people:languageSet'));
}
