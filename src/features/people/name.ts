import type { LeafStep } from '../../engine/form.ts';
import type { Json } from '../../engine/ids.ts';
import type { Question } from '../../kernel/ask/question.ts';
import { stepValues } from '../../kernel/ask/stepValues.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { typedValue } from '../../kernel/ask/typedValue.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { said, t } from '../../kernel/reply.ts';

/** Names longer than this do not fit on a form's signature line. */
const longestName = 120;
const step: LeafStep = { id: 'name', part: 'name', kind: 'text', max: longestName, letters: true };

export const whichName = (context: Context): Question<Json> =>
  typedValue({
    ...{ flow: 'people', act: 'name', text: [t('people:askName')] },
    values: stepValues(step, (value) => said(String(value)), context),
  });

export const renamed = (person: Person, name: string): Decision => ({
  person: { ...person, name, open: { kind: 'nothing' } },
  reply: {
    messages: [{ kind: 'text', text: [t('people:renamed', { name: said(name) })] }],
    options: [says('myData'), toMenu],
  },
});
