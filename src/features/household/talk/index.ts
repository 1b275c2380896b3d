import type { FormTalk } from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { firstDayTold } from '../../../programme/calendar/calendar.ts';
import { closeTalk } from './close.ts';
import { unitOf, yearOf } from './draft.ts';
import { editTalk } from './edit.ts';
import { joinTalk } from './join.ts';
import { methodsTalk } from './methods.ts';
import { planTalk } from './plan.ts';
import { resultTalk } from './result.ts';
import { shortName } from './shortName.ts';
import { stepTalk } from './step.ts';
import { readTerms } from './terms.ts';

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

/** With the first day of what happened, the short names of the questions for the review, what officers say of a
 * contract, and the center, whose reports may be frozen. */
function spoken(talk: FormTalk): FormTalk {
  return {
    ...talk,
    bounds: (draft, slot, today) => ({
      ...(slot.step.kind === 'date' &&
        slot.step.only === 'past' && { from: firstDayTold(yearOf(draft), toIsoDate(today)) }),
      ...talk.bounds?.(draft, slot, today),
    }),
    name: shortName,
    reads: readTerms,
    reportsOn: unitOf,
  };
}
