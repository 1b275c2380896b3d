import type { FormTalk } from '../../../kernel/form/talk.ts';
import { t } from '../../../kernel/reply.ts';

/** What people call a method besides its label. */
export const methodWords: NonNullable<FormTalk['words']> = (step, option) => {
  if (step.id !== 'methods') return [];
  if (option === 'longerTerm')
    return [t('household:methodToo.longerTerm'), t('household:methodToo.laterDue')];
  return option === 'lowerInterest'
    ? [t('household:methodToo.lowerInterest'), t('household:methodToo.lowerRate')]
    : [];
};
