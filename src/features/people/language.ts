import { asking, helpAfter, missesOf, type PromptData, settled } from '../../kernel/ask/prompt.ts';
import type { Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Context } from '../../kernel/flow.ts';
import { withFirst } from '../../kernel/form/question.ts';
import type { Language, Person } from '../../kernel/person.ts';
import { type Option, type Text, t } from '../../kernel/reply.ts';
import { showMenu } from '../menu/index.ts';
import { said } from './words.ts';

const option = (language: Language, label: Text): Option => ({
  label,
  tap: { kind: 'act', flow: 'people', act: language },
});

export function askLanguage(person: Person, notes: readonly Text[] = [], misses = 0): Decision {
  return {
    person: asking(person, 'people', 'language', { misses: String(misses) }),
    reply: withFirst(
      {
        messages: [{ kind: 'text', text: [t('people:askLanguage')] }],
        options: [option('th', t('people:thai')), option('en', t('people:english'))],
        asks: true,
      },
      notes,
    ),
  };
}

/** A language that was typed, by its name in either one. */
export function languageAnswer(
  person: Person,
  event: InboundEvent,
  context: Context,
  data: PromptData,
): Turn {
  const text = event.kind === 'text' ? event.text : '';
  if (said(text, t('people:thaiWords'), context.wordings)) return setLanguage(person, 'th', context);
  if (said(text, t('people:englishWords'), context.wordings)) return setLanguage(person, 'en', context);
  const misses = missesOf(data) + 1;
  return askLanguage(person, [t('problems:unreadable.language'), ...helpAfter(misses)], misses);
}

export function setLanguage(person: Person, language: Language, context: Context): Turn {
  return showMenu({ ...settled(person), language }, context, t('people:languageSet'));
}
