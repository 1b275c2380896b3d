import { presentSlot } from '../engine/advance.ts';
import type { Context, Decision, Flow } from './flow.ts';
import { ask } from './form/question.ts';
import { specOf } from './form/talk.ts';
import { talkOf } from './forms/index.ts';
import type { Person } from './person.ts';
import { t } from './reply.ts';

/** `ช่วยเหลือ`: short help for where one is; an open question is asked again below it. */
export const helpFlow: Flow = {
  id: 'help',
  decide: (person, _call, _event, context) => {
    const { open } = person;
    const draft = open.kind === 'draft' ? person.drafts[open.draft] : undefined;
    if (draft) return inForm(person, draft, context);
    const where =
      open.kind === 'prompt' && open.act === 'code' ? t('menu:help.code') : t('menu:help.general');
    return {
      person,
      reply: {
        messages: [{ kind: 'text', text: [where] }],
        options: [{ label: t('commands:menu'), tap: { kind: 'say' } }],
      },
    };
  },
};

function inForm(person: Person, draft: Person['drafts'][keyof Person['drafts']], context: Context): Decision {
  const talk = talkOf(draft);
  const slot = presentSlot(specOf(talk, context), draft);
  const about = slot ? talk.explain?.(slot) : undefined;
  const kind = slot ? [t(`menu:help.${slot.step.kind}`)] : [];
  return {
    person,
    reply: ask(talk, draft, [...(about ? [about] : []), ...kind, t('menu:help.form')], context),
  };
}
