import { z } from 'zod';
import { type FormTalk, valuesIn } from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { t } from '../../../kernel/reply.ts';
import { householdClose as form } from '../forms/householdClose.ts';
import { closings } from '../rules/household.ts';
import { yearOf } from './draft.ts';
import { joinedOn } from './joiningDay.ts';
import { aboutHousehold, shortHousehold, working } from './ofHousehold.ts';

const answers = z.object({
  why: z.enum(closings),
  on: z.string(),
  reason: z.string().optional(),
  note: z.string().optional(),
});

/** A household leaves the work, with a reason; its history stays. */
export const closeTalk: FormTalk = {
  form,
  derived: {},
  keeps: true,
  about: aboutHousehold('close'),
  short: shortHousehold('close'),
  year: yearOf,
  bounds: (draft, { step }) => {
    const joined = step.id === 'on' ? joinedOn(draft) : undefined;
    return joined && { from: joined };
  },
  summary: () => [{ kind: 'text', text: t('household:closeKeeps'), tone: 'quiet' }],
  submit: (draft) => {
    const { why, on, reason, note } = answers.parse(valuesIn({ form, derived: {} }, draft));
    const told = reason ?? note;
    const closing = { why, on: toIsoDate(on), ...(told !== undefined && { note: told }) };
    return working(draft, { kind: 'close', closing });
  },
};
