import { readYesNo } from '../../engine/parse/yesNo.ts';
import { notUnderstood } from '../../kernel/ask/notUnderstood.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { CommandName } from '../../kernel/commands.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Context } from '../../kernel/flow.ts';
import { closedYear, isClosed } from '../../kernel/form/closedYear.ts';
import { isOneOf } from '../../kernel/isOneOf.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { type Option, type Text, t } from '../../kernel/reply.ts';
import { codeAnswer, perhapsCode } from '../people/index.ts';

type Typed = Extract<InboundEvent, { kind: 'text' }>;

/** A text that answers nothing: a code, a word that comes too late, a command misspelt, or unknown words. */
export function strayText(person: Person, event: Typed, context: Context): Decision {
  const { text } = event;
  const late = tooLate(person, text, context);
  if (late) return late;
  const near = context.features.commands.nearest(text);
  if (near) return offered(person, near);
  if (person.bindings.length === 0) return codeAnswer(person, event, context);
  return perhapsCode(person, text, context) ?? notUnderstood(person);
}

function offered(person: Person, near: CommandName): Decision {
  const label = t(`commands:${near}`);
  return answered(person, t('common:didYouMean', { command: label }), { label, tap: { kind: 'say' } });
}

const answered = (person: Person, text: Text, option: Option): Decision => ({
  person,
  reply: { messages: [{ kind: 'text', text: [text] }], options: [option] },
});

/** `ส่ง` after the year was closed, or a yes after what it was meant for was done. */
function tooLate(person: Person, text: string, context: Context): Decision | undefined {
  const submits = isOneOf(text, t('common:submit'), context.wordings);
  const answer = readYesNo(text);
  if (!submits && !(answer.kind === 'read' && answer.value)) return undefined;
  const draft = draftOf(person, person.lastDraft);
  if (submits && draft && isClosed(draft, context))
    return closedYear({ person, draft, talk: context.features.talkOf(draft) });
  const last = person.closed.at(-1);
  return last?.what === 'submitted'
    ? answered(person, t('common:alreadySent', { receipt: last.receipt ?? '' }), toMenu)
    : undefined;
}
