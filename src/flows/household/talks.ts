import type { FormTalk } from '../form/talk.ts';
import { t } from '../reply.ts';
import { closeTalk } from './closeTalk.ts';
import { editTalk } from './editTalk.ts';
import { joinTalk } from './joinTalk.ts';
import { methodsTalk } from './methodsTalk.ts';
import { planTalk } from './planTalk.ts';
import { resultTalk } from './resultTalk.ts';
import { shortName } from './shortName.ts';
import { stepTalk } from './stepTalk.ts';

/** The forms about households. */
export const talks = {
  join: spoken(joinTalk),
  plan: spoken(planTalk),
  step: spoken(stepTalk),
  methods: spoken(methodsTalk),
  result: spoken(resultTalk),
  edit: spoken(editTalk),
  close: spoken(closeTalk),
} as const satisfies { readonly [what: string]: FormTalk };

export const householdTalks: readonly FormTalk[] = Object.values(talks);

/** With the short names of the questions for the review, and what people say for "on time". */
function spoken(talk: FormTalk): FormTalk {
  return {
    ...talk,
    name: shortName,
    words: (step, option) => [
      ...(talk.words?.(step, option) ?? []),
      ...(step.id === 'overdue' && option === 'onTime' ? [t('household:notOverdue')] : []),
    ],
  };
}
