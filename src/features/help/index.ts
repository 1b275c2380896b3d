import { presentSlot } from '../../engine/advance.ts';
import type { Draft } from '../../engine/draft.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Context, Flow } from '../../kernel/flow.ts';
import { askAgain } from '../../kernel/form/askAgain.ts';
import { questionReply } from '../../kernel/form/question.ts';
import { specOf } from '../../kernel/form/talk.ts';
import { openDraft, type Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';

/** `ช่วยเหลือ`: short help for where one is; an open question is asked again below it. */
export const helpFlow: Flow = {
  id: 'help',
  decide: (person, _call, _event, context) => {
    const { open } = person;
    const draft = openDraft(person);
    if (draft) return inForm(person, draft, context);
    const where =
      open.kind === 'prompt' && open.act === 'code' ? t('menu:help.code') : t('menu:help.general');
    return { person, reply: askAgain(person, [where], context) };
  },
};

function inForm(person: Person, draft: Draft, context: Context): Decision {
  const talk = context.features.talkOf(draft);
  const slot = presentSlot(specOf(talk, context), draft);
  const about = (slot && talk.explain?.(slot)) ?? [];
  const kind = slot ? [t(`menu:help.${slot.step.kind}`)] : [];
  return {
    person,
    reply: questionReply(talk, draft, [...about, ...kind, t('menu:help.form')], context),
  };
}

export const help: Feature = {
  id: 'help',
  flow: helpFlow,
  commands: { help: { navigates: true, staysInForm: true } },
  menu: [{ command: 'help', place: 150 }],
};
